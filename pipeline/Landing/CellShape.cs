using System.Text.RegularExpressions;

namespace Analytics.Pipeline.Landing;

/// <summary>What a cell looks like, whatever its column is called.</summary>
internal static partial class CellShape
{
    [GeneratedRegex(@"^\s*[-+−(]?[€$£]?\s*\d[\d\s.,'’]*\s*([€$£%]|EUR|USD|GBP)?\)?-?\s*$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Number();

    [GeneratedRegex(@"^\s*\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}([T\s]\d{1,2}:\d{2}.*)?\s*$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Date();

    [GeneratedRegex(@"^\s*[^@\s]+@[^@\s]+\.[^@\s]+\s*$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Mail();

    [GeneratedRegex(@"^\s*(19|20)\d{2}(0[1-9]|1[0-2])([0-2]\d|3[01])\s*$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex PackedDate();

    [GeneratedRegex(@"[.,]\d{1,2}\D*$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Decimals();

    public static bool IsNumber(string cell) => Number().IsMatch(cell);

    public static bool IsDate(string cell) => Date().IsMatch(cell) || PackedDate().IsMatch(cell);

    public static bool IsMoney(string cell) => IsNumber(cell) && Decimals().IsMatch(cell);

    /// <summary>A day with its marks: 20251231 could as well be a number.</summary>
    public static bool IsDayInWriting(string cell) => Date().IsMatch(cell);

    public static bool IsMail(string cell) => Mail().IsMatch(cell);

    /// <summary>A number, a date or an address: what stands under headers, hardly ever in them.</summary>
    public static bool IsValue(string cell) => IsNumber(cell) || IsDate(cell) || IsMail(cell);
}
