namespace Analytics.Pipeline.Staging;

/// <summary>The moment behind a day, where its cell has a clock: hours are counted from one to another. The cell is read once, as both.</summary>
internal static class DayClock
{
    private static readonly Dictionary<string, string> s_moments = new(StringComparer.Ordinal) { ["detected_at"] = "detected_moment", ["acted_at"] = "acted_moment" };

    /// <summary>The column as it is read with its clock, where the clock is kept.</summary>
    public static StagingColumn Kept(StagingColumn column) =>
        s_moments.ContainsKey(column.Column) ? column with { Format = DateFormat.WithTime(column.Format) } : column;

    /// <summary>What such a column makes: the day, and the moment unless the file has it as a column of its own.</summary>
    public static IEnumerable<(string Column, string Value)> Of(IReadOnlyList<StagingColumn> columns)
    {
        foreach (var day in columns.Where(c => s_moments.ContainsKey(c.Column)))
        {
            yield return (day.Column, $"{day.Value}::date");
            var moment = s_moments[day.Column];
            if (!columns.Any(c => c.Column == moment)) yield return (moment, $"clocked({day.Value}, {day.Source})");
        }
    }
}
