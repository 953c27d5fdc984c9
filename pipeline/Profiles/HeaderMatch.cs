namespace Analytics.Pipeline.Profiles;

/// <summary>How well a header names a column, from 0 to 1.</summary>
internal static class HeaderMatch
{
    /// <summary>From here on a header counts as understood.</summary>
    public const double Understood = 0.9;

    /// <summary>Below this a header is left out rather than guessed.</summary>
    public const double Guessed = 0.6;

    private const double SameWords = 0.95;
    private const double WithoutEntity = 0.92;
    private const double OnePart = 0.8;

    /// <summary>The best of the header as it is, without the words that only say whose field it is, and in part.</summary>
    /// <param name="entity">What the table's own rows are called: "Montant de la commande" is an order's "montant".</param>
    public static double Score(string header, IReadOnlyCollection<string> names, IReadOnlySet<string> entity)
    {
        var whole = HeaderWords.Normalise(header);
        var own = HeaderWords.Without(whole, entity);
        var part = HeaderWords.Without(HeaderWords.Normalise(HeaderWords.FirstPart(header)), entity);
        return new[] { Score(whole, names), WithoutEntity * Score(own, names), OnePart * Score(part, names) }.Max();
    }

    private static double Score(string header, IEnumerable<string> names) => names.Select(n => Score(header, n)).DefaultIfEmpty(0).Max();

    private static double Score(string header, string name)
    {
        if (header == name) return 1;
        var words = HeaderWords.Meaningful(header);
        var wanted = HeaderWords.Meaningful(name);
        if (wanted.Count == 0 || words.Count == 0) return 0;
        if (words.SetEquals(wanted)) return SameWords;
        // "Montant total HT" holds "montant ht"; one word alone inside a longer header says too little.
        return wanted.Count > 1 && words.IsSupersetOf(wanted) ? SameWords * wanted.Count / words.Count : 0;
    }
}
