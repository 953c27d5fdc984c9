namespace Analytics.Pipeline.Profiles;

/// <summary>The names that one table's columns go by, ready to be met by headers.</summary>
internal sealed class TableNames
{
    private readonly CanonicalTable _table;
    private readonly ILookup<string, ColumnName> _byText, _bySquashed, _byKey;
    private readonly List<ColumnName> _severalWords;

    public TableNames(CanonicalTable table, IEnumerable<ColumnName> names)
    {
        _table = table;
        var all = names.ToList();
        _byText = all.ToLookup(n => n.Form.Text, StringComparer.Ordinal);
        _bySquashed = all.ToLookup(n => n.Form.Squashed, StringComparer.Ordinal);
        _byKey = all.Where(n => n.Form.Key.Length > 0).ToLookup(n => n.Form.Key, StringComparer.Ordinal);
        _severalWords = all.Where(n => n.Form.Words.Count > 1 && n.IsListed).ToList();
    }

    /// <summary>The columns that a header can mean, each with its best score: the header as it is, without the words that only say whose field it is, and in part.</summary>
    public IReadOnlyDictionary<string, HeaderMatch> Match(string text)
    {
        var header = HeaderWords.WithoutSide(text);
        var whole = HeaderForm.Of(HeaderWords.Normalise(header));
        var part = HeaderForm.Of(HeaderWords.Normalise(HeaderWords.FirstPart(header)));
        return Match(whole, HeaderMatch.Whole)
            .Concat(Match(whole.Without(_table.Entity), HeaderMatch.WithoutEntity))
            .Concat(part.Text == whole.Text ? [] : Match(part.Without(_table.Entity), HeaderMatch.OnePart).Where(m => !whole.Changes(m.Name)))
            .Where(m => m.Score >= HeaderMatch.Guessed)
            .GroupBy(m => m.Column, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.OrderByDescending(m => m.Score).ThenBy(m => m.Rank).First(), StringComparer.Ordinal);
    }

    private IEnumerable<HeaderMatch> Match(HeaderForm header, double factor) =>
        _byText[header.Text].Select(n => n.Met(factor))
            .Concat(_bySquashed[header.Squashed].Select(n => n.Met(factor * HeaderMatch.SameLetters)))
            .Concat(_byKey[header.Key].Select(n => n.Met(factor * HeaderMatch.SameWords)))
            .Concat(_severalWords.Select(n => n.Met(factor * InPart(header, n.Form))));

    /// <summary>"Montant total HT" holds "montant ht"; one word alone inside a longer header says too little.</summary>
    private static double InPart(HeaderForm header, HeaderForm name) =>
        header.Words.Count > name.Words.Count && header.Words.IsSupersetOf(name.Words)
            && !header.Changes(name)
            ? HeaderMatch.SameWords * name.Words.Count / header.Words.Count
            : 0;
}

/// <param name="Weight">1, or less for a name that says little by itself.</param>
/// <param name="Rank">Its place among its column's names: most telling first.</param>
/// <param name="IsListed">Whether a profile lists it; else it is made of a related row's words.</param>
internal sealed record ColumnName(string Column, HeaderForm Form, double Weight, int Rank, bool IsListed)
{
    public HeaderMatch Met(double score) => new(Column, Weight * score, Rank, Form);
}
