using System.Text;
using System.Text.RegularExpressions;

namespace Analytics.Pipeline.Landing;

/// <summary>Text whose columns stand apart by spaces, as statistical programs and mainframes print tables.</summary>
internal static partial class SpacedText
{
    private const double Agreeing = 0.9;

    [GeneratedRegex(@"\s+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Spaces();

    [GeneratedRegex(@"\s{2,}|\t", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex WideSpaces();

    /// <summary>How the lines part into the same number of cells, some of them numbers or dates; null where they do not.</summary>
    public static Regex? GapOf(string head)
    {
        var lines = head.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Take(200).ToList();
        return new[] { Spaces(), WideSpaces() }.FirstOrDefault(gap => IsTable(lines.Select(l => gap.Split(l)).ToList()));
    }

    /// <summary>One line in, one record out, so that lines keep their number.</summary>
    public static void WriteCsv(string source, Regex gap, string target, CancellationToken cancellation)
    {
        using var reader = new StreamReader(source);
        using var writer = new StreamWriter(target, append: false, new UTF8Encoding(false), 1 << 16) { NewLine = "\n" };
        while (reader.ReadLine() is { } line)
        {
            cancellation.ThrowIfCancellationRequested();
            writer.WriteLine(line.AsSpan().IsWhiteSpace() ? "" : CsvWriting.Record(gap.Split(line.Trim())));
        }
    }

    private static bool IsTable(List<string[]> lines)
    {
        if (lines.Count < 3) return false;
        var usual = lines.GroupBy(l => l.Length).MaxBy(g => g.Count())!;
        return usual.Key >= 3
            && usual.Count() >= Agreeing * lines.Count
            && Enumerable.Range(0, usual.Key).Any(i => usual.Count(l => CellShape.IsValue(l[i])) >= Agreeing * usual.Count());
    }
}
