using System.Data.Common;

namespace Analytics.Dashboards.Data;

internal static class ChangeReader
{
    /// <summary>None at a folder's first run: there is nothing before it.</summary>
    public static Changes? Read(DbConnection warehouse)
    {
        var run = warehouse.Read("SELECT max(run) AS run FROM marts.runs", row => row.WholeOrNull("run")).Single();
        return run is null or 1 ? null : new Changes(run.Value, Files(warehouse), Figures(warehouse));
    }

    private static List<ChangedFile> Files(DbConnection warehouse) => warehouse.Read(
        """
        SELECT file, table_name, state, rows_read
        FROM marts.run_files
        WHERE run = (SELECT max(run) FROM marts.runs) AND state <> 'unchanged'
        ORDER BY list_position(['new', 'changed', 'gone'], state), file
        """,
        row => new ChangedFile(row.Text("file"), row.TextOrNull("table_name"), row.Text("state"), row.Whole("rows_read")));

    private static List<ChangedFigure> Figures(DbConnection warehouse) => warehouse.Read(
        """
        SELECT k.kpi, k.period, k.value_before, k.value
        FROM marts.run_kpis AS k
        JOIN marts.kpi_catalog AS c USING (kpi)
        WHERE run = (SELECT max(run) FROM marts.runs) AND k.value IS DISTINCT FROM k.value_before
        ORDER BY c.position, k.kpi, k.period
        """,
        row => new ChangedFigure(row.Text("kpi"), row.Text("period"), row.Number("value_before"), row.Number("value")));
}
