using System.Text.RegularExpressions;

namespace Analytics.Pipeline.Warehouse;

/// <summary>What a KPI's "numerator_rows" line says: rows of a file of <c>sql/behind</c>, those of them that count, and what of them is added up; several stand after semicolons.</summary>
/// <param name="Adding">What is added up; null where rows are counted.</param>
/// <param name="Counting">The column whose different values are counted; null where rows are.</param>
internal sealed partial record RowSource(string Name, string? Adding, string? Counting, string? Where)
{
    [GeneratedRegex(@"^(?<name>\w+)( adding (?<adding>.+?))?( counting (?<counting>\w+))?( where (?<where>.+))?$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Line();

    public static IReadOnlyList<RowSource> Parse(string line) => line.Length == 0 ? [] : [.. line.Split("; ").Select(One)];

    /// <summary>The figure that the rows make.</summary>
    public string Total => Adding is not null ? $"sum({Adding})" : Counting is not null ? $"count(distinct {Counting})" : "count(*)";

    /// <summary>Whether the line names a column.</summary>
    public bool Names(string column) => new[] { Adding, Counting, Where }.OfType<string>().Any(text => Regex.IsMatch(text, $@"\b{Regex.Escape(column)}\b", RegexOptions.None, TimeSpan.FromSeconds(1)));

    /// <summary>The rows of one segment ($1 dimension, $2 segment) and period ($3 to $4). Those without a day are of any period, those of the infinite day of the whole alone.</summary>
    public string Rows(string body) => $"""
        (select f.* replace (case when isfinite(f.day) then f.day end as day) from ({body}) as f
         cross join (select $3::date as period_start, $4::date as period_end, exists (from core.periods where period = 'all' and period_start = $3::date and period_end = $4::date) as is_whole) as p
         where dimension = $1 and segment = $2 and (f.day is null or (f.day >= period_start and f.day < period_end) or (is_whole and f.day = date 'infinity')) and ({Where ?? "true"}))
        """;

    private static RowSource One(string text)
    {
        var match = Line().Match(text.Trim());
        if (!match.Success) throw new InvalidOperationException($"'{text}' is no source of rows.");
        string? Part(string name) => match.Groups[name].Success ? match.Groups[name].Value : null;
        return new(match.Groups["name"].Value, Part("adding"), Part("counting"), Part("where"));
    }
}
