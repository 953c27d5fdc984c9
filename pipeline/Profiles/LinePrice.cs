namespace Analytics.Pipeline.Profiles;

/// <summary>"Price" beside a quantity is a unit's; with no other amount beside it, it is the row's. "Reference" is a product's only where rows are lines.</summary>
internal static class LinePrice
{
    public static List<HeaderMapping> Settle(CanonicalTable table, List<HeaderMapping> headers)
    {
        if (table.Name != "orders" || headers.Any(h => h.Column is "quantity")) return headers;
        var hasAmount = headers.Any(h => h.Column is "amount");
        var isLine = headers.Any(h => h.Column is "product_name" or "unit_price");
        return headers.Select(h => h switch
        {
            { Column: "unit_price", Confidence: <= HeaderMatch.Weak } when !hasAmount => h with { Column = "amount" },
            { Column: "product_id", Confidence: <= HeaderMatch.Weak } when !isLine => h.LeftOut("less_clear"),
            _ => h,
        }).ToList();
    }
}
