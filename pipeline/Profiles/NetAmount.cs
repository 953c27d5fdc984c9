using System.Globalization;

namespace Analytics.Pipeline.Profiles;

/// <summary>What counts is the amount without tax: where, row by row, one column and a constant share of it make up the column that was taken, the first is meant.</summary>
/// <remarks>Told from the values alone, in whatever language, even where no header says that it is an amount: net + tax = gross, with a tax of up to 30 %.</remarks>
internal static class NetAmount
{
    private const double Guess = 0.8, MostTax = 0.3, LeastTax = 0.015, SameShare = 0.005, Usual = 0.5;
    private const decimal Cent = 0.02m;
    private const int MostColumns = 12;

    public static List<HeaderMapping> Settle(CanonicalTable table, List<HeaderMapping> headers, ColumnValues values)
    {
        if (table.Name is not ("orders" or "order_lines" or "quotes")) return headers;
        var numbers = headers.Where(h => h.Column is null or "amount").Select(h => (Header: h, Numbers: Read(values.First(h.Index)))).Where(n => n.Numbers is not null).Take(MostColumns).ToList();
        var taken = headers.Find(h => h.Column == "amount");
        var net = (from gross in numbers
                   where gross.Header == (taken ?? gross.Header)
                   from part in numbers
                   where part.Header.Column is null
                   from tax in numbers
                   where tax.Header.Column is null && tax.Header != part.Header && AddUp(part.Numbers!, tax.Numbers!, gross.Numbers!)
                   select part.Header).Distinct().ToList();
        return net is [var one]
            ? headers.Select(h => h == one ? h with { Column = "amount", Confidence = Guess, Reason = null } : h.Column == "amount" ? h.LeftOut("less_clear") : h).ToList()
            : table.Columns.ContainsKey("tax") ? IncludedTax.Settle(headers, numbers.ToDictionary(n => n.Header, n => n.Numbers!)) : headers;
    }

    private static bool AddUp(decimal?[] part, decimal?[] tax, decimal?[] whole)
    {
        var rows = Enumerable.Range(0, whole.Length).Where(r => part[r] is not null and not 0 && tax[r] is not null && whole[r] is not null).ToList();
        if (rows.Count < 2 || rows.Any(r => Math.Abs(part[r]!.Value + tax[r]!.Value - whole[r]!.Value) > Cent)) return false;
        var shares = rows.Select(r => (double)(tax[r]!.Value / part[r]!.Value)).Where(s => s != 0).ToList();
        return shares.Count > 0 && shares.All(s => s is >= LeastTax and <= MostTax)
            && shares.GroupBy(s => Math.Round(s / SameShare)).Max(g => g.Count()) >= Usual * shares.Count;
    }

    /// <summary>Null where the column is not one of numbers.</summary>
    private static decimal?[]? Read(IReadOnlyList<string> cells)
    {
        var numbers = cells.Select(Number).ToArray();
        return numbers.Count(n => n is not null) >= 2 && cells.Zip(numbers).All(p => p.Second is not null || p.First.Length == 0) ? numbers : null;
    }

    private static decimal? Number(string cell)
    {
        if (!Landing.CellShape.IsNumber(cell)) return null;
        var digits = new string(cell.Where(c => char.IsAsciiDigit(c) || c is '.' or ',' or '-').ToArray());
        var mark = digits.AsSpan().LastIndexOfAny('.', ',');
        var whole = mark >= 0 && digits.Length - mark - 1 != 3 ? $"{digits[..mark].Replace(".", "", StringComparison.Ordinal).Replace(",", "", StringComparison.Ordinal)}.{digits[(mark + 1)..]}"
            : digits.Replace(".", "", StringComparison.Ordinal).Replace(",", "", StringComparison.Ordinal);
        return decimal.TryParse(whole, NumberStyles.Number, CultureInfo.InvariantCulture, out var number) ? number : null;
    }
}
