namespace Analytics.Pipeline.Profiles;

/// <summary>How words of headers are compared, from <c>words.yml</c>.</summary>
internal static class HeaderVocabulary
{
    private static readonly WordsYaml s_words = Yaml.Reader.Deserialize<WordsYaml>(EmbeddedText.Read("profiles/words.yml"));

    public static IReadOnlyDictionary<string, string> Spelled => s_words.Spelled;

    public static IReadOnlyDictionary<string, string> Phrases => s_words.Phrases;

    public static IReadOnlySet<string> Fillers { get; } = s_words.Fillers.ToHashSet(StringComparer.Ordinal);

    /// <summary>Words that make a day of a header that ends in them: "paid on", "payé le".</summary>
    public static IReadOnlySet<string> Dating { get; } = s_words.Dating.ToHashSet(StringComparer.Ordinal);

    /// <summary>Words that make another field of the one whose name stands beside them: "montant" is no "montant TVA".</summary>
    public static IReadOnlySet<string> Changing { get; } = s_words.Changing.SelectMany(HeaderWords.Meaningful).ToHashSet(StringComparer.Ordinal);

    /// <summary>Words of what is charged beside the goods, or taken off.</summary>
    public static IReadOnlySet<string> Beside { get; } = s_words.Beside.SelectMany(HeaderWords.Meaningful).ToHashSet(StringComparer.Ordinal);

    /// <summary>Words in brackets that leave a header's meaning as it is: "Nom client (facturation)".</summary>
    public static IReadOnlySet<string> Sides { get; } = s_words.Sides.ToHashSet(StringComparer.Ordinal);

    /// <summary>Words in the header of a column that says who left.</summary>
    public static IReadOnlySet<string> Leaving { get; } = s_words.Leaving.ToHashSet(StringComparer.Ordinal);

    /// <summary>What such a column holds of one that left.</summary>
    public static IReadOnlySet<string> Left { get; } = s_words.Left.Concat(s_words.Leaving).ToHashSet(StringComparer.Ordinal);

    /// <summary>What such a column holds of one that did not leave.</summary>
    public static IReadOnlySet<string> Stayed { get; } = s_words.Stayed.ToHashSet(StringComparer.Ordinal);

    /// <summary>"Client - Code", "Organization name", "sales_account.id": a related row's key or name, for every word that such a row goes by.</summary>
    public static IEnumerable<string> RelationNames(string column)
    {
        var at = column.LastIndexOf('_');
        if (at < 0 || !s_words.Relations.TryGetValue(column[..at], out var rows)) return [];
        return column[(at + 1)..] switch
        {
            "name" => rows.SelectMany(r => s_words.NameOf.Select(w => $"{r} {w}")),
            "id" => rows.SelectMany(r => s_words.IdOf.Select(w => $"{r} {w}")),
            _ => [],
        };
    }

    private sealed class WordsYaml
    {
        public Dictionary<string, string> Spelled { get; set; } = [];
        public Dictionary<string, string> Phrases { get; set; } = [];
        public List<string> Fillers { get; set; } = [];
        public List<string> Dating { get; set; } = [];
        public List<string> Changing { get; set; } = [];
        public List<string> Beside { get; set; } = [];
        public List<string> Sides { get; set; } = [];
        public List<string> Leaving { get; set; } = [];
        public List<string> Left { get; set; } = [];
        public List<string> Stayed { get; set; } = [];
        public List<string> NameOf { get; set; } = [];
        public List<string> IdOf { get; set; } = [];
        public Dictionary<string, List<string>> Relations { get; set; } = [];
    }
}
