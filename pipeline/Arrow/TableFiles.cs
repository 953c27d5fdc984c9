using Analytics.Pipeline.DuckDb;
using Analytics.Pipeline.Warehouse;

namespace Analytics.Pipeline.Arrow;

/// <summary>The tables that others read, as Parquet and as Arrow files, rows in a fixed order.</summary>
internal static class TableFiles
{
    private const int BatchRows = 60 * 2048;

    /// <summary>The tables by name; the marts' contract and the canonical tables that they are made of.</summary>
    public static readonly IReadOnlyList<string> Tables =
    [
        "marts.kpis", "marts.kpi_catalog", "marts.customers", "marts.scores", "marts.model_card",
        "core.accounts", "core.opportunities", "core.sales", "core.activities", "core.leads", "core.owners", "core.products",
    ];

    public static void Write(DuckDBConnection connection, string table, Func<string, string> place)
    {
        var name = table[(table.IndexOf('.', StringComparison.Ordinal) + 1)..];
        var columns = connection.Rows($"describe {table}", row => new ArrowColumn(row.GetString(0), ArrowType.Of(row.GetString(1))));
        var select = $"select {string.Join(", ", columns.Select(c => $"{Sql.Name(c.Name)}::{c.Type.Sql} as {Sql.Name(c.Name)}"))} from {table} order by all";
        connection.Execute($"create or replace temporary table written as {select}");
        connection.Execute($"copy written to {Sql.Text(place(name + ".parquet"))} (format parquet, compression zstd)");
        WriteArrow(connection, columns, place(name + ".arrow"));
        connection.Execute("drop table written");
    }

    private static void WriteArrow(DuckDBConnection connection, List<ArrowColumn> columns, string path)
    {
        using var file = new ArrowFile(path, columns);
        using var command = new DuckDBCommand("from written", connection);
        var rows = 0L;
        foreach (var chunk in command.ExecuteChunks())
        {
            for (var i = 0; i < columns.Count; i++) columns[i].Add(chunk, i);
            rows += chunk.RowCount;
            if (rows >= BatchRows) Flush();
        }
        if (rows > 0) Flush();
        file.Finish();

        void Flush()
        {
            file.WriteBatch(columns, rows);
            columns.ForEach(c => c.Clear());
            rows = 0;
        }
    }
}
