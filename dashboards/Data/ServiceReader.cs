using System.Data.Common;

namespace Analytics.Dashboards.Data;

internal static class ServiceReader
{
    private const int VerbatimsShown = 500;
    private const int LongestVerbatim = 1000;

    public static Service Read(DbConnection warehouse) =>
        new(Figures(warehouse), Reasons(warehouse), Outcomes(warehouse), Verbatims(warehouse));

    /// <summary>The whole base by quarter and in all, each segment in all.</summary>
    private static List<ServiceFigure> Figures(DbConnection warehouse) => warehouse.Read(
        """
        SELECT kpi, dimension, segment, period, period_start, period_end, value, n, excluded, low, high
        FROM marts.kpis
        WHERE kpi IN ('satisfaction', 'net_promoter_score', 'complaints', 'complaints_per_order', 'complaint_resolution')
          AND owner_id IS NULL AND value IS NOT NULL
          AND (period = 'all' OR dimension = 'all' AND period IN ('ttm', 'quarter'))
        ORDER BY kpi, dimension, segment, period, period_start
        """,
        row => new ServiceFigure(
            row.Text("kpi"), row.Text("dimension"), row.Text("segment"), new Period(row.Text("period"), row.Date("period_start"), row.Date("period_end")),
            row.Number("value"), row.Whole("n"), row.Whole("excluded"), row.Number("low"), row.Number("high")));

    private static List<ComplaintReason> Reasons(DbConnection warehouse) => warehouse.Read(
        """
        WITH counted AS (
            SELECT coalesce(reason, '(unknown)') AS reason, count(*) AS complaints
            FROM core.complaints
            GROUP BY ALL)
        SELECT c.reason, p.reason AS code, c.complaints, l.lost_with, l.lost, l.kept_with, l.kept, l.is_more_than_noise
        FROM counted AS c
        LEFT JOIN marts.loss_causes AS l ON l.cause = c.reason
        LEFT JOIN page.complaint_reasons AS p ON p.name = c.reason
        ORDER BY c.complaints DESC, c.reason
        LIMIT 100
        """,
        row => new ComplaintReason(
            row.Text("reason"), row.WholeOrNull("code"), row.Whole("complaints"), row.WholeOrNull("lost_with"), row.WholeOrNull("lost"),
            row.WholeOrNull("kept_with"), row.WholeOrNull("kept"), row.Flag("is_more_than_noise")));

    private static List<Outcome> Outcomes(DbConnection warehouse) => warehouse.Read(
        """
        SELECT answer, customers, lost, low, high
        FROM marts.satisfaction_outcomes
        ORDER BY list_position(['detractor', 'passive', 'promoter'], answer)
        """,
        row => new Outcome(row.Text("answer"), row.Whole("customers"), row.Whole("lost"), row.Number("low"), row.Number("high")));

    /// <summary>What customers wrote, the latest first.</summary>
    private static List<Verbatim> Verbatims(DbConnection warehouse) => warehouse.Read(
        $"""
        SELECT s.answered_at, c.name, s.score, left(s.verbatim, {LongestVerbatim}) AS verbatim
        FROM core.surveys AS s
        LEFT JOIN marts.customers AS c USING (account_id)
        WHERE trim(s.verbatim) <> ''
        ORDER BY s.answered_at DESC, s.survey_id
        LIMIT {VerbatimsShown}
        """,
        row => new Verbatim(row.Date("answered_at"), row.TextOrNull("name"), row.Number("score"), row.Text("verbatim")));
}
