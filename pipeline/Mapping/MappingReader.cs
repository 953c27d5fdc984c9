using Analytics.Pipeline.Profiles;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using YamlDotNet.RepresentationModel;

namespace Analytics.Pipeline.Mapping;

/// <summary>Reads a mapping file and gathers its mistakes, each with its line and column.</summary>
internal sealed partial class MappingReader
{
    private const int DeepestNesting = 12;
    private readonly List<MappingProblem> _problems = [];

    public static (MappingFile Mapping, IReadOnlyList<MappingProblem> Problems) Read(string text)
    {
        var reader = new MappingReader();
        var mapping = reader.Root(text) is { } root ? reader.Whole(root) : new([]);
        return (mapping, reader._problems);
    }

    private YamlNode? Root(string text)
    {
        try
        {
            RefuseDepth(text);
            var stream = new YamlStream();
            stream.Load(new StringReader(text));
            if (stream.Documents.Count > 0) return stream.Documents[0].RootNode;
            _problems.Add(new("missing_key", 1, 1, "", "files", null));
        }
        catch (YamlException e)
        {
            _problems.Add(new("not_yaml", e.Start.Line, e.Start.Column, e.Message, "YAML", null));
        }
        return null;
    }

    /// <summary>The parser's events are read one by one, whatever their depth; the tree would be built by recursion.</summary>
    private static void RefuseDepth(string text)
    {
        var parser = new Parser(new StringReader(text));
        var depth = 0;
        while (parser.MoveNext())
        {
            depth += parser.Current!.NestingIncrease;
            if (depth > DeepestNesting || parser.Current is AnchorAlias) throw new YamlException(parser.Current.Start, parser.Current.End, "…");
        }
    }

    private MappingFile Whole(YamlNode root)
    {
        var fields = Fields(root, [], ["files", "sales_from", "settings", "kpis", "segments"]);
        if (root is YamlMappingNode && fields.Count == 0) Report("missing_key", root, "", "files", null);
        var mapped = fields.GetValueOrDefault("files") is { } files ? Items(files).Select(File).OfType<MappedFile>().ToList() : [];
        RequireColumns(mapped);
        return new(mapped)
        {
            SalesFrom = OneOf(fields.GetValueOrDefault("sales_from"), ["orders", "invoices", "both"], "unknown_value"),
            Settings = Settings(fields.GetValueOrDefault("settings")),
            Own = Own(fields),
        };
    }

    private MappedFile? File(YamlNode node)
    {
        var fields = Fields(node, ["file", "table"], ["file", "table", "dates", "decimals", "columns"]);
        var tables = CanonicalTable.All.Select(t => t.Name).Append("none").ToList();
        var name = Text(fields.GetValueOrDefault("file"));
        var table = OneOf(fields.GetValueOrDefault("table"), tables, "unknown_table");
        var dates = OneOf(fields.GetValueOrDefault("dates"), ["day_first", "month_first", "auto"], "unknown_value");
        var decimals = OneOf(fields.GetValueOrDefault("decimals"), ["comma", "point", "auto"], "unknown_value");
        if (name is null || table is null) return null;
        var canonical = CanonicalTable.All.FirstOrDefault(t => t.Name == table);
        var columns = fields.GetValueOrDefault("columns") is { } list ? Items(list).Select(c => Column(c, canonical)).OfType<MappedColumn>().ToList() : [];
        foreach (var twice in columns.Where(c => c.Column is not null).GroupBy(c => c.Column, StringComparer.Ordinal).SelectMany(g => g.Skip(1)))
            _problems.Add(new("column_twice", twice.At.Line, twice.At.Column, twice.Column!, "", null));
        var place = PlaceOf(fields["file"]);
        return new(name, canonical, Choice(dates, "day_first"), Choice(decimals, "comma"), columns, place);
    }

    /// <summary>An order's amount may stand in its lines.</summary>
    private void RequireColumns(List<MappedFile> files)
    {
        var hasLines = files.Exists(f => f.Table?.Name == "order_lines");
        foreach (var (file, table) in files.Where(f => f.Table is not null).Select(f => (f, f.Table!)))
        {
            var present = file.Columns.Select(c => c.Column).OfType<string>().ToHashSet(StringComparer.Ordinal);
            foreach (var column in table.Required.Where(r => !table.Gives(r, present) && !(hasLines && table.Name == "orders" && r == "amount")))
                _problems.Add(new("column_missing", file.At.Line, file.At.Column, table.Name, column, null));
        }
    }

    private MappedColumn? Column(YamlNode node, CanonicalTable? table)
    {
        var fields = Fields(node, ["column", "header"], ["column", "header"]);
        var header = Text(fields.GetValueOrDefault("header"));
        var columns = (table?.Columns.Keys ?? []).Append("ignored").ToList();
        var column = table is null ? "ignored" : OneOf(fields.GetValueOrDefault("column"), columns, "unknown_column");
        return header is null || column is null ? null : new(header, column == "ignored" ? null : column, PlaceOf(fields.GetValueOrDefault("column") ?? node));
    }

    private Dictionary<string, YamlNode> Fields(YamlNode node, string[] required, string[] known)
    {
        if (node is not YamlMappingNode mapping)
        {
            Report("wrong_shape", node, node.ToString(), string.Join(": …, ", known) + ": …", null);
            return [];
        }
        foreach (var key in mapping.Children.Keys.Where(k => !known.Contains(Plain(k), StringComparer.Ordinal)))
            Report("unknown_key", key, Plain(key), string.Join(", ", known), NearestName.Of(Plain(key), known));
        var fields = mapping.Children.ToDictionary(c => Plain(c.Key), c => c.Value, StringComparer.Ordinal);
        foreach (var missing in required.Where(r => !fields.ContainsKey(r)))
            Report("missing_key", node, "", missing, null);
        return fields;
    }

    private IEnumerable<YamlNode> Items(YamlNode node)
    {
        if (node is YamlSequenceNode list) return list.Children;
        Report("wrong_shape", node, node.ToString(), "- …", null);
        return [];
    }

    private string? OneOf(YamlNode? node, IReadOnlyList<string> names, string problem)
    {
        if (Text(node) is not { } text || names.Contains(text, StringComparer.Ordinal)) return Text(node);
        Report(problem, node!, text, string.Join(", ", names), NearestName.Of(text, names));
        return null;
    }

    private string? Text(YamlNode? node)
    {
        if (node is null or YamlScalarNode) return ((YamlScalarNode?)node)?.Value;
        Report("wrong_shape", node, node.NodeType.ToString(), "\"…\"", null);
        return null;
    }

    private static bool? Choice(string? text, string yes) => text is null or "auto" ? null : text == yes;

    private static string Plain(YamlNode key) => (key as YamlScalarNode)?.Value ?? key.ToString();

    private static Place PlaceOf(YamlNode node) => new(node.Start.Line, node.Start.Column);

    private void Report(string code, YamlNode at, string found, string expected, string? nearest) =>
        _problems.Add(new(code, at.Start.Line, at.Start.Column, found, expected, nearest));
}
