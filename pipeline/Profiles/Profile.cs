namespace Analytics.Pipeline.Profiles;

/// <summary>What one CRM calls things.</summary>
internal sealed record Profile
{
    private readonly Lazy<HashSet<string>> _known;

    public Profile() => _known = new(() => Columns.Values.SelectMany(c => c.Values).SelectMany(n => n).ToHashSet(StringComparer.Ordinal));

    public string Crm { get; init; } = "";

    /// <summary>Canonical table → file names (normalised) that its exports go by.</summary>
    public Dictionary<string, List<string>> Files { get; init; } = [];

    /// <summary>Canonical table → column → headers (normalised).</summary>
    public Dictionary<string, Dictionary<string, List<string>>> Columns { get; init; } = [];

    /// <summary>Outcome ('won', 'lost') → the words of a stage or status that mean it.</summary>
    public Dictionary<string, List<string>> Outcomes { get; init; } = [];

    /// <summary>Column → names that its values usually take, to mend a letter's slip.</summary>
    public Dictionary<string, List<string>> Vocabulary { get; init; } = [];

    /// <summary>Whether some table's column goes by this header.</summary>
    public bool Knows(string header) => _known.Value.Contains(HeaderWords.Normalise(header));

    public static Profile Generic { get; } = Yaml.Reader.Deserialize<Profile>(EmbeddedText.Read("profiles/generic.yml"));
}
