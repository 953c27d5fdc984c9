namespace Analytics.Pipeline.Profiles;

/// <summary>A journal of accounting entries repeats sales on both sides, with taxes and payments between: it is no list of anything that is counted here.</summary>
internal static class Ledger
{
    private static readonly HashSet<string> s_debit = new(["debit", "soll", "debe", "dare", "debito", "debet"], StringComparer.Ordinal);
    private static readonly HashSet<string> s_credit = new(["credit", "haben", "haber", "avere", "credito"], StringComparer.Ordinal);

    public static bool Is(IReadOnlyList<string> headers)
    {
        var words = headers.Select(h => HeaderWords.Meaningful(HeaderWords.Normalise(h))).ToList();
        return words.Any(w => w.Count == 1 && w.Overlaps(s_debit)) && words.Any(w => w.Count == 1 && w.Overlaps(s_credit));
    }
}
