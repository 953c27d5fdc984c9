using System.Data.Common;

namespace Analytics.Dashboards.Data;

internal static class OutlookReader
{
    public static List<Outlook> Read(DbConnection warehouse) => warehouse.Read(
        """
        WITH aimed AS (
            SELECT replace(kpi, '_to_target', '') AS measure, date_trunc('year', period_start)::DATE AS year_start, sum(denominator) AS target
            FROM marts.kpis
            WHERE kpi IN ('revenue_to_target', 'margin_to_target') AND dimension = 'all' AND owner_id IS NULL AND period = 'month'
            GROUP BY ALL
            HAVING count(denominator) = 12)
        SELECT f.measure, f.year_start, f.last_month, f.months_to_come, f.so_far, f.forecast, f.low, f.high, f.rule, a.target
        FROM marts.forecast AS f
        LEFT JOIN aimed AS a ON a.measure = f.measure AND a.year_start = f.year_start
        WHERE f.forecast IS NOT NULL AND f.so_far IS NOT NULL
        ORDER BY f.measure DESC
        """,
        row => new Outlook(
            row.Text("measure"), row.Date("year_start") ?? default, row.Date("last_month") ?? default, row.Whole("months_to_come"), row.Amount("so_far") ?? 0,
            row.Number("forecast") ?? 0, row.Number("low"), row.Number("high"), row.Text("rule"), row.Number("target")));
}
