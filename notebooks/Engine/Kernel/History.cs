using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Analytics.Notebooks.Kernel;

/// <summary>The cells of this session, for a console's arrow keys.</summary>
internal sealed class History
{
    private readonly List<(int Line, string Input, string? Output)> _cells = [];

    public void Add(int line, string input, string? output) => _cells.Add((line, input, output));

    public JsonObject Answer(JsonObject asked)
    {
        var withOutput = asked["output"]?.GetValue<bool>() ?? false;
        var entries = Chosen(asked).Select(c => (JsonNode)new JsonArray(0, c.Line, withOutput ? new JsonArray(c.Input, c.Output) : JsonValue.Create(c.Input)));
        return new() { ["history"] = new JsonArray([.. entries]) };
    }

    private IEnumerable<(int Line, string Input, string? Output)> Chosen(JsonObject asked) => asked["hist_access_type"]?.GetValue<string>() switch
    {
        "range" => _cells.Where(c => c.Line >= (Number(asked, "start") ?? 1) && c.Line < (Number(asked, "stop") ?? int.MaxValue)),
        "search" => Once(asked, Matching(asked["pattern"]?.GetValue<string>() ?? "*")).TakeLast(Number(asked, "n") ?? int.MaxValue),
        _ => _cells.TakeLast(Number(asked, "n") ?? int.MaxValue),
    };

    private IEnumerable<(int Line, string Input, string? Output)> Matching(string glob)
    {
        var pattern = "^" + Regex.Escape(glob).Replace("\\*", ".*", StringComparison.Ordinal).Replace("\\?", ".", StringComparison.Ordinal) + "$";
        return _cells.Where(c => Regex.IsMatch(c.Input, pattern, RegexOptions.Singleline, TimeSpan.FromSeconds(1)));
    }

    private static IEnumerable<(int Line, string Input, string? Output)> Once(JsonObject asked, IEnumerable<(int Line, string Input, string? Output)> cells) =>
        asked["unique"]?.GetValue<bool>() ?? false ? cells.Reverse().DistinctBy(c => c.Input, StringComparer.Ordinal).Reverse() : cells;

    private static int? Number(JsonObject asked, string name) => asked[name] is JsonValue value && value.TryGetValue<int>(out var number) ? number : null;
}
