namespace Analytics.Pipeline.Profiles;

/// <summary>Names a file's table and columns from its headers, checked against its values; the file's name decides only between equals.</summary>
internal static class Recognition
{
    private const double FileNameWeight = 1.5;
    private const double FolderNameWeight = 0.5;
    private const double Equal = 0.05;

    /// <summary>A town in a list of orders describes its customer: it tells less than in a list of customers.</summary>
    private const double TraitWeight = 0.5;
    private const double LeadWeight = 2.5;
    private const int LeadNames = 2;

    public static FileMapping? Recognise(string fileName, IReadOnlyList<string> headers, IReadOnlyList<string[]>? head = null) =>
        Recognise(fileName, headers, head ?? [], NoLinks, out _);

    public static IReadOnlyDictionary<int, KeyLink> NoLinks { get; } = new Dictionary<int, KeyLink>();

    /// <summary>Null where no table, or two tables equally well, could be meant.</summary>
    /// <param name="links">What other files' keys say of columns.</param>
    public static FileMapping? Recognise(string fileName, IReadOnlyList<string> headers, IReadOnlyList<string[]> head, IReadOnlyDictionary<int, KeyLink> links, out string? unsure)
    {
        unsure = "no_table_recognised";
        if (Ledger.Is(headers)) return null;
        var profile = Profile.For(headers);
        var values = new ColumnValues(head, links);
        var readings = CanonicalTable.All.Select(t => Read(t, headers, profile, values)).Where(r => IsTable(r, NameOf(r), values)).ToList();
        if (readings.Exists(r => PersonNames.AreOf(r, NameOf(r) >= FileNameWeight))) readings.RemoveAll(r => r.Table.Name == "contacts");
        if (readings.Exists(NamesItself)) readings.RemoveAll(r => r.Table.Name == "orders" && !r.Used.Any(h => h.Column == "id"));
        var claims = headers.Select((_, i) => readings.Count(r => r.Headers[i].Column is not null)).ToList();
        var candidates = readings
            .Select(r => (Mapping: r, Score: r.Used.Sum(h => Weight(r.Table, h) / Math.Sqrt(claims[h.Index])) + OwnName(r) + NameOf(r)))
            .OrderByDescending(c => c.Score)
            .ToList();
        unsure = candidates.Count == 0 ? "no_table_recognised"
            : candidates.Count > 1 && candidates[0].Score - candidates[1].Score < Equal ? "two_tables_possible"
            : null;
        return unsure is null ? PersonNames.Settle(candidates[0].Mapping) : null;

        double NameOf(FileMapping mapping) => NameScore(fileName, profile.Files.GetValueOrDefault(mapping.Table.Name, []));
    }

    private static FileMapping Read(CanonicalTable table, IReadOnlyList<string> headers, Profile profile, ColumnValues values) =>
        new(table, profile.Crm, Settle(table, ColumnAssignment.Of(table, headers, profile, values), values));

    private static List<HeaderMapping> Settle(CanonicalTable table, List<HeaderMapping> named, ColumnValues values)
    {
        var documents = DealForecast.Settle(table, InvoiceNumber.Settle(table, LinePrice.Settle(table, BuyerNames.Settle(table, named))));
        var customers = CustomerMail.Settle(table, documents, values);
        return NetAmount.Settle(table, ValueGuesses.Outcomes(table, ValueGuesses.Complete(table, customers, values), values), values);
    }

    /// <summary>"Lead status" and "Lead source" beside a person's name: the person is a lead.</summary>
    private static double OwnName(FileMapping mapping) => mapping.Table.Name == "leads" && mapping.Used.Count(h => NamesRow(mapping.Table, h)) >= LeadNames ? LeadWeight : 0;

    /// <summary>Rows that bear a quote's or a case's number, and no order's, are no orders.</summary>
    private static bool NamesItself(FileMapping mapping) =>
        mapping.Table.Name is "quotes" or "complaints" or "contracts" && mapping.Used.Any(h => h.Column == "id" && NamesRow(mapping.Table, h));

    private static bool NamesRow(CanonicalTable table, HeaderMapping header) =>
        HeaderWords.Normalise(header.Header).Split(' ') is { Length: > 1 } words && words.Any(table.Entity.Contains);

    private static double Weight(CanonicalTable table, HeaderMapping header) => table.Traits.Contains(header.Column!) ? TraitWeight * header.Confidence : header.Confidence;

    /// <summary>A column that each row must fill, and none of the first does, speaks for no table.</summary>
    private static bool IsTable(FileMapping mapping, double name, ColumnValues values)
    {
        var filled = mapping.Used.Where(h => !mapping.Table.Required.Contains(h.Column!, StringComparer.Ordinal) || !values.IsEmpty(h.Index));
        var found = filled.SelectMany(h => h.Confidence > HeaderMatch.Weak ? [h.Column!, $"{h.Column}!"] : (string[])[h.Column!]).ToHashSet(StringComparer.Ordinal);
        if (name >= FileNameWeight) found.Add("(name)");
        return mapping.Table.FoundBy.All(group => group.Any(found.Contains)) && !PersonList.Is(mapping.Table, mapping) && !Purchases.Are(mapping);
    }

    /// <summary>The file's own name says more than the workbook's or archive's that holds it.</summary>
    private static double NameScore(string fileName, List<string> names)
    {
        var parts = fileName.Split('/');
        if (IsNamed(Path.GetFileNameWithoutExtension(parts[^1]), names)) return FileNameWeight;
        return parts[..^1].Any(p => IsNamed(Path.GetFileNameWithoutExtension(p), names)) ? FolderNameWeight : 0;
    }

    private static bool IsNamed(string name, List<string> names)
    {
        var words = HeaderWords.Meaningful(HeaderWords.Normalise(name));
        return names.Any(n => words.IsSupersetOf(HeaderWords.Meaningful(n)));
    }
}
