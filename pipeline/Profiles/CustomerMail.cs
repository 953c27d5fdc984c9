using Analytics.Pipeline.Landing;

namespace Analytics.Pipeline.Profiles;

/// <summary>A shop's orders that name no customer are known by the address that ordered: it is the customer's key.</summary>
internal static class CustomerMail
{
    public static List<HeaderMapping> Settle(CanonicalTable table, List<HeaderMapping> headers, ColumnValues values)
    {
        if (table.Name != "orders" || headers.Any(h => h.Column is "account_id" or "account_name")) return headers;
        var mails = headers.Where(h => h.Column is null && Says(h.Header) && values.Are(h.Index, CellShape.IsMail)).ToList();
        return mails is not [var mail]
            ? headers
            : headers.Select(h => h == mail ? new(h.Index, h.Header, "account_id", HeaderMatch.Guessed) : h).ToList();
    }

    private static bool Says(string header) =>
        Profile.Generic.NamesFor(CanonicalTable.All.Single(t => t.Name == "accounts")).Match(header).ContainsKey("email");
}
