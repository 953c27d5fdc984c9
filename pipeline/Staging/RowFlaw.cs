using Analytics.Pipeline.Landing;
using Analytics.Pipeline.Profiles;
using Analytics.Pipeline.Warehouse;

namespace Analytics.Pipeline.Staging;

/// <summary>Why a whole row cannot be counted: headers repeated, a total, a note, a blank line, or a required cell that is missing.</summary>
internal static class RowFlaw
{
    public static string Of(LandedFile file, IEnumerable<string> required, IReadOnlyList<StagingColumn> columns, IReadOnlyDictionary<string, string> computed)
    {
        var cases = RepeatedHeader(file, columns)
            .Concat(NoRow(file, columns))
            .Concat(Deleted(columns))
            .Concat(required.Select(r => MissingRequired(r, columns, computed)));
        return $"case {string.Join("\n    ", cases)} end";
    }

    /// <summary>Two files glued together carry the headers twice.</summary>
    private static IEnumerable<string> RepeatedHeader(LandedFile file, IReadOnlyList<StagingColumn> columns)
    {
        var telling = columns.Take(2).Select(c => $"{c.Source} = {Sql.Text(file.Header[c.Index])}").ToList();
        if (file.Layout.HasHeader && telling.Count == 2)
            yield return $"when {string.Join(" and ", telling)} then {Flaw("''", columns[0].Source, "'repeated_header'")}";
    }

    /// <summary>A total or a note carries no date, so where there are dates only the rows without one are looked at closely.</summary>
    private static IEnumerable<string> NoRow(LandedFile file, IReadOnlyList<StagingColumn> columns)
    {
        var cells = string.Join(", ", file.Header.Select((_, i) => $"c{i}"));
        var undated = columns.Where(c => c.Type == ColumnType.Date).Select(c => $"{c.Source} is null").Append("true");
        yield return $"when {string.Join(" and ", undated)} and no_row([{cells}]) is not null then {Flaw("''", $"first_filled([{cells}])", $"no_row([{cells}])")}";
    }

    /// <summary>A row of the recycle bin is exported with the others.</summary>
    private static IEnumerable<string> Deleted(IReadOnlyList<StagingColumn> columns) => columns
        .Where(c => c.Column == "is_deleted")
        .Select(c => $"when {c.Value} then {Flaw(Sql.Text(c.Column), c.Source, "'deleted'")}");

    private static string MissingRequired(string name, IReadOnlyList<StagingColumn> columns, IReadOnlyDictionary<string, string> computed)
    {
        var value = computed.GetValueOrDefault(name) ?? (name == LineAmount.Column ? LineAmount.Needed(columns) : null) ?? columns.FirstOrDefault(c => c.Column == name)?.Value;
        return $"when {(value is null ? "true" : $"{value} is null")} then {Flaw(Sql.Text(name), "null", "'missing_required'")}";
    }

    private static string Flaw(string column, string value, string reason) =>
        $"to_json({{'column_name': {column}, 'value': {value}, 'reason': {reason}}})::varchar";
}
