using Analytics.Pipeline.Landing;

namespace Analytics.Pipeline.Profiles;

/// <summary>Columns told from their values where their headers say nothing: the one column of dates, of money, of SIREN numbers, of addresses.</summary>
internal static class ValueGuesses
{
    private static readonly IReadOnlyList<(string Table, string Column, Predicate<string> Shape)> s_shapes =
    [
        ("orders", "ordered_at", CellShape.IsDate), ("orders", "amount", CellShape.IsMoney),
        ("accounts", "siren", CellShape.IsSiren), ("accounts", "vat", CellShape.IsVat), ("accounts", "email", CellShape.IsMail),
        ("contacts", "email", CellShape.IsMail),
    ];

    /// <summary>Where headers name a row's subject but not all its columns, the one unknown column that can be one of them is guessed; between two, none is.</summary>
    public static List<HeaderMapping> Complete(CanonicalTable table, List<HeaderMapping> headers, ColumnValues values)
    {
        if (!headers.Any(h => h.Column is "account_id" or "account_name" or "buyer_last_name" or "name" or "last_name")) return headers;
        return s_shapes.Where(s => s.Table == table.Name)
            .Aggregate(headers, (known, s) => Guess(known, s.Column, i => values.Are(i, s.Shape)));
    }

    /// <summary>The one column of few words, some of which mean won and some lost, is how a deal ended, whatever it is called.</summary>
    public static List<HeaderMapping> Outcomes(CanonicalTable table, List<HeaderMapping> headers, ColumnValues values) =>
        table.Name != "opportunities" || headers.Exists(h => h.Column is "stage" or "status" or "is_won" or "won_at")
            ? headers
            : Guess(headers, "stage", i => values.AreFew(i) && values.Any(i, StatusWords.SaysWon) && values.Any(i, StatusWords.SaysLost));

    /// <summary>A file without headers; null where two columns could be the same thing.</summary>
    public static FileMapping? Recognise(IReadOnlyList<string> headers, IReadOnlyList<string[]> head)
    {
        var values = new ColumnValues(head, Recognition.NoLinks);
        var none = headers.Select((h, i) => new HeaderMapping(i, h, null, 0)).ToList();
        var dated = Guess(none, "ordered_at", i => values.Are(i, CellShape.IsDate));
        var priced = Guess(dated, "amount", i => values.Are(i, CellShape.IsMoney));
        var customer = priced.FirstOrDefault(h => h.Column is null && values.ComeBack(h.Index));
        if (customer is null || priced.Count(h => h.Column is not null) != 2) return null;
        priced[customer.Index] = customer with { Column = "account_id", Confidence = HeaderMatch.Guessed };
        return new(CanonicalTable.All.Single(t => t.Name == "orders"), Profile.Generic.Crm, priced);
    }

    /// <summary>A header that says something, even of another table, is not guessed to be this; but it is one that could be, and between two none is.</summary>
    private static List<HeaderMapping> Guess(List<HeaderMapping> headers, string column, Predicate<int> looks)
    {
        if (headers.Any(h => h.Column == column)) return headers;
        var fitting = headers.Where(h => h.Column is null && !IsBeside(h.Header) && looks(h.Index)).ToList();
        return fitting is not [var one] || Profile.Generic.Knows(one.Header)
            ? headers
            : headers.Select(h => h == one ? h with { Column = column, Confidence = HeaderMatch.Guessed } : h).ToList();
    }

    /// <summary>"Freight" is money, and no sale.</summary>
    private static bool IsBeside(string header) => HeaderWords.Meaningful(HeaderWords.Normalise(header)).Overlaps(HeaderVocabulary.Beside);
}
