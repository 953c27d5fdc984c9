using System.Text.RegularExpressions;

namespace Analytics.Pipeline.Landing;

/// <summary>How a CSV file separates and quotes its cells.</summary>
internal sealed partial record CsvDialect(char Separator, char Quote)
{
    private static readonly char[] Separators = [';', ',', '\t', '|'];

    /// <summary>Excel's own first line, which names the separator.</summary>
    [GeneratedRegex(@"^\s*""?sep=(?<separator>[^\r\n])""?[^\S\t]*\r?(\n|$)", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex SeparatorLine();

    /// <summary>A cell between single quotes at the start of a line, before a separator or the line's end.</summary>
    [GeneratedRegex(@"^'[^'\r\n]*'\s*[;,\t|]\s*'", RegexOptions.ExplicitCapture | RegexOptions.Multiline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex SingleQuoted();

    /// <summary>The separator that the file names, else the one under which the most records have the usual width; null where none makes two columns.</summary>
    public static CsvDialect? Of(string head)
    {
        var quote = SingleQuoted().IsMatch(head) && !head.Contains('"') ? '\'' : '"';
        if (SeparatorLine().Match(head) is { Success: true } named)
            return new(named.Groups["separator"].Value[0], quote);
        var best = Separators
            .Select(s => (Separator: s, Score: Score(head, s, quote)))
            .MaxBy(c => c.Score);
        return best.Score > 0 ? new(best.Separator, quote) : null;
    }

    public static bool NamesSeparator(string head) => SeparatorLine().IsMatch(head);

    private static double Score(string head, char separator, char quote)
    {
        var records = CsvRecords.Read(head, separator, quote).Take(200).ToList();
        var wide = records.Where(r => r.Cells.Length > 1).ToList();
        if (wide.Count == 0) return 0;
        var usual = CsvRecord.UsualWidth(wide);
        return records.Count(r => r.Cells.Length == usual) / (double)records.Count + usual / 1000.0;
    }
}
