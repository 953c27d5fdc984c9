namespace Analytics.Pipeline.Profiles;

/// <summary>Where a file has the numbers of invoices and of orders, its rows are invoices, and the order is the one that they were made for.</summary>
internal static class InvoiceNumber
{
    private static readonly HashSet<string> s_invoice = new(["invoice", "facture", "factura", "rechnung", "rechnungsnummer", "rechnungsnr"], StringComparer.Ordinal);
    private static readonly HashSet<string> s_order = new(["order", "commande", "pedido", "bestellung", "auftrag", "bestellnummer", "auftragsnummer", "bestellnr", "auftragsnr"], StringComparer.Ordinal);

    public static List<HeaderMapping> Settle(CanonicalTable table, List<HeaderMapping> headers)
    {
        if (table.Name != "orders") return headers;
        if (headers.FirstOrDefault(h => h.Column == "id") is not { } order) return headers.Select(h => h.Column == "order_ref" ? h with { Column = "id" } : h).ToList();
        if (!Says(order, s_order)) return headers;
        if (headers.FirstOrDefault(h => h is { Column: null or "order_ref" } && Says(h, s_invoice) && (h.Candidate == "id" || h.Column is not null)) is not { } invoice)
            return headers.Select(h => h.Column == "order_ref" ? h.LeftOut("less_clear") : h).ToList();
        return headers.Select(h =>
            h == order ? h with { Column = "order_ref" }
            : h == invoice ? new(h.Index, h.Header, "id", order.Confidence)
            : h.Column == "order_ref" ? h.LeftOut("less_clear")
            : h).ToList();
    }

    private static bool Says(HeaderMapping header, HashSet<string> words) => HeaderWords.Meaningful(HeaderWords.Normalise(header.Header)).Overlaps(words);
}
