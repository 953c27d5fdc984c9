namespace Analytics.Pipeline.Profiles;

/// <summary>Whether a value reads as the status of an order, a quote or a deal.</summary>
internal static class StatusWords
{
    private static readonly HashSet<string> s_words = Profile.Generic.Statuses.Values.Concat(Profile.Generic.Outcomes.Values).SelectMany(w => w).ToHashSet(StringComparer.Ordinal);

    public static bool Says(string value) => s_words.Contains(HeaderWords.Normalise(value));
}
