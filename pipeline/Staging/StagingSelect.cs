using Analytics.Pipeline.Landing;
using Analytics.Pipeline.Profiles;
using Analytics.Pipeline.Warehouse;

namespace Analytics.Pipeline.Staging;

/// <summary>The one statement that reads a file: text in, typed cells out, and beside them the cells that do not read.</summary>
internal static class StagingSelect
{
    public static string Of(LandedFile file, FileMapping mapping, IReadOnlyList<StagingColumn> columns, int number) => Of(file, mapping, columns, new Currencies(columns), number);

    private static string Of(LandedFile file, FileMapping mapping, IReadOnlyList<StagingColumn> columns, Currencies currencies, int number) =>
        Of(file, mapping, columns, ComputedColumns.Of(mapping, columns), currencies, number);

    private static string Of(LandedFile file, FileMapping mapping, IReadOnlyList<StagingColumn> columns, IReadOnlyDictionary<string, string> computed, Currencies currencies, int number) => $"""
        select
          {string.Join(",\n  ", columns.Where(c => !computed.ContainsKey(c.Column)).Select(c => (c.Column, c.Value)).Concat(computed.Select(c => (Column: c.Key, c.Value))).Select(c => $"{c.Value} as {Sql.Name(c.Column)}"))},
          {UnreadCells(columns)} as _unread,
          {RowFlaw.Of(file, mapping.Required, columns, computed)} as _flaw
        from (
          select *, {string.Join(", ", columns.Select(currencies.Read))}
          from (
            select {currencies.First}
            from {ReadCsv(file, $"store_rejects = true, rejects_table = 'rejects_{number}', rejects_scan = 'reject_scans_{number}'")}))
        """;

    /// <summary>Whether one macro reads more of a column than another.</summary>
    public static string ReadsMore(LandedFile file, string macro, string than, string source) =>
        $"select count({macro}({source})) > count({than}({source})) from {ReadCsv(file, "ignore_errors = true")}";

    /// <summary>Every cell as it stands, in columns c0, c1, …; rows of another width are left out.</summary>
    public static string AllCells(LandedFile file) => $"select * from {ReadCsv(file, "ignore_errors = true")}";

    private static string ReadCsv(LandedFile file, string errors) => $$"""
        read_csv({{Sql.Text(file.ReadPath)}},
          columns = { {{string.Join(", ", file.Header.Select((_, i) => $"'c{i}': 'VARCHAR'"))}} },
          auto_detect = false, header = {{(file.Layout.HasHeader ? "true" : "false")}}, skip = {{file.Layout.SkippedLines}}, all_varchar = true,
          delim = {{Sql.Text(file.Dialect.Separator.ToString())}}, quote = {{Sql.Text(file.Dialect.Quote.ToString())}}, escape = {{Sql.Text(file.Dialect.Quote.ToString())}},
          {{errors}})
        """;

    /// <summary>NULL in the usual row, and told so by its cells alone, so that a clean file pays almost nothing for it.</summary>
    private static string UnreadCells(IReadOnlyList<StagingColumn> columns)
    {
        var failing = columns.Where(c => c.CanFail).ToList();
        if (failing.Count == 0) return "null";
        var cells = failing.Select(c =>
            $"case when {Unread(c)} then {{'column_name': {Sql.Text(c.Column)}, 'value': {c.Source}, 'reason': {Sql.Text(c.Reason)}}} end");
        return $"""
            case when {string.Join(" or ", failing.Select(c => $"{c.Value} is null"))} then
              case when {string.Join(" or ", failing.Select(Unread))}
                then to_json(list_filter([{string.Join(", ", cells)}], lambda cell: cell is not null))::varchar end end
            """;
    }

    private static string Unread(StagingColumn column) => $"({column.Value} is null and not is_blank({column.Source}))";
}
