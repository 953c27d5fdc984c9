using System.Text.RegularExpressions;

namespace Analytics.Pipeline.Landing;

/// <summary>A line or column of totals, told from its first word: what it holds stands in the table already.</summary>
internal static partial class TotalLine
{
    [GeneratedRegex(@"^\s*(grand |sous[- ]?|sub-?)?(total|totaux|somme|sum|summe|gesamt|suma)\b", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Total();

    public static bool Is(string name) => Total().IsMatch(name);
}
