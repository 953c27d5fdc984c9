using System.Globalization;
using System.Text.RegularExpressions;

namespace Analytics.Pipeline.Staging;

/// <summary>The order of day, month and year, told from the values.</summary>
internal static partial class DateFormat
{
    [GeneratedRegex(@"^\s*(?<first>\d{1,2})[/.\-](?<second>\d{1,2})[/.\-](?<year>\d{4}|\d{2})(\D|$)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Numeric();

    [GeneratedRegex(@"^\s*\d{4}-\d{1,2}-\d{1,2}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Iso();

    [GeneratedRegex(@"^\s*\d{4}/?\d{2}/?\d{2}(\D|$)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex YearFirst();

    [GeneratedRegex(@"^\s*(\d{1,2}[/.\-]\d{4}|\d{4}[/.\-]\d{1,2}|(19|20)\d{2}(0[1-9]|1[0-2]))\s*$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Month();

    [GeneratedRegex(@"^\s*\d{5}([.,]\d+)?\s*$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Serial();

    [GeneratedRegex(@"^\s*[1-3]\d{9}(\d{3})?\s*$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Epoch();

    [GeneratedRegex(@"\d.*\p{L}{3}|\p{L}{3}.*\d", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Words();

    public static ValueFormat Of(IReadOnlyList<string> values, bool? dayFirstByFile)
    {
        var iso = values.Count(v => Iso().IsMatch(v));
        var yearFirst = values.Count(v => YearFirst().IsMatch(v));
        var serial = values.Count(v => Serial().IsMatch(v));
        var words = values.Count(v => Words().IsMatch(v) && !Iso().IsMatch(v) && !Numeric().IsMatch(v));
        var months = values.Count(v => Month().IsMatch(v));
        var epoch = values.Count(v => Epoch().IsMatch(v));
        if (epoch * 2 > values.Count) return new("read_date_epoch", "1970-01-01 + s", false, Share(epoch, values));
        if (months * 2 > values.Count) return new("read_date_month", "month", false, Share(months, values));
        if (words * 2 > values.Count) return new("read_date_words", "d month yyyy", false, Share(words, values));
        if (serial * 2 > values.Count) return new("read_date_serial", "Excel", false, Share(serial, values));
        var numeric = values.Count - iso - yearFirst;
        if (iso >= yearFirst && iso >= numeric) return new("read_date_iso", "yyyy-mm-dd", false, Share(iso, values));
        return yearFirst >= numeric
            ? new("read_date_ymd", "yyyymmdd", false, Share(yearFirst, values))
            : OfNumeric(values, dayFirstByFile);
    }

    /// <summary>True for day first, false for month first, null where every first and second number could be a month.</summary>
    public static bool? DayFirst(IEnumerable<IReadOnlyList<string>> columns)
    {
        int first = 0, second = 0;
        var days = columns.Select(values => values.Select(v => Numeric().Match(v)).Where(m => m.Success).ToList()).ToList();
        foreach (var match in days.SelectMany(d => d))
        {
            if (Part(match, "first") > 12) first++;
            if (Part(match, "second") > 12) second++;
        }
        return first == second ? days.Select(FirstOfMonth).FirstOrDefault(d => d is not null) : first > second;
    }

    /// <summary>Nothing but firsts of months, of more than one year: read the other way, all of them would lie in Januaries.</summary>
    private static bool? FirstOfMonth(IReadOnlyList<Match> days)
    {
        const int fewestMonths = 3;
        if (days.Select(d => d.Groups["year"].Value).Distinct(StringComparer.Ordinal).Count() < 2) return null;
        var (first, second) = (Numbers("first"), Numbers("second"));
        return (first.Count, second.Count) switch
        {
            (1, >= fewestMonths) when first.Contains(1) => true,
            ( >= fewestMonths, 1) when second.Contains(1) => false,
            _ => null,
        };

        HashSet<int> Numbers(string part) => days.Select(d => Part(d, part)).ToHashSet();
    }

    /// <summary>The same spelling, read with its time of day.</summary>
    public static ValueFormat WithTime(ValueFormat format) => format with { Macro = format.Macro.Replace("read_date", "read_moment", StringComparison.Ordinal) };

    public static string OtherOrder(string macro) => macro.Contains("_dmy", StringComparison.Ordinal)
        ? macro.Replace("_dmy", "_mdy", StringComparison.Ordinal)
        : macro.Replace("_mdy", "_dmy", StringComparison.Ordinal);

    public static ValueFormat InOrder(ValueFormat format, bool dayFirst)
    {
        var isDayFirst = format.Macro.Contains("_dmy", StringComparison.Ordinal);
        return format with
        {
            Macro = isDayFirst == dayFirst ? format.Macro : OtherOrder(format.Macro),
            Label = $"{(dayFirst ? "dd/mm" : "mm/dd")}{format.Label[5..]}",
            Ambiguous = false,
        };
    }

    private static ValueFormat OfNumeric(IReadOnlyList<string> values, bool? dayFirstByFile)
    {
        var matches = values.Select(v => Numeric().Match(v)).Where(m => m.Success).ToList();
        var own = DayFirst([values]);
        var dayFirst = own ?? dayFirstByFile ?? true;
        var shortYear = matches.Count(m => m.Groups["year"].Length == 2) * 2 > matches.Count;
        return new(
            $"read_date_{(dayFirst ? "dmy" : "mdy")}{(shortYear ? "_short" : "")}",
            $"{(dayFirst ? "dd/mm" : "mm/dd")}/{(shortYear ? "yy" : "yyyy")}",
            (own ?? dayFirstByFile) is null,
            Share(matches.Count, values));
    }

    private static int Part(Match match, string name) => int.Parse(match.Groups[name].ValueSpan, CultureInfo.InvariantCulture);

    private static double Share(int count, IReadOnlyList<string> values) => values.Count == 0 ? 1 : count / (double)values.Count;
}
