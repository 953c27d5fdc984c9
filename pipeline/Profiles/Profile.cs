namespace Analytics.Pipeline.Profiles;

/// <summary>What one CRM, or one language, calls things.</summary>
internal sealed record Profile
{
    private readonly Lazy<HashSet<string>> _known;

    public Profile() => _known = new(() => Columns.Values.SelectMany(c => c.Values).SelectMany(n => n).ToHashSet(StringComparer.Ordinal));

    public string Crm { get; init; } = "";

    /// <summary>Groups of headers (normalised); a file that has all of one group comes from this CRM.</summary>
    public List<List<string>> Signs { get; init; } = [];

    /// <summary>Canonical table → file names (normalised) that its exports go by.</summary>
    public Dictionary<string, List<string>> Files { get; init; } = [];

    /// <summary>Canonical table → column → headers (normalised), most telling first.</summary>
    public Dictionary<string, Dictionary<string, List<string>>> Columns { get; init; } = [];

    /// <summary>Headers that mean something else in this CRM than they say.</summary>
    public List<string> Ignored { get; init; } = [];

    /// <summary>Outcome ('won', 'lost') → the words of a stage or status that mean it.</summary>
    public Dictionary<string, List<string>> Outcomes { get; init; } = [];

    /// <summary>Column → names that its values usually take, to mend a letter's slip.</summary>
    public Dictionary<string, List<string>> Vocabulary { get; init; } = [];

    /// <summary>Whether some table's column goes by this header.</summary>
    public bool Knows(string header) => _known.Value.Contains(HeaderWords.Normalise(header));

    /// <summary>What every export may call things, in all our languages.</summary>
    public static Profile Generic { get; } = EmbeddedText.Names("profiles/languages/").Select(Read)
        .Aggregate(Read("profiles/generic.yml"), (all, language) => all.With(language));

    public static IReadOnlyList<Profile> Crms { get; } = EmbeddedText.Names("profiles/crm/").Select(Read).ToList();

    /// <summary>The CRM that the headers give away, its own names before the general ones.</summary>
    public static Profile For(IEnumerable<string> headers)
    {
        var present = headers.Select(HeaderWords.Normalise).ToHashSet(StringComparer.Ordinal);
        var signed = Crms.Select(c => (Crm: c, Signs: c.Signs.Count(s => s.All(present.Contains)))).MaxBy(c => c.Signs);
        return signed.Signs == 0 ? Generic : signed.Crm.With(Generic);
    }

    /// <summary>This profile's names first, then the other's.</summary>
    private Profile With(Profile other) => this with
    {
        Files = Join(Files, other.Files),
        Columns = Columns.Keys.Union(other.Columns.Keys, StringComparer.Ordinal).ToDictionary(
            t => t, t => Join(Columns.GetValueOrDefault(t, []), other.Columns.GetValueOrDefault(t, [])), StringComparer.Ordinal),
        Outcomes = Outcomes.Count > 0 ? Outcomes : other.Outcomes,
        Vocabulary = Vocabulary.Count > 0 ? Vocabulary : other.Vocabulary,
    };

    private static Dictionary<string, List<string>> Join(Dictionary<string, List<string>> first, Dictionary<string, List<string>> second) =>
        first.Keys.Union(second.Keys, StringComparer.Ordinal).ToDictionary(
            k => k, k => first.GetValueOrDefault(k, []).Union(second.GetValueOrDefault(k, []), StringComparer.Ordinal).ToList(), StringComparer.Ordinal);

    private static Profile Read(string name) => Yaml.Reader.Deserialize<Profile>(EmbeddedText.Read(name));
}
