using Analytics.Pipeline.Profiles;

namespace Analytics.Pipeline.Sample;

/// <summary>How one program writes its exports in one language: style, words, and the columns of each file.</summary>
internal sealed class SampleLayout
{
    private const string Folder = "sample/", Plain = "plain", Words = "words";
    private readonly Dictionary<string, string> _words;

    private SampleLayout(Dictionary<string, string> words, IReadOnlyList<SampleFile> files)
    {
        _words = words;
        Files = files;
    }

    public static IReadOnlyList<string> Names { get; } =
        [Plain, .. EmbeddedText.Names(Folder).Select(n => n[Folder.Length..^".yml".Length]).Where(n => n is not (Plain or Words))];

    public IReadOnlyList<SampleFile> Files { get; }

    /// <summary>The program's own files, and plain ones for the tables that it does not export.</summary>
    public static SampleLayout Of(string crm, string language)
    {
        var plain = Read(Plain).In(language);
        var own = crm == Plain ? plain : Read(crm).In(language);
        var words = language == "en" ? Yaml.Reader.Deserialize<Dictionary<string, string>>(EmbeddedText.Read($"{Folder}{Words}.yml")) : [];
        var files = own.FilesOf(Read(crm).Crm, own.Words).ToList();
        if (crm != Plain) files.AddRange(plain.FilesOf(Read(Plain).Crm, []).Where(f => files.All(o => o.Table != f.Table)));
        return new(words, files);
    }

    /// <summary>A word of the company's as this program says it.</summary>
    public string Word(SampleFile file, string french) =>
        file.Words.GetValueOrDefault(french) ?? _words.GetValueOrDefault(french) ?? french;

    public string Word(string french) => _words.GetValueOrDefault(french) ?? french;

    private static LayoutYaml Read(string name) => Yaml.Reader.Deserialize<LayoutYaml>(EmbeddedText.Read($"{Folder}{name}.yml"));

    private sealed class LayoutYaml
    {
        public string Crm { get; set; } = "";
        public LanguageYaml Fr { get; set; } = new();
        public LanguageYaml En { get; set; } = new();

        public LanguageYaml In(string language) => language == "fr" ? Fr : En;
    }

    private sealed class LanguageYaml
    {
        public SampleStyle Style { get; set; } = new();
        public Dictionary<string, string> Words { get; set; } = [];
        public List<SampleFile> Files { get; set; } = [];

        public IEnumerable<SampleFile> FilesOf(string crm, Dictionary<string, string> words) =>
            Files.Select(f => f with { Crm = f.Crm.Length == 0 ? crm : f.Crm, Style = f.Day.Length == 0 ? Style : Style with { Day = f.Day }, Words = words });
    }
}

/// <summary>One file of an export: its name, the table that it holds, and the column under each heading; "-" before what means none.</summary>
internal sealed record SampleFile
{
    public string Name { get; set; } = "";
    public string Table { get; set; } = "";
    public Dictionary<string, string> Columns { get; set; } = [];

    /// <summary>How it writes its days, where not as the program's other files.</summary>
    public string Day { get; set; } = "";

    /// <summary>Columns that a workbook hides.</summary>
    public int Hidden { get; set; }

    /// <summary>The program that its headings give away.</summary>
    public string Crm { get; set; } = "";

    [YamlDotNet.Serialization.YamlIgnore]
    public SampleStyle Style { get; init; } = new();

    [YamlDotNet.Serialization.YamlIgnore]
    public IReadOnlyDictionary<string, string> Words { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>The days of which it holds the rows.</summary>
    [YamlDotNet.Serialization.YamlIgnore]
    public SampleDays Days { get; init; } = SampleDays.All;

    /// <summary>Those of which another file holds the rows too.</summary>
    [YamlDotNet.Serialization.YamlIgnore]
    public SampleDays Overlap { get; init; } = SampleDays.None;

    /// <summary>Whether the other file is read after this one, and counts.</summary>
    [YamlDotNet.Serialization.YamlIgnore]
    public bool IsSuperseded { get; init; }

    public bool Holds(DateOnly day) => Days.Holds(day);

    public bool IsWorkbook => Name.EndsWith(".xlsx", StringComparison.Ordinal);
}

/// <summary>The days from one to another, both included.</summary>
internal sealed record SampleDays(DateOnly From, DateOnly To)
{
    public static readonly SampleDays All = new(DateOnly.MinValue, DateOnly.MaxValue);
    public static readonly SampleDays None = new(DateOnly.MaxValue, DateOnly.MinValue);

    public bool Holds(DateOnly day) => day >= From && day <= To;
}
