using System.Data.Common;

namespace Analytics.Pipeline.Warehouse;

/// <summary>The log of a folder's runs: what came in and what it changed, carried from each warehouse to the next.</summary>
internal static class RunLog
{
    /// <summary>The log's tables in <c>marts</c>; a run that finds nothing new leaves them as they were, so that the same exports give the same warehouse.</summary>
    public static readonly IReadOnlyList<(string Name, string Columns)> Tables =
    [
        ("runs", "run integer, as_of date, data_to date, version varchar, files_new integer, files_changed integer, files_unchanged integer, files_gone integer, rows_read bigint, rows_kept bigint, rows_rejected bigint, kpis_changed integer"),
        ("run_files", "run integer, file varchar, table_name varchar, state varchar, sha256 varchar, rows_read bigint, rows_kept bigint, rows_rejected bigint"),
        ("run_kpis", "run integer, kpi varchar, period varchar, value double, value_before double"),
    ];

    public static void Write(DbConnection connection) => connection.Execute(EmbeddedText.Read("sql/run_log.sql"));

    public static RunChanges Read(DbConnection connection)
    {
        var (last, now) = connection.Rows("select coalesce((select max(run) from former_runs), 0), max(run) from marts.runs", r => (r.GetInt32(0), r.GetInt32(1)))[0];
        var files = connection.Rows("select file, table_name, state, rows_read from marts.run_files where run = $1 order by state, file",
            r => new FileChange(r.GetString(0), r.IsDBNull(1) ? null : r.GetString(1), r.GetString(2), r.GetInt64(3)), now);
        var kpis = connection.Rows("""
            select k.kpi, c.label_en, c.label_fr, c.unit, k.period, k.value, k.value_before
            from marts.run_kpis as k join marts.kpi_catalog as c on c.kpi = k.kpi
            where k.run = $1 and k.value is distinct from k.value_before order by k.period = 'all', c.position
            """,
            r => new KpiChange(r.GetString(0), r.GetString(1), r.GetString(2), r.GetString(3), r.GetString(4), Figure(r, 5), Figure(r, 6)), now);
        return new(now, last == 0, now > last, files, last == 0 ? [] : kpis);
    }

    private static double? Figure(DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetDouble(column);
}
