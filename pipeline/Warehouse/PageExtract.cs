using System.Data.Common;

namespace Analytics.Pipeline.Warehouse;

/// <summary>
/// A copy, in memory, of the tables that pages are drawn from, cut down by a script: what is not in the copy cannot be in a page.
/// While it is used, the connection's unqualified names are the copy's.
/// </summary>
internal static class PageExtract
{
    private const string Copy = "page_extract";

    private const string Read =
        """
        schema_name in ('marts', 'page')
        or schema_name = 'staging' and table_name in ('files', 'rejects', 'columns', 'links', 'reject_reasons')
        or schema_name = 'core' and table_name in ('complaints', 'surveys', 'coverage')
        """;

    public static void OfOwner(DbConnection connection, string ownerId, Action<DbConnection> use) => With(connection, () =>
    {
        connection.Execute("create table page.chosen as select owner, owner_id from page.owners limit 0");
        connection.Execute("insert into page.chosen select owner, owner_id from page.owners where owner_id = ?", ownerId);
        connection.Execute(EmbeddedText.Read("sql/extracts/owner.sql"));
        use(connection);
    });

    public static void Anonymous(DbConnection connection, Action<DbConnection> use) => With(connection, () =>
    {
        connection.Execute(EmbeddedText.Read("sql/extracts/anonymous.sql"));
        use(connection);
    });

    private static void With(DbConnection connection, Action work)
    {
        var whole = connection.Scalar<string>("select current_database()");
        connection.Execute($"attach ':memory:' as {Copy}");
        try
        {
            connection.Execute($"use {Copy}");
            CopyTables(connection, whole);
            work();
        }
        finally
        {
            connection.Execute($"use {Sql.Name(whole)}");
            connection.Execute($"detach {Copy}");
        }
    }

    private static void CopyTables(DbConnection connection, string whole)
    {
        foreach (var schema in (string[])["marts", "page", "staging", "core"])
            connection.Execute($"create schema {schema}");
        var tables = connection.Rows(
            $"select schema_name, table_name from duckdb_tables() where database_name = ? and ({Read}) order by all",
            row => $"{Sql.Name(row.GetString(0))}.{Sql.Name(row.GetString(1))}", whole);
        foreach (var table in tables)
            connection.Execute($"create table {table} as from {Sql.Name(whole)}.{table}");
    }
}
