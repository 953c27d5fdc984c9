using Analytics.Pipeline.Landing;

namespace Analytics.Pipeline.Profiles;

/// <summary>A list of orders told from its values: the one column of dates, the one of money, and a customer who comes back.</summary>
internal static class OrderShapes
{
    /// <summary>Where headers name an order but not its day or its amount, the one column that can be it is guessed; between two, none is.</summary>
    public static List<HeaderMapping> Complete(CanonicalTable table, List<HeaderMapping> headers, ColumnValues values)
    {
        if (table.Name != "orders" || !headers.Any(h => h.Column is "account_id" or "account_name")) return headers;
        var dated = Guess(headers, "ordered_at", i => values.Are(i, CellShape.IsDate));
        return Guess(dated, "amount", i => values.Are(i, CellShape.IsMoney));
    }

    /// <summary>A file without headers; null where two columns could be the same thing.</summary>
    public static FileMapping? Recognise(IReadOnlyList<string> headers, IReadOnlyList<string[]> head)
    {
        var values = new ColumnValues(head);
        var none = headers.Select((h, i) => new HeaderMapping(i, h, null, 0)).ToList();
        var dated = Guess(none, "ordered_at", i => values.Are(i, CellShape.IsDate));
        var priced = Guess(dated, "amount", i => values.Are(i, CellShape.IsMoney));
        var customer = priced.FirstOrDefault(h => h.Column is null && values.ComeBack(h.Index));
        if (customer is null || priced.Count(h => h.Column is not null) != 2) return null;
        priced[customer.Index] = customer with { Column = "account_id", Confidence = HeaderMatch.Guessed };
        return new(CanonicalTable.All.Single(t => t.Name == "orders"), Profile.Generic.Crm, priced);
    }

    private static List<HeaderMapping> Guess(List<HeaderMapping> headers, string column, Predicate<int> looks)
    {
        if (headers.Any(h => h.Column == column)) return headers;
        var fitting = headers.Where(h => h.Column is null && looks(h.Index)).ToList();
        return fitting is not [var one]
            ? headers
            : headers.Select(h => h == one ? h with { Column = column, Confidence = HeaderMatch.Guessed } : h).ToList();
    }
}
