using System.Data.Common;
using System.Text.Json;
using Analytics.Pipeline.Warehouse;

namespace Analytics.Pipeline.Mapping;

/// <summary>
/// An expression that a person wrote, taken apart by the engine's own parser: it may hold columns of one table, constants, comparisons, CASE and the functions
/// named here, nothing else: no statement, no subquery, no file, no clock. What runs is the engine's text of the tree that was looked at, never the text that was written.
/// </summary>
internal sealed class SafeExpression
{
    private const int LongestText = 2_000;

    private static readonly HashSet<string> s_totals = new(StringComparer.Ordinal) { "count", "count_star", "sum", "min", "max", "avg" };

    private static readonly HashSet<string> s_functions = new(StringComparer.Ordinal)
    {
        "+", "-", "*", "/", "//", "%", "||", "~~", "!~~", "~~*", "!~~*", "abs", "round", "floor", "ceil", "least", "greatest",
        "lower", "upper", "trim", "length", "left", "right", "contains", "starts_with", "ends_with", "strip_accents", "replace", "regexp_matches", "concat",
        "year", "quarter", "month", "day", "isodow", "date_diff", "datediff", "date_trunc", "date_part",
    };

    private static readonly HashSet<string> s_classes = new(StringComparer.Ordinal)
    {
        "FUNCTION", "COLUMN_REF", "CONSTANT", "COMPARISON", "CONJUNCTION", "OPERATOR", "BETWEEN", "CASE", "CAST",
    };

    private static readonly HashSet<string> s_types = new(StringComparer.Ordinal) { "VARCHAR", "INTEGER", "BIGINT", "DECIMAL", "DOUBLE", "DATE", "BOOLEAN" };

    private static readonly string[] s_clauses = ["where_clause", "having", "sample", "qualify"];

    private readonly HashSet<string> _columns;
    private bool _totals;

    private SafeExpression(HashSet<string> columns) => _columns = columns;

    /// <summary>The engine's spelling of the expression, and whether it adds rows up; or the problem with it.</summary>
    public static (string? Sql, bool Totals, (string Code, string Expected, string? Nearest)? Problem) Read(DbConnection engine, string text, IReadOnlyCollection<string> columns)
    {
        if (text.Length > LongestText) return (null, false, ("expression_refused", $"> {LongestText}", null));
        var tree = engine.Scalar<string>("select json_serialize_sql($1::varchar)::varchar", "select " + text);
        var reader = new SafeExpression(columns.ToHashSet(StringComparer.OrdinalIgnoreCase));
        try
        {
            using var json = JsonDocument.Parse(tree, new JsonDocumentOptions { MaxDepth = 200 });
            if (json.RootElement.GetProperty("error").GetBoolean()) return (null, false, ("expression_unread", json.RootElement.GetProperty("error_message").GetString()!, null));
            var problem = IsBareExpression(json.RootElement) ? reader.Walk(json.RootElement) : ("expression_refused", "SELECT, FROM, WHERE, ;", null);
            if (problem is not null) return (null, false, problem);
        }
        catch (JsonException)
        {
            return (null, false, ("expression_refused", "((((…", null));
        }
        return (engine.Scalar<string>("select json_deserialize_sql($1::json)", tree)["SELECT ".Length..], reader._totals, null);
    }

    private static bool IsBareExpression(JsonElement root)
    {
        var statements = root.GetProperty("statements");
        if (statements.GetArrayLength() != 1) return false;
        var node = statements[0].GetProperty("node");
        return node.GetProperty("type").GetString() == "SELECT_NODE"
            && node.GetProperty("select_list").GetArrayLength() == 1
            && node.GetProperty("select_list")[0].GetProperty("alias").GetString() == ""
            && node.GetProperty("from_table").GetProperty("type").GetString() == "EMPTY"
            && node.GetProperty("modifiers").GetArrayLength() == 0
            && node.GetProperty("cte_map").GetProperty("map").GetArrayLength() == 0
            && node.GetProperty("group_expressions").GetArrayLength() == 0
            && s_clauses.All(part => node.GetProperty(part).ValueKind == JsonValueKind.Null);
    }

    /// <summary>Every object of the tree that has a class is a part of the expression.</summary>
    private (string, string, string?)? Walk(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Array => element.EnumerateArray().Select(Walk).FirstOrDefault(p => p is not null),
        JsonValueKind.Object => (element.TryGetProperty("class", out var kind) ? Look(kind.GetString()!, element) : null)
            ?? element.EnumerateObject().Select(p => Walk(p.Value)).FirstOrDefault(p => p is not null),
        _ => null,
    };

    private (string, string, string?)? Look(string kind, JsonElement part)
    {
        if (!s_classes.Contains(kind)) return ("expression_refused", kind, null);
        switch (kind)
        {
            case "COLUMN_REF":
                var names = part.GetProperty("column_names").EnumerateArray().Select(n => n.GetString()!).ToList();
                var column = string.Join('.', names);
                return _columns.Contains(column) ? null : ("expression_column", string.Join(", ", _columns.Order(StringComparer.Ordinal)), NearestName.Of(column, _columns));
            case "CAST":
                var type = part.GetProperty("cast_type").GetProperty("id").GetString()!;
                return s_types.Contains(type) ? null : ("expression_refused", "::" + type, null);
            case "FUNCTION":
                var function = part.GetProperty("function_name").GetString()!;
                _totals |= s_totals.Contains(function);
                return s_totals.Contains(function) || s_functions.Contains(function) ? null
                    : ("expression_function", string.Join(", ", s_totals.Concat(s_functions).Where(f => char.IsLetter(f[0])).Order(StringComparer.Ordinal)), NearestName.Of(function, s_totals.Concat(s_functions)));
            default:
                return null;
        }
    }
}
