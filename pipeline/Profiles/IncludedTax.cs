namespace Analytics.Pipeline.Profiles;

/// <summary>Where the one amount that a file has is with tax, and the tax stands beside it, the tax is read too, to be taken off.</summary>
internal static class IncludedTax
{
    private const double Guess = 0.8, Mostly = 0.9, Seldom = 0.5;
    private const decimal Rounding = 0.011m;

    private static readonly HashSet<string> s_tax = new(["tva", "tax", "taxe", "vat", "iva", "btw", "mwst", "ust", "gst", "imposta", "imposto", "impuesto", "steuer"], StringComparer.Ordinal);

    /// <summary>The usual rates of value added tax in Europe and North Africa, in percent.</summary>
    private static readonly decimal[] s_rates = [20, 10, 5.5m, 2.1m, 8.5m, 19.6m, 21, 6, 12, 9, 4, 19, 7, 16, 5, 22, 23, 13, 25, 8.1m, 7.7m, 2.6m, 3.8m, 17, 14, 8, 3, 18, 15, 24, 27];

    /// <summary>An amount with tax is told by the rates that the tax is of what is left without it, and not of the whole.</summary>
    public static List<HeaderMapping> Settle(List<HeaderMapping> headers, Dictionary<HeaderMapping, decimal?[]> numbers)
    {
        var amount = numbers.Keys.FirstOrDefault(h => h.Column == "amount");
        if (amount is null || numbers.Keys.Where(IsTax).ToList() is not [var tax]) return headers;
        var rows = numbers[amount].Zip(numbers[tax]).Where(r => r is { First: not null, Second: not (null or 0) }).Select(r => (Amount: r.First!.Value, Tax: r.Second!.Value)).ToList();
        var isWith = rows.Count >= 2 && Share(rows, r => r.Amount - r.Tax) >= Mostly && Share(rows, r => r.Amount) < Seldom;
        return isWith ? headers.Select(h => h == tax ? h with { Column = "tax", Confidence = Guess, Reason = null } : h).ToList() : headers;
    }

    private static bool IsTax(HeaderMapping header) => header.Column is null && HeaderWords.Meaningful(HeaderWords.Normalise(header.Header)).Overlaps(s_tax);

    private static double Share(List<(decimal Amount, decimal Tax)> rows, Func<(decimal Amount, decimal Tax), decimal> taxed) =>
        rows.Count(r => s_rates.Any(rate => Math.Abs(r.Tax - taxed(r) * rate / 100) <= Rounding)) / (double)rows.Count;
}
