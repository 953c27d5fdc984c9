using System.Text.RegularExpressions;

namespace Analytics.Pipeline.Landing;

/// <summary>What a cell looks like, whatever its column is called.</summary>
internal static partial class CellShape
{
    [GeneratedRegex(@"^\s*[-+−(]?([€$£]|EUR|USD|GBP|CHF)?\s*[-−]?\d[\d\s.,'’]*\s*([€$£%]|EUR|USD|GBP|CHF|CAD|MAD|XOF)?\)?-?\s*$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Number();

    [GeneratedRegex(@"^\s*\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}(,?(T|\s|\sà\s|\sat\s|\s-\s)\d{1,2}[:hH]\d{2}.*)?\s*$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Date();

    [GeneratedRegex(@"^\s*[^@\s]+@[^@\s]+\.[^@\s]+\s*$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Mail();

    [GeneratedRegex(@"^\s*(19|20)\d{2}(0[1-9]|1[0-2])([0-2]\d|3[01])\s*$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex PackedDate();

    [GeneratedRegex(@"[.,]\d{1,2}\D*$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Decimals();

    [GeneratedRegex(@"^\s*(\d{3}\s?\d{3}\s?\d{3}|\d{3}\s?\d{3}\s?\d{3}\s?\d{5})\s*$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Siren();

    [GeneratedRegex(@"^\s*[A-Z]{2}\s?[0-9A-Z]{2}\s?[0-9][0-9 ]{6,12}\s*$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Vat();

    public static bool IsNumber(string cell) => Number().IsMatch(cell);

    public static bool IsDate(string cell) => Date().IsMatch(cell) || PackedDate().IsMatch(cell);

    public static bool IsMoney(string cell) => IsNumber(cell) && Decimals().IsMatch(cell);

    /// <summary>A day with its marks: 20251231 could as well be a number.</summary>
    public static bool IsDayInWriting(string cell) => Date().IsMatch(cell);

    public static bool IsMail(string cell) => Mail().IsMatch(cell);

    /// <summary>Nine or fourteen digits whose last one checks the others (Luhn), as INSEE numbers companies and their sites.</summary>
    public static bool IsSiren(string cell) => Siren().IsMatch(cell) && Luhn(cell) == 0;

    public static bool IsVat(string cell) => Vat().IsMatch(cell);

    /// <summary>Letters without a digit: no number and no day.</summary>
    public static bool IsWording(string cell) => cell.Any(char.IsLetter) && !cell.Any(char.IsDigit);

    /// <summary>One word with a digit in it, such as C00123 or 43000001: a key, not a name.</summary>
    public static bool IsCode(string cell) => !cell.Trim().Any(char.IsWhiteSpace) && cell.Any(char.IsDigit) && !IsValueInWriting(cell);

    private static bool IsValueInWriting(string cell) => IsMoney(cell) || IsDayInWriting(cell) || IsMail(cell);

    /// <summary>A number, a date or an address: what stands under headers, hardly ever in them.</summary>
    public static bool IsValue(string cell) => IsNumber(cell) || IsDate(cell) || IsMail(cell);

    private static int Luhn(string cell)
    {
        var digits = cell.Where(char.IsAsciiDigit).Reverse().Select(c => c - '0').ToList();
        return digits.Select((d, i) => i % 2 == 0 ? d : 2 * d / 10 + 2 * d % 10).Sum() % 10;
    }
}
