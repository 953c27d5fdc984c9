namespace Analytics.Pipeline.Profiles;

/// <summary>What was bought of suppliers is no sale: a file that names a supplier and no customer is no list of orders, of their lines or of quotes.</summary>
internal static class Purchases
{
    private static readonly HashSet<string> s_supplier = new(["supplier", "fournisseur", "lieferant", "proveedor", "fornitore", "leverancier", "fornecedor", "kreditor"], StringComparer.Ordinal);

    public static bool Are(FileMapping mapping) => NamesSupplier(mapping)
        && !mapping.Used.Any(h => h.Column is "account_id" or "account_name")
        && (mapping.Table.Name is "orders" or "order_lines" or "quotes" or "contracts" || NamesOrder(mapping));

    /// <summary>A list of articles may say who supplies them, but not by which order.</summary>
    private static bool NamesOrder(FileMapping mapping)
    {
        var names = Profile.Generic.NamesFor(CanonicalTable.All.Single(t => t.Name == "order_lines"));
        return mapping.Headers.Any(h => names.Match(h.Header).ContainsKey("order_id"));
    }

    private static bool NamesSupplier(FileMapping mapping) =>
        mapping.Headers.Any(h => HeaderWords.Meaningful(HeaderWords.Normalise(h.Header)).Overlaps(s_supplier));
}
