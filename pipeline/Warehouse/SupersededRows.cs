using System.Data.Common;
using Analytics.Pipeline.Profiles;
using Analytics.Pipeline.Staging;

namespace Analytics.Pipeline.Warehouse;

/// <summary>Fills <c>staging.superseded</c>: of rows that bear one key the one modified last counts, else the last one; a row without a key that stands in two exports alike counts once.</summary>
internal static class SupersededRows
{
    public static void Find(DbConnection connection)
    {
        var files = connection.Rows("select table_name, count(distinct file) from staging.files where table_name is not null group by all", r => (r.GetString(0), r.GetInt64(1)))
            .ToDictionary(r => r.Item1, r => r.Item2, StringComparer.Ordinal);
        foreach (var table in CanonicalTable.All.Where(t => files.ContainsKey(t.Name)))
        {
            var several = files[table.Name] > 1;
            var rows = new LandingTable(connection, table).Rows();
            if (Order(table) is { } order)
            {
                if (several && table.Name == "orders") OrderShops.Find(connection, rows);
                if (several) connection.Execute(OrdersOfSeveralFiles(table, rows, order));
            }
            else if (Key(table) is { } key) connection.Execute(SameKey(table, rows, key));
            if (several && !NamesItself(table) && table.Name != "order_lines") connection.Execute(SameRow(table, rows));
        }
    }

    /// <summary>What <c>select … from landing</c> leaves out; nothing where no row is superseded.</summary>
    public static string Left(DbConnection connection, CanonicalTable table) =>
        connection.Scalar<bool>("select exists (from staging.superseded where table_name = $1)", table.Name)
            ? $"and r.rowid not in (select row_number from staging.superseded where table_name = {Sql.Text(table.Name)})"
            : "";

    /// <summary>Accounts, owners and products that have no identifier go by their name.</summary>
    private static bool NamesItself(CanonicalTable table) => table.Name is "accounts" or "owners" or "products";

    /// <summary>What tells of which order a row is a line.</summary>
    private static string? Order(CanonicalTable table) => table.Name switch
    {
        "orders" => "id",
        "order_lines" => "order_id",
        _ => null,
    };

    private static string? Key(CanonicalTable table) =>
        NamesItself(table) ? "coalesce(id, name)" : table.Columns.ContainsKey("id") ? "id" : null;

    private static string Newest(CanonicalTable table) => table.Columns.ContainsKey("modified_at") ? "modified_at desc nulls last, " : "";

    private static string SameKey(CanonicalTable table, string rows, string key) => $"""
        insert into staging.superseded
        with keyed as (
          select rowid as place, {key} as key, * exclude (rowid) from {rows} where _flaw is null and {key} is not null),
        twice as (
          select key from keyed group by key having count(*) > 1)
        select {Sql.Text(table.Name)}, place, _file, 'key' from keyed semi join twice using (key)
        qualify row_number() over (partition by key order by {Newest(table)}_file desc, place desc) > 1
        """;

    /// <summary>Rows of one order in one file are its lines; an order that is in several files is taken from one of them.</summary>
    private static string OrdersOfSeveralFiles(CanonicalTable table, string rows, string order) => $"""
        insert into staging.superseded
        with mention as (
          select {order} as id, _file, max(modified_at) as modified_at from {rows} where _flaw is null and {order} is not null group by all),
        older as (
          select m.id, m._file from mention as m left join staging.order_shops as h on h.file = m._file
          qualify row_number() over (partition by m.id, h.suffix order by m.modified_at desc nulls last, m._file desc) > 1)
        select {Sql.Text(table.Name)}, o.rowid, o._file, 'key' from {rows} as o join older as l on l.id = o.{order} and l._file = o._file where o._flaw is null
        """;

    /// <summary>Twice in one file are two facts; once in each of two files is one.</summary>
    private static string SameRow(CanonicalTable table, string rows)
    {
        var columns = string.Join(", ", table.Columns.Keys.Select(Sql.Name));
        return $"""
            insert into staging.superseded
            with copy as (
              select rowid as place, *, row_number() over (partition by {columns}, _file order by rowid) as copy
              from {rows} where _flaw is null {(table.Columns.ContainsKey("id") ? "and id is null" : "")})
            select {Sql.Text(table.Name)}, place, _file, 'same_row' from copy
            qualify row_number() over (partition by {columns}, copy order by _file desc) > 1
            """;
    }
}
