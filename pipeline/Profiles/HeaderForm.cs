namespace Analytics.Pipeline.Profiles;

/// <summary>A header, or a name that headers go by, in the forms in which the two can meet.</summary>
internal sealed class HeaderForm
{
    private HeaderForm(string text, IReadOnlySet<string> words)
    {
        Text = text;
        Squashed = text.Replace(" ", "", StringComparison.Ordinal);
        Words = words;
        Key = string.Join(' ', words.Order(StringComparer.Ordinal));
    }

    public string Text { get; }

    /// <summary>Without its spaces: "close date" and "closedate" meet here.</summary>
    public string Squashed { get; }

    /// <summary>The words that say something, spelled out and in the singular.</summary>
    public IReadOnlySet<string> Words { get; }

    public string Key { get; }

    public static HeaderForm Of(string normalised) => new(normalised, HeaderWords.Meaningful(normalised));

    /// <summary>What is left without the words that only say whose field it is.</summary>
    public HeaderForm Without(IReadOnlySet<string> entity)
    {
        var left = Text.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Where(w => !entity.Contains(w));
        return Of(string.Join(' ', left));
    }

    /// <summary>Whether its words beside the name's make another field of it.</summary>
    public bool Changes(HeaderForm name) => Words.Any(w => HeaderVocabulary.Changing.Contains(w) && !name.Words.Contains(w));
}
