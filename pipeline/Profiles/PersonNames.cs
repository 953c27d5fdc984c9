namespace Analytics.Pipeline.Profiles;

/// <summary>Customers that are people, and the sales team, go by a first and a last name.</summary>
internal static class PersonNames
{
    /// <summary>A file that calls itself one of employees, or of customers and names no company beside the person, and has their key.</summary>
    public static bool AreOf(FileMapping mapping, bool namesItself) => namesItself
        && (mapping.Table.Name is "owners" || (mapping.Table.Name is "accounts" && !mapping.Used.Any(h => h.Column == "name")))
        && mapping.Used.Any(h => h.Column == "id")
        && mapping.Headers.Any(h => NameOf(h) == "last_name");

    /// <summary>They are told only once the file's table is known: beside a company's name they are as often its contact's.</summary>
    public static FileMapping Settle(FileMapping mapping)
    {
        if (mapping.Table.Name is not ("accounts" or "owners")) return mapping;
        var named = Name(mapping.Headers, "last_name");
        // A first name alone calls nobody.
        return named.Any(h => h.Column == "last_name") ? mapping with { Headers = Name(named, "first_name") } : mapping;
    }

    private static IReadOnlyList<HeaderMapping> Name(IReadOnlyList<HeaderMapping> headers, string column) =>
        headers.Where(h => h.Column is null && NameOf(h) == column).ToList() is not [var one]
            ? headers
            : headers.Select(h => h == one ? new(h.Index, h.Header, column, HeaderMatch.WithoutEntity) : h).ToList();

    private static string? NameOf(HeaderMapping header) => Profile.Generic.NamesFor(CanonicalTable.All.Single(t => t.Name == "contacts")).Match(header.Header) switch
    {
        var found when found.TryGetValue("first_name", out var first) && first.Score >= HeaderMatch.Understood => "first_name",
        var found when found.TryGetValue("last_name", out var last) && last.Score >= HeaderMatch.Understood => "last_name",
        _ => null,
    };
}
