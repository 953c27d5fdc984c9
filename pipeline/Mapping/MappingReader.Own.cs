using System.Text.RegularExpressions;
using YamlDotNet.RepresentationModel;

namespace Analytics.Pipeline.Mapping;

internal sealed partial class MappingReader
{
    private static readonly string[] s_names = ["name", "label", "label_en", "label_fr"];

    [GeneratedRegex("^[a-z][a-z0-9_]{1,40}$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex PlainName();

    private OwnFigures Own(Dictionary<string, YamlNode> root) => new(
        root.GetValueOrDefault("kpis") is { } kpis ? Items(kpis).Select(Kpi).OfType<OwnKpi>().ToList() : [],
        root.GetValueOrDefault("segments") is { } segments ? Items(segments).Select(Dimension).OfType<OwnDimension>().ToList() : []);

    private OwnKpi? Kpi(YamlNode node)
    {
        var fields = Fields(node, ["name", "table", "value"], [.. s_names, "table", "value", "per", "date", "unit", "direction"]);
        var table = OneOf(fields.GetValueOrDefault("table"), FactTable.All.Select(t => t.Name).ToList(), "unknown_table");
        var unit = OneOf(fields.GetValueOrDefault("unit"), ["count", "amount", "ratio", "hours", "days"], "unknown_value");
        var direction = OneOf(fields.GetValueOrDefault("direction"), ["up", "down", "none"], "unknown_value");
        var facts = FactTable.All.FirstOrDefault(t => t.Name == table);
        if (facts is null || Name(fields) is not { } name || Expression(fields, "value") is not { } value) return null;
        var per = Expression(fields, "per");
        return new(name, facts, value, per, Text(fields.GetValueOrDefault("date")) ?? facts.Day, unit ?? (per is null ? "count" : "ratio"), direction ?? "none");
    }

    private OwnDimension? Dimension(YamlNode node)
    {
        var fields = Fields(node, ["name", "value"], [.. s_names, "value"]);
        return Name(fields) is { } name && Expression(fields, "value") is { } value ? new(name, value) : null;
    }

    private OwnName? Name(Dictionary<string, YamlNode> fields)
    {
        if (Text(fields.GetValueOrDefault("name")) is not { } name) return null;
        if (!PlainName().IsMatch(name))
        {
            Report("name_shape", fields["name"], name, "a-z 0-9 _", null);
            return null;
        }
        var label = Text(fields.GetValueOrDefault("label")) ?? name;
        return new(name, Text(fields.GetValueOrDefault("label_en")) ?? label, Text(fields.GetValueOrDefault("label_fr")) ?? label, PlaceOf(fields["name"]));
    }

    private OwnExpression? Expression(Dictionary<string, YamlNode> fields, string key) =>
        fields.GetValueOrDefault(key) is { } node && Text(node) is { } text ? new(text, PlaceOf(node)) : null;
}
