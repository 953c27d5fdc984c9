namespace Analytics.Pipeline.Profiles;

/// <summary>"Price" beside a quantity is a unit's; with no other amount beside it, it is the row's.</summary>
internal static class LinePrice
{
    public static List<HeaderMapping> Settle(CanonicalTable table, List<HeaderMapping> headers) =>
        table.Name == "orders" && headers.All(h => h.Column is not ("amount" or "quantity"))
            ? headers.Select(h => h is { Column: "unit_price", Confidence: <= HeaderMatch.Weak } ? h with { Column = "amount" } : h).ToList()
            : headers;
}
