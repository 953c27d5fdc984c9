namespace Analytics.Pipeline.Profiles;

/// <summary>Whether a value reads as the status of an order, a quote or a deal.</summary>
internal static class StatusWords
{
    private static readonly HashSet<string> s_words = Profile.Generic.Statuses.Values.Concat(Profile.Generic.Outcomes.Values).SelectMany(w => w).ToHashSet(StringComparer.Ordinal);

    public static bool SaysWon(string value) => Holds(value, "won");

    public static bool SaysLost(string value) => Holds(value, "lost");

    public static bool Says(string value) => s_words.Contains(HeaderWords.Normalise(value));

    private static bool Holds(string value, string outcome)
    {
        var words = $" {HeaderWords.Normalise(value)} ";
        return Profile.Generic.Outcomes[outcome].Exists(w => words.Contains($" {w} ", StringComparison.Ordinal));
    }
}
