using System.Collections.Concurrent;
using System.Text.RegularExpressions;

namespace Analytics.Pipeline.Warehouse;

/// <summary>A SQL file: the table that it makes, its header lines ("-- key: …") and the SELECT below them.</summary>
internal sealed partial record SqlScript(string Schema, string Name, IReadOnlyDictionary<string, string> Header, string Body)
{
    private static readonly Dictionary<string, string> SchemaOfFolder = new(StringComparer.Ordinal)
    {
        ["staging"] = "staging",
        ["core"] = "core",
        ["per_customer"] = "per_customer",
        ["parts"] = "parts",
        ["global"] = "marts",
        ["page"] = "page",
        ["global/kpis"] = "kpis",
        ["checks"] = "checks",
        ["behind"] = "behind",
    };

    private static readonly ConcurrentDictionary<string, IReadOnlyList<SqlScript>> s_folders = new(StringComparer.Ordinal);
    private static readonly ConcurrentDictionary<string, IReadOnlyList<SqlScript>> s_ordered = new(StringComparer.Ordinal);

    public string Table => $"{Schema}.{Name}";

    /// <summary>"table", or "view" where a copy of the rows would serve nobody.</summary>
    public string Kind => Header.GetValueOrDefault("as", "table");

    /// <summary>Whether the engine is to join in the text's order: where it takes the long side for the short one, it holds it in memory.</summary>
    public bool JoinsAsWritten => Header.GetValueOrDefault("joins") == "as written";

    [GeneratedRegex(@"^-- (?<name>\w+): (?<value>.*)$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex HeaderLine();

    [GeneratedRegex(@"\b(?<schema>staging|core|per_customer|parts|marts|page|kpis)\.(?<table>\w+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex TableReference();

    /// <summary>The files of the folders, each after the files whose tables it reads.</summary>
    public static IReadOnlyList<SqlScript> InOrder(params string[] folders) =>
        s_ordered.GetOrAdd(string.Join(' ', folders), _ => Order(folders));

    private static List<SqlScript> Order(string[] folders)
    {
        var scripts = folders.SelectMany(Folder).ToDictionary(s => s.Table, StringComparer.Ordinal);
        var ordered = new List<SqlScript>();
        var state = new Dictionary<string, bool>(StringComparer.Ordinal);
        foreach (var script in scripts.Values) Visit(script);
        return ordered;

        void Visit(SqlScript script)
        {
            if (state.TryGetValue(script.Table, out var done))
            {
                if (!done) throw new InvalidOperationException($"sql: {script.Table} reads a table that reads it.");
                return;
            }
            state[script.Table] = false;
            foreach (var read in script.Reads)
                if (scripts.TryGetValue(read, out var earlier)) Visit(earlier);
            state[script.Table] = true;
            ordered.Add(script);
        }
    }

    public static IReadOnlyList<SqlScript> Folder(string folder) => s_folders.GetOrAdd(folder, static folder => EmbeddedText.Names($"sql/{folder}/")
        .Where(n => !n[(folder.Length + 5)..].Contains('/'))
        .Select(n => Parse(SchemaOfFolder[folder], Path.GetFileNameWithoutExtension(n), EmbeddedText.Read(n)))
        .ToList());

    public IEnumerable<string> Reads => TableReference().Matches(Body)
        .Select(m => m.Value)
        .Where(t => t != Table)
        .Distinct(StringComparer.Ordinal);

    internal static SqlScript Parse(string schema, string name, string text)
    {
        var header = text.Split('\n').TakeWhile(l => l.StartsWith("--", StringComparison.Ordinal)).ToList();
        var named = header.Select(l => HeaderLine().Match(l)).Where(m => m.Success)
            .ToDictionary(m => m.Groups["name"].Value, m => m.Groups["value"].Value.Trim(), StringComparer.Ordinal);
        var body = string.Join('\n', text.Split('\n').Skip(header.Count)).Trim().TrimEnd(';');
        return new(schema, name, named, body);
    }
}
