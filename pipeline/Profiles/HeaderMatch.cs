namespace Analytics.Pipeline.Profiles;

/// <summary>How well a header names a column, from 0 to 1.</summary>
internal static class HeaderMatch
{
    /// <summary>From here on a header counts as understood.</summary>
    public const double Understood = 0.9;

    /// <summary>Below this a header is left out rather than guessed.</summary>
    public const double Guessed = 0.6;

    public static double Score(string header, IEnumerable<string> names) => names.Select(n => Score(header, n)).DefaultIfEmpty(0).Max();

    private static double Score(string header, string name)
    {
        if (header == name) return 1;
        var words = HeaderWords.Meaningful(header);
        var wanted = HeaderWords.Meaningful(name);
        if (wanted.Count == 0 || words.Count == 0) return 0;
        if (words.SetEquals(wanted)) return 0.95;
        // "Montant total HT" holds "montant ht"; one word alone inside a longer header says too little.
        return wanted.Count > 1 && words.IsSupersetOf(wanted) ? 0.95 * wanted.Count / words.Count : 0;
    }
}
