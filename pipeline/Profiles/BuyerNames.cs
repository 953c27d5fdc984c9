namespace Analytics.Pipeline.Profiles;

/// <summary>In a list of orders, too, a bare "Nom" beside a first name is a person's, and a first name without a last one calls nobody.</summary>
internal static class BuyerNames
{
    private const string First = "buyer_first_name", Last = "buyer_last_name", Company = "account_name";

    public static List<HeaderMapping> Settle(CanonicalTable table, List<HeaderMapping> headers)
    {
        if (table.Name != "orders" || !headers.Any(h => h.Column == First) || headers.Any(h => h.Column == Last)) return headers;
        return headers.Any(IsBare)
            ? headers.Select(h => IsBare(h) ? new(h.Index, h.Header, Last, HeaderMatch.WithoutEntity) : h).ToList()
            : headers.Select(h => h.Column == First ? new(h.Index, h.Header, null, 0) : h).ToList();
    }

    private static bool IsBare(HeaderMapping header) => header.Column == Company && PersonList.BareNames.Contains(HeaderWords.Normalise(header.Header));
}
