namespace Analytics.Pipeline.Staging;

/// <summary>Columns that a file does not have as such, or not for each row, and others of its columns make up.</summary>
internal static class ComputedColumns
{
    /// <summary>Column → expression over the cells as they are read.</summary>
    public static IReadOnlyDictionary<string, string> Of(Profiles.CanonicalTable table, IReadOnlyList<StagingColumn> columns)
    {
        var computed = new Dictionary<string, string>(StringComparer.Ordinal);
        if (LineAmount.Of(columns) is { } amount) computed[LineAmount.Column] = amount;
        if (PersonName.Of(table, columns) is { } name) computed[PersonName.Column] = name;
        return computed;
    }
}
