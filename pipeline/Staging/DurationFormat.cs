using System.Text.RegularExpressions;

namespace Analytics.Pipeline.Staging;

/// <summary>Minutes as numbers, or written as a clock (1:30) or in words (1 h 30, 90 min), told from the values.</summary>
internal static partial class DurationFormat
{
    [GeneratedRegex(@"^\s*(\d{1,3}:\d{2}(:\d{2})?|\d+([.,]\d+)?\s*\p{L}.*)\s*$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Written();

    public static ValueFormat Of(IReadOnlyList<string> values, bool commaByFile)
    {
        var written = values.Count(v => Written().IsMatch(v));
        return written * 2 > values.Count
            ? new("read_minutes", "h:mm", false, written / (double)values.Count)
            : NumberFormat.Of(values, commaByFile);
    }
}
