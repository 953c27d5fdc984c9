using System.Data.Common;

namespace Analytics.Dashboards.Data;

internal static class CardReader
{
    public static Cards Read(DbConnection warehouse, int most) => new(Scores(warehouse, most), Steps(warehouse, most))
    {
        IsMargin = warehouse.Read("SELECT is_costed FROM core.coverage", row => row.Flag("is_costed")).Single(),
    };

    /// <summary>Of the dearest customers, and of all that a list names.</summary>
    private static List<Score> Scores(DbConnection warehouse, int most) => warehouse.Read(
        $"""
        WITH placed AS (
            SELECT a.account, s.*, row_number() OVER (ORDER BY c.revenue DESC NULLS LAST, s.account_id) AS place
            FROM marts.scores AS s
            JOIN page.accounts AS a USING (account_id)
            LEFT JOIN marts.customers AS c USING (account_id))
        SELECT account, p_churn, reasons, p_top20, potential_reasons, expected_amount, clv, horizon_days
        FROM placed
        WHERE place <= {most} OR account_id IN (SELECT account_id FROM marts.targets WHERE position <= {most})
        ORDER BY account
        """,
        row => new Score(
            row.Whole("account"), row.Number("p_churn"), ScoreReader.Reasons(row.TextOrNull("reasons")), row.Number("p_top20"),
            ScoreReader.Reasons(row.TextOrNull("potential_reasons")), row.Number("expected_amount"), row.Number("clv"), row.WholeOrNull("horizon_days")));

    private static List<NextStep> Steps(DbConnection warehouse, int most) => warehouse.Read(
        $"""
        SELECT a.account, t.list, t.due_at, t.amount, t.is_margin, t.family_to_offer, t.family_share, t.complaint, t.complained_at, t.complaint_resolved
        FROM marts.targets AS t
        JOIN page.accounts AS a USING (account_id)
        WHERE t.position <= {most}
        ORDER BY a.account, t.list
        """,
        row => new NextStep(
            row.Whole("account"), row.Text("list"), row.Date("due_at"), row.Number("amount"), row.Flag("is_margin"), row.TextOrNull("family_to_offer"), row.Number("family_share"),
            row.TextOrNull("complaint"), row.Date("complained_at"), row.Flag("complaint_resolved")));
}
