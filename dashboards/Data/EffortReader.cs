using System.Data.Common;

namespace Analytics.Dashboards.Data;

internal static class EffortReader
{
    private const int RulesShown = 50;

    public static Effort Read(DbConnection warehouse) => new(Segments(warehouse), Rules(warehouse));

    /// <summary>The mart's ranking, each rate and basket with the interval that marts.kpis gives it.</summary>
    private static List<EffortSegment> Segments(DbConnection warehouse) => warehouse.Read(
        """
        WITH figure AS (
            SELECT kpi, dimension, segment, value, n, low, high
            FROM marts.kpis
            WHERE owner_id IS NULL AND period = 'ttm' AND kpi IN ('win_rate_closed_by_count', 'basket_per_order'))
        SELECT e.dimension, e.segment, e.rank, e.customers, e.new_customers, e.yearly_margin, e.retention, e.cac, e.lifetime_value, e.margin_per_euro, e.margin_per_euro_low, e.margin_per_euro_high, e.cycle_days, e.advice,
               w.value AS win_rate, w.n AS win_n, w.low AS win_low, w.high AS win_high,
               b.value AS basket, b.n AS basket_n, b.low AS basket_low, b.high AS basket_high
        FROM marts.effort AS e
        LEFT JOIN figure AS w ON w.kpi = 'win_rate_closed_by_count' AND w.dimension = e.dimension AND w.segment = e.segment
        LEFT JOIN figure AS b ON b.kpi = 'basket_per_order' AND b.dimension = e.dimension AND b.segment = e.segment
        ORDER BY e.dimension, e.rank, e.segment
        """,
        row => new EffortSegment(
            row.Text("dimension"), row.Text("segment"), row.Whole("rank"), row.Whole("customers"), row.WholeOrNull("new_customers"), row.Number("yearly_margin"), row.Number("retention"),
            row.Number("cac"), row.Number("lifetime_value"), row.Number("margin_per_euro"), row.Number("margin_per_euro_low"), row.Number("margin_per_euro_high"), row.Number("cycle_days"),
            RateOf(row, "win"), RateOf(row, "basket"), row.TextOrNull("advice")));

    private static Rate? RateOf(Row row, string prefix)
    {
        var value = row.Number(prefix is "win" ? "win_rate" : prefix);
        return value is null ? null : new Rate(row.Whole($"{prefix}_n"), value, row.Number($"{prefix}_low"), row.Number($"{prefix}_high"));
    }

    private static List<GuardRail> Rules(DbConnection warehouse) => warehouse.Read(
        $"""
        SELECT rule, subject, figure, other_figure, advice_en, advice_fr
        FROM marts.rules
        ORDER BY rule, subject DESC
        LIMIT {RulesShown}
        """,
        row => new GuardRail(row.Text("rule"), row.Text("subject"), row.Number("figure"), row.Number("other_figure"), row.Localised("advice")));
}
