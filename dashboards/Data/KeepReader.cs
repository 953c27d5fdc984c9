using System.Data.Common;

namespace Analytics.Dashboards.Data;

internal static class KeepReader
{
    public static Keep Read(DbConnection warehouse, int most) => new(
        DropOffs(warehouse, most), Cohorts(warehouse), Survival(warehouse, "customers"), Sensitivity(warehouse), Causes(warehouse), Changes(warehouse));

    public static List<SurvivalPoint> Survival(DbConnection warehouse, string subject) => [.. warehouse.Read(
        "SELECT subject, dimension, segment, month, waiting, share, low, high FROM marts.survival ORDER BY subject, dimension, segment, month",
        row => (Subject: row.Text("subject"), Point: new SurvivalPoint(
            row.Text("dimension"), row.Text("segment"), (int)row.Whole("month"), row.Whole("waiting"),
            row.Number("share") ?? 0, row.Number("low"), row.Number("high"))))
        .Where(row => string.Equals(row.Subject, subject, StringComparison.Ordinal))
        .Select(row => row.Point)];

    private static List<DropOff> DropOffs(DbConnection warehouse, int most) => warehouse.Read(
        $"""
        SELECT a.account, c.name, c.owner, c.drop_off_since, c.recency, c.usual_gap, c.at_stake
        FROM marts.customers AS c
        LEFT JOIN page.accounts AS a USING (account_id)
        WHERE c.dropped_off
        ORDER BY c.at_stake DESC NULLS LAST, c.account_id
        LIMIT {most}
        """,
        row => new DropOff(
            row.WholeOrNull("account"), row.Text("name"), row.TextOrNull("owner"), row.Date("drop_off_since"),
            (int?)row.WholeOrNull("recency"), row.Number("usual_gap"), row.Amount("at_stake")));

    private static List<Cohort> Cohorts(DbConnection warehouse) => warehouse.Read(
        "SELECT cohort_start, age, customers, active, revenue, value, low, high, is_complete FROM marts.cohorts ORDER BY cohort_start, age",
        row => new Cohort(
            row.Date("cohort_start") ?? default, (int)row.Whole("age"), row.Whole("customers"), row.Whole("active"),
            row.Amount("revenue"), row.Number("value"), row.Number("low"), row.Number("high"), row.Flag("is_complete")));

    private static List<Sensitivity> Sensitivity(DbConnection warehouse) => warehouse.Read(
        "SELECT factor, at_start, lost, value, low, high FROM marts.attrition_sensitivity ORDER BY factor",
        row => new Sensitivity(
            row.Number("factor") ?? 0, row.Whole("at_start"), row.Whole("lost"), row.Number("value"), row.Number("low"), row.Number("high")));

    private static List<LossCause> Causes(DbConnection warehouse) => warehouse.Read(
        "SELECT l.*, p.reason AS code FROM marts.loss_causes AS l LEFT JOIN page.complaint_reasons AS p ON p.name = l.cause ORDER BY l.lost_with DESC, l.cause",
        row => new LossCause(
            row.Text("cause"), row.WholeOrNull("code"), row.Whole("lost_with"), row.Whole("lost"), row.Whole("kept_with"), row.Whole("kept"), row.Flag("is_more_than_noise")));

    private static List<LossChange> Changes(DbConnection warehouse) => warehouse.Read(
        "SELECT change, label_en, label_fr, lost_with, lost, kept_with, kept, is_more_than_noise FROM marts.loss_changes ORDER BY share_of_lost - share_of_kept DESC, change",
        row => new LossChange(
            row.Text("change"), row.Localised("label"), row.Whole("lost_with"), row.Whole("lost"), row.Whole("kept_with"), row.Whole("kept"), row.Flag("is_more_than_noise")));
}
