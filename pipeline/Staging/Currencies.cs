using System.Text.RegularExpressions;

namespace Analytics.Pipeline.Staging;

/// <summary>The currencies that a column's values are written in.</summary>
internal static partial class Currencies
{
    /// <summary>The macro that reads a currency out of a cell with an amount.</summary>
    public const string Macro = "read_currency_mark";

    [GeneratedRegex(@"(?<sign>[€$£])|\b(?<code>EUR|USD|GBP|CHF|CAD|MAD|XOF|XAF|TND|DZD|JPY|SEK|NOK|DKK|PLN|CZK|HUF|RON|AUD|BRL|MXN|CNY|INR|AED)\b", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Mark();

    /// <summary>Codes in order; amounts of several currencies cannot be added.</summary>
    public static IReadOnlyList<string> Of(IEnumerable<string> values) => values
        .Select(v => Mark().Match(v))
        .Where(m => m.Success)
        .Select(m => m.Groups["sign"].Value switch { "€" => "EUR", "$" => "USD", "£" => "GBP", _ => m.Groups["code"].Value })
        .Distinct(StringComparer.Ordinal)
        .Order(StringComparer.Ordinal)
        .ToList();
}
