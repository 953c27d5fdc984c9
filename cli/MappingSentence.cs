namespace Analytics.Cli;

/// <summary>What is wrong in a mapping file: where, what stands there, what could, and the nearest right name.</summary>
internal static class MappingSentence
{
    public static string Of(Texts texts, IReadOnlyDictionary<string, string> facts)
    {
        var filled = facts.Select(f => (f.Key, f.Value)).ToArray();
        var nearest = facts["nearest"].Length > 0 ? " " + texts.Fill("mapping.nearest", filled) : "";
        return texts.Fill("mapping.at", filled) + texts.Fill($"mapping.{facts["code"]}", filled) + nearest;
    }
}
