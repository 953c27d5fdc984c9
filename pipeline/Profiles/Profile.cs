namespace Analytics.Pipeline.Profiles;

/// <summary>What one CRM calls things.</summary>
internal sealed record Profile
{
    public string Crm { get; init; } = "";

    /// <summary>Canonical table → file names (normalised) that its exports go by.</summary>
    public Dictionary<string, List<string>> Files { get; init; } = [];

    /// <summary>Canonical table → column → headers (normalised).</summary>
    public Dictionary<string, Dictionary<string, List<string>>> Columns { get; init; } = [];

    /// <summary>Outcome ('won', 'lost') → the words of a stage or status that mean it.</summary>
    public Dictionary<string, List<string>> Outcomes { get; init; } = [];

    /// <summary>Column → names that its values usually take, to mend a letter's slip.</summary>
    public Dictionary<string, List<string>> Vocabulary { get; init; } = [];

    public static Profile Generic { get; } = Yaml.Reader.Deserialize<Profile>(EmbeddedText.Read("profiles/generic.yml"));
}
