using Analytics.Pipeline.Profiles;
using Analytics.Pipeline.Warehouse;

namespace Analytics.Pipeline.Staging;

/// <summary>Columns that a file does not have as such, or not for each row, and others of its columns make up.</summary>
internal static class ComputedColumns
{
    /// <summary>Column → expression over the cells as they are read.</summary>
    public static IReadOnlyDictionary<string, string> Of(FileMapping mapping, IReadOnlyList<StagingColumn> columns)
    {
        var computed = new Dictionary<string, string>(StringComparer.Ordinal);
        if (LineAmount.Of(columns) is { } amount) computed[LineAmount.Column] = amount;
        if (PersonName.Of(mapping.Table, columns) is { } person) computed[person.Column] = person.Name;
        foreach (var (column, value) in DayClock.Of(columns)) computed[column] = value;
        foreach (var column in columns)
        {
            if (Profile.CodesOf(mapping.Crm, column.Column) is { Count: > 0 } codes) computed[column.Column] = Words(column, codes);
        }
        return computed;
    }

    /// <summary>A code by its word, nothing where that is empty; what is no code stays as it is.</summary>
    private static string Words(StagingColumn column, IReadOnlyDictionary<string, string> codes) =>
        $"case {column.Value} {string.Join(" ", codes.Select(c => $"when {Sql.Text(c.Key)} then {Value(c.Value)}"))} else {column.Value} end";

    private static string Value(string word) => word.Length == 0 ? "null" : Sql.Text(word);
}
