using System.Data.Common;
using Analytics.Pipeline.Profiles;
using Analytics.Pipeline.Staging;

namespace Analytics.Pipeline.Warehouse;

/// <summary>The tables that exist before any file is read.</summary>
internal static class WarehouseSchema
{
    public static void Create(DbConnection connection) => connection.InTransaction(() =>
    {
        foreach (var schema in (string[])["landing", "staging", "core", "per_customer", "parts", "kpis", "marts", "page"])
            connection.Execute($"create schema {schema}");
        connection.Execute(EmbeddedText.Read("sql/contract.sql"));
        connection.Execute(EmbeddedText.Read("sql/reject_reasons.sql"));
        foreach (var name in EmbeddedText.Names("sql/macros/"))
            connection.Execute(EmbeddedText.Read(name));
        foreach (var table in CanonicalTable.All)
            new LandingTable(connection, table).Create();
        FillWords(connection, "staging.outcome_words", Profile.Generic.Outcomes);
        FillWords(connection, "staging.status_words", Profile.Generic.Statuses);
        FillWords(connection, "staging.vocabulary", Profile.Generic.Vocabulary);
    });

    /// <summary>In one statement: the engine takes a millisecond for each.</summary>
    private static void FillWords(DbConnection connection, string table, Dictionary<string, List<string>> lists)
    {
        var rows = lists.SelectMany(list => list.Value.Select(word => $"({Sql.Text(list.Key)}, {Sql.Text(word)})"));
        connection.Execute($"insert into {table} values {string.Join(", ", rows)}");
    }

    /// <summary>Accepted rows with their place in their file, counted as a spreadsheet numbers its rows.</summary>
    public static void CreateStagingViews(DbConnection connection)
    {
        var shifted = connection.Scalar<bool>("select count(*) > 0 from staging.row_shifts");
        foreach (var table in CanonicalTable.All)
            connection.Execute($"""
                create view staging.{Sql.Name(table.Name)} as
                select r.* exclude (rowid, _unread, _flaw) {ExchangeRates.Replacement(connection, table)}, f.crm as source, r.rowid - f.first_row + f.first_line {(shifted ? "+ coalesce(s.shift, 0)" : "")} as _row
                from {OrderShops.Rows(connection, table.Name, new LandingTable(connection, table).Rows())} as r
                join staging.files as f on f.file = r._file
                {(shifted ? "asof left join staging.row_shifts as s on s.file = r._file and r.rowid - f.first_row >= s.kept_before" : "")}
                where r._flaw is null {SupersededRows.Left(connection, table)}
                """);
    }
}
