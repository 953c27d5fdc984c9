namespace Analytics.Pipeline.Profiles;

/// <summary>Where a list of deals has one day of closing, or one amount, and calls it expected, it is the one that counts.</summary>
internal static class DealForecast
{
    public static List<HeaderMapping> Settle(CanonicalTable table, List<HeaderMapping> headers) => table.Name == "opportunities"
        ? Stand(Stand(headers, "expected_at", "closed_at", ["won_at", "lost_at"]), "estimated_amount", "amount", [])
        : headers;

    private static List<HeaderMapping> Stand(List<HeaderMapping> headers, string forecast, string actual, IReadOnlyList<string> others) =>
        headers.Exists(h => h.Column == actual || others.Contains(h.Column, StringComparer.Ordinal))
            ? headers
            : headers.Select(h => h.Column == forecast ? h with { Column = actual, Confidence = Math.Min(h.Confidence, HeaderMatch.Weak) } : h).ToList();
}
