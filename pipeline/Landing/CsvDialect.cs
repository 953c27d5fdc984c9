namespace Analytics.Pipeline.Landing;

/// <summary>How a CSV file separates and quotes its cells.</summary>
internal sealed record CsvDialect(char Separator, char Quote)
{
    private static readonly char[] Separators = [';', ',', '\t', '|'];

    /// <summary>The separator under which the most records of the head have the header's number of cells; null where none makes two columns.</summary>
    public static CsvDialect? Of(string head)
    {
        var best = Separators
            .Select(s => (Separator: s, Score: Score(head, s)))
            .MaxBy(c => c.Score);
        return best.Score > 0 ? new(best.Separator, '"') : null;
    }

    private static double Score(string head, char separator)
    {
        var widths = CsvRecords.Split(head, separator, '"').Select(r => r.Length).Take(200).ToList();
        if (widths.Count == 0 || widths[0] < 2) return 0;
        var agreeing = widths.Count(w => w == widths[0]) / (double)widths.Count;
        return agreeing + widths[0] / 1000.0;
    }
}
