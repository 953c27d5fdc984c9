using System.Globalization;
using System.Text.RegularExpressions;

namespace Analytics.Pipeline.Staging;

/// <summary>Decimal comma or decimal point, told from the values.</summary>
internal static partial class NumberFormat
{
    [GeneratedRegex(@"^\(?[-+−]?\d[\d .,'’\u00a0\u202f\u2009]*\)?-?$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Number();

    public static ValueFormat Of(IReadOnlyList<string> values, bool commaByFile)
    {
        var comma = DecimalComma([values]);
        var reads = values.Count(v => Number().IsMatch(Bare(v)));
        var doubtful = comma is null && values.Any(v => v.AsSpan().IndexOfAny('.', ',') >= 0);
        var chosen = comma ?? commaByFile;
        return new(chosen ? "read_amount_comma" : "read_amount_point", chosen ? "1 234,56" : "1,234.56", doubtful,
            values.Count == 0 ? 1 : reads / (double)values.Count);
    }

    public static ValueFormat Rate(ValueFormat format) => format with { Macro = format.Macro.Replace("read_amount", "read_rate", StringComparison.Ordinal) };

    public static ValueFormat With(ValueFormat format, bool comma) => format with
    {
        Macro = comma ? "read_amount_comma" : "read_amount_point",
        Label = comma ? "1 234,56" : "1,234.56",
        Ambiguous = false,
    };

    /// <summary>True for a comma, false for a point, null where no value tells (whole numbers, or "1,234" alone).</summary>
    public static bool? DecimalComma(IEnumerable<IReadOnlyList<string>> columns)
    {
        int comma = 0, point = 0;
        foreach (var value in columns.SelectMany(v => v))
        {
            var at = value.AsSpan().LastIndexOfAny('.', ',');
            if (at < 0 || !Tells(value, at)) continue;
            if (value[at] == ',') comma++;
            else point++;
        }
        return comma == point ? null : comma > point;
    }

    /// <summary>The last mark is decimal when the other mark stands before it, or when three digits do not follow; repeated, it groups.</summary>
    private static bool Tells(string value, int at)
    {
        var other = value[at] == ',' ? '.' : ',';
        if (value.AsSpan(0, at).Contains(other)) return true;
        if (value.AsSpan(0, at).Contains(value[at])) return false;
        return value.AsSpan(at + 1).TrimEnd(" €$£)-\u00a0\u202f").Length != 3 || value.AsSpan(0, at).TrimStart("-(").SequenceEqual("0");
    }

    /// <summary>A share: written with its sign or above 1 it is of a hundred.</summary>
    public static ValueFormat Percent(IReadOnlyList<string> values, bool commaByFile)
    {
        var bare = values.Select(v => v.Replace("%", "", StringComparison.Ordinal).Trim()).ToList();
        var format = Of(bare, commaByFile);
        var hundredths = values.Any(v => v.Contains('%', StringComparison.Ordinal)) || bare.Any(v => IsAboveOne(v));
        return format with
        {
            Macro = format.Macro.Replace("read_amount", hundredths ? "read_percent" : "read_share", StringComparison.Ordinal),
            Label = hundredths ? "20 %" : "0.2",
        };
    }

    private static bool IsAboveOne(string value) =>
        double.TryParse(value.Replace(',', '.'), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && Math.Abs(number) > 1;

    [GeneratedRegex(@"(?<![a-z])(EUR|USD|GBP|CHF|CAD|MAD|XOF|XAF|TND|DZD|JPY|SEK|NOK|DKK|PLN|CZK|HUF|RON|AUD|BRL|MXN|CNY|INR|AED)(?![a-z])", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Code();

    private static string Bare(string value) => Code().Replace(value, "").Replace("€", "", StringComparison.Ordinal).Replace("$", "", StringComparison.Ordinal).Replace("£", "", StringComparison.Ordinal).Trim(' ', '\u00a0', '\u202f');
}
