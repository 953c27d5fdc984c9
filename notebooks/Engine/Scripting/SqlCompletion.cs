using System.Text.RegularExpressions;

namespace Analytics.Notebooks.Scripting;

/// <summary>The names that can stand in a SQL cell: the warehouse's tables, the columns of those that the text names, and SQL's own words.</summary>
internal static partial class SqlCompletion
{
    private static readonly string[] Keywords =
    [
        "and", "as", "asc", "between", "by", "case", "cast", "count", "desc", "distinct", "else", "end", "exists", "filter", "from", "group", "having", "in", "inner", "is", "join",
        "left", "like", "limit", "median", "not", "null", "on", "or", "order", "over", "partition", "qualify", "select", "sum", "then", "union", "using", "when", "where", "with",
    ];

    [GeneratedRegex(@"\b(?:(?<schema>\w+)\.)?(?<table>\w+)(?=(?:\s+(?:as\s+)?(?<alias>\w+))?)", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Named();

    private sealed record Place(string Schema, string Table, string Column);

    public static Completions At(string code, int position)
    {
        var start = position;
        while (start > 0 && IsWord(code[start - 1])) start--;
        var end = position;
        while (end < code.Length && IsWord(code[end])) end++;
        var prefix = code[start..position];
        var catalogue = Catalogue();
        var names = start > 0 && code[start - 1] == '.'
            ? Behind(Before(code, start - 1), code, catalogue).Where(n => Begins(n, prefix))
            : catalogue.Select(p => (Text: $"{p.Schema}.{p.Table}", p.Table)).Where(t => Begins(t.Text, prefix) || Begins(t.Table, prefix)).Select(t => t.Text)
                .Concat(catalogue.Where(p => IsNamed(p, code)).Select(p => p.Column).Concat(Keywords).Where(n => Begins(n, prefix)));
        return new([.. names.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)], start, end);
    }

    /// <summary>What a dot can be followed by: a schema's tables, or the columns of a table or of its alias.</summary>
    private static IEnumerable<string> Behind(string name, string code, List<Place> catalogue)
    {
        var tables = catalogue.Where(p => Same(p.Schema, name)).Select(p => p.Table).ToList();
        return tables.Count > 0 ? tables : catalogue.Where(p => Same(p.Table, name) || IsNamed(p, code, name)).Select(p => p.Column);
    }

    private static bool IsNamed(Place place, string code, string? alias = null) => Named().Matches(code).Any(m =>
        Same(m.Groups["schema"].Value, place.Schema) && Same(m.Groups["table"].Value, place.Table) && (alias is null || Same(m.Groups["alias"].Value, alias)));

    private static List<Place> Catalogue()
    {
        try
        {
            return [.. Warehouse.Current.Query<Place>("""
                select schema_name as schema, table_name as "table", column_name as "column" from duckdb_columns()
                where schema_name in ('marts', 'core', 'staging', 'parts', 'per_customer') order by all
                """)];
        }
        catch (CellException)
        {
            // Without a warehouse there are still SQL's words; running the cell says how to get one.
            return [];
        }
    }

    private static string Before(string code, int dot)
    {
        var start = dot;
        while (start > 0 && IsWord(code[start - 1])) start--;
        return code[start..dot];
    }

    private static bool IsWord(char c) => char.IsLetterOrDigit(c) || c == '_';

    private static bool Begins(string name, string prefix) => name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase);

    private static bool Same(string left, string right) => string.Equals(left, right, StringComparison.OrdinalIgnoreCase);
}
