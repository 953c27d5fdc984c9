using Analytics.Pipeline.Landing;
using Analytics.Pipeline.Profiles;
using Analytics.Pipeline.Warehouse;

namespace Analytics.Pipeline.Staging;

/// <summary>The one statement that reads a file: text in, typed cells out, and beside them the cells that do not read.</summary>
internal static class StagingSelect
{
    public static string Insert(LandedFile file, CanonicalTable table, IReadOnlyList<StagingColumn> columns, int number) => $"""
        insert into landing.{Sql.Name(table.Name)} by name
        select
          {string.Join(",\n  ", columns.Select(c => $"{c.Value} as {Sql.Name(c.Column)}"))},
          {UnreadCells(columns)} as _unread,
          {MissingRequired(table, columns)} as _missing,
          {Sql.Text(file.Name)} as _file
        from {ReadCsv(file, number)}
        """;

    private static string ReadCsv(LandedFile file, int number) => $$"""
        read_csv({{Sql.Text(file.ReadPath)}},
          columns = { {{string.Join(", ", file.Header.Select((_, i) => $"'c{i}': 'VARCHAR'"))}} },
          auto_detect = false, header = true, all_varchar = true,
          delim = {{Sql.Text(file.Dialect.Separator.ToString())}}, quote = {{Sql.Text(file.Dialect.Quote.ToString())}}, escape = {{Sql.Text(file.Dialect.Quote.ToString())}},
          store_rejects = true, rejects_table = 'rejects_{{number}}', rejects_scan = 'reject_scans_{{number}}')
        """;

    /// <summary>NULL in the usual row, so that a clean file pays almost nothing for it.</summary>
    private static string UnreadCells(IReadOnlyList<StagingColumn> columns)
    {
        var failing = columns.Where(c => c.CanFail).ToList();
        if (failing.Count == 0) return "null";
        var cells = failing.Select(c =>
            $"case when {Unread(c)} then {{'column_name': {Sql.Text(c.Column)}, 'value': {c.Source}, 'reason': {Sql.Text(c.Reason)}}} end");
        return $"""
            case when {string.Join(" or ", failing.Select(Unread))}
                then list_filter([{string.Join(", ", cells)}], lambda cell: cell is not null) end
            """;
    }

    private static string Unread(StagingColumn column) => $"({column.Value} is null and not is_blank({column.Source}))";

    private static string MissingRequired(CanonicalTable table, IReadOnlyList<StagingColumn> columns)
    {
        var required = table.Required.Select(r => (Name: r, Column: columns.FirstOrDefault(c => c.Column == r))).ToList();
        return required.Count == 0 ? "null" : $"""
            case {string.Join(" ", required.Select(r => r.Column is { } c
                ? $"when {c.Value} is null then {Sql.Text(r.Name)}"
                : $"when true then {Sql.Text(r.Name)}"))} end
            """;
    }
}
