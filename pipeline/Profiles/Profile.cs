namespace Analytics.Pipeline.Profiles;

/// <summary>What one CRM, or one language, calls things.</summary>
internal sealed record Profile
{
    /// <summary>What a name made of a related row's words weighs, beside those that are listed.</summary>
    private const double MadeUp = 0.97;

    private readonly Lazy<Dictionary<string, TableNames>> _names;
    private readonly Lazy<HashSet<string>> _known;

    public Profile()
    {
        _names = new(() => CanonicalTable.All.ToDictionary(t => t.Name, t => new TableNames(t, NamesOf(t)), StringComparer.Ordinal));
        _known = new(() => CanonicalTable.All.SelectMany(NamesOf).Select(n => n.Form.Text).ToHashSet(StringComparer.Ordinal));
    }

    public string Crm { get; init; } = "";

    /// <summary>Groups of headers (normalised); a file that has all of one group comes from this CRM.</summary>
    public List<List<string>> Signs { get; init; } = [];

    /// <summary>Canonical table → file names (normalised) that its exports go by.</summary>
    public Dictionary<string, List<string>> Files { get; init; } = [];

    /// <summary>Canonical table → column → headers (normalised), most telling first; with a question mark where the header says little, two where it is the last resort.</summary>
    public Dictionary<string, Dictionary<string, List<string>>> Columns { get; init; } = [];

    /// <summary>Column → headers that name it in whichever table has it.</summary>
    public Dictionary<string, List<string>> Shared { get; init; } = [];

    /// <summary>Canonical table, or <c>every</c> → headers that mean something else in this CRM than they say.</summary>
    public Dictionary<string, List<string>> Ignored { get; init; } = [];

    /// <summary>Outcome ('won', 'lost') → the words of a stage or status that mean it.</summary>
    public Dictionary<string, List<string>> Outcomes { get; init; } = [];

    /// <summary>What stages are called that come before qualification; with dots, wherever it stands in the name.</summary>
    public List<string> EarlyStages { get; init; } = [];

    /// <summary>What a status or kind of document says of an order → the words that say it.</summary>
    public Dictionary<string, List<string>> Statuses { get; init; } = [];

    /// <summary>Column → what its codes stand for.</summary>
    public Dictionary<string, Dictionary<string, string>> Codes { get; init; } = [];

    /// <summary>Column → names that its values usually take, to mend a letter's slip.</summary>
    public Dictionary<string, List<string>> Vocabulary { get; init; } = [];

    /// <summary>Whether some table's column goes by this header.</summary>
    public bool Knows(string header) => _known.Value.Contains(HeaderWords.Normalise(header));

    /// <summary>What every export may call things, in all our languages.</summary>
    public static Profile Generic { get; } = EmbeddedText.Names("profiles/languages/").Select(Read)
        .Aggregate(Read("profiles/generic.yml"), (all, language) => all.With(language));

    public static IReadOnlyList<Profile> Crms { get; } = EmbeddedText.Names("profiles/crm/").Select(Read).ToList();

    private static IReadOnlyList<Profile> Whole { get; } = Crms.Select(c => c.With(Generic)).ToList();

    /// <summary>The CRM that the headers give away, its own names before the general ones.</summary>
    public static Profile For(IEnumerable<string> headers)
    {
        var present = headers.Select(HeaderWords.Normalise).ToHashSet(StringComparer.Ordinal);
        var signed = Whole.Select(c => (Crm: c, Signs: c.Signs.Count(s => s.All(present.Contains)))).MaxBy(c => c.Signs);
        return signed.Signs == 0 ? Generic : signed.Crm;
    }

    /// <summary>What a CRM's codes in a column stand for; nothing where it writes words.</summary>
    public static IReadOnlyDictionary<string, string> CodesOf(string crm, string column) =>
        Crms.FirstOrDefault(c => c.Crm == crm)?.Codes.GetValueOrDefault(column) ?? [];

    public bool Ignores(string table, string header)
    {
        var name = HeaderWords.Normalise(header);
        return Ignored.GetValueOrDefault("every", []).Contains(name) || Ignored.GetValueOrDefault(table, []).Contains(name);
    }

    public TableNames NamesFor(CanonicalTable table) => _names.Value[table.Name];

    private IEnumerable<ColumnName> NamesOf(CanonicalTable table) => table.Columns.Keys.SelectMany(column =>
    {
        var listed = Columns.GetValueOrDefault(table.Name, []).GetValueOrDefault(column, []).Concat(Shared.GetValueOrDefault(column, [])).ToList();
        return listed.Select((name, rank) => Named(column, name, rank, isListed: true))
            .Concat(HeaderVocabulary.RelationNames(column).Select(name => Named(column, name, listed.Count, isListed: false)));
    });

    private static ColumnName Named(string column, string name, int rank, bool isListed) => new(
        column, HeaderForm.Of(name.TrimEnd('?')), Weight(name, isListed), rank, isListed);

    private static double Weight(string name, bool isListed) =>
        name.EndsWith("??", StringComparison.Ordinal) ? HeaderMatch.Last : name.EndsWith('?') ? HeaderMatch.Weak : isListed ? 1 : MadeUp;

    /// <summary>This profile's names first, then the other's.</summary>
    private Profile With(Profile other) => new()
    {
        Crm = Crm,
        Signs = Signs,
        Files = Join(Files, other.Files),
        Columns = Columns.Keys.Union(other.Columns.Keys, StringComparer.Ordinal).ToDictionary(
            t => t, t => Join(Columns.GetValueOrDefault(t, []), other.Columns.GetValueOrDefault(t, [])), StringComparer.Ordinal),
        Shared = Join(Shared, other.Shared),
        Ignored = Ignored,
        Codes = Codes,
        Outcomes = Outcomes.Count > 0 ? Outcomes : other.Outcomes,
        EarlyStages = EarlyStages.Count > 0 ? EarlyStages : other.EarlyStages,
        Statuses = Statuses.Count > 0 ? Statuses : other.Statuses,
        Vocabulary = Vocabulary.Count > 0 ? Vocabulary : other.Vocabulary,
    };

    private static Dictionary<string, List<string>> Join(Dictionary<string, List<string>> first, Dictionary<string, List<string>> second) =>
        first.Keys.Union(second.Keys, StringComparer.Ordinal).ToDictionary(
            k => k, k => first.GetValueOrDefault(k, []).Union(second.GetValueOrDefault(k, []), StringComparer.Ordinal).ToList(), StringComparer.Ordinal);

    private static Profile Read(string name) => Yaml.Reader.Deserialize<Profile>(EmbeddedText.Read(name));
}
