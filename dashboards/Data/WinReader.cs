using System.Data.Common;

namespace Analytics.Dashboards.Data;

internal static class WinReader
{
    public static Win Read(DbConnection warehouse) => new(
        KeepReader.Survival(warehouse, "opportunities"), Ladder(warehouse), Reasons(warehouse), Niches(warehouse), Prospects(warehouse));

    private static List<ContactStep> Ladder(DbConnection warehouse) => warehouse.Read(
        "SELECT contacts, won, lost, won_so_far, stopped_so_far FROM marts.contact_ladder ORDER BY contacts",
        row => new ContactStep(row.Whole("contacts"), row.Whole("won"), row.Whole("lost"), row.Number("won_so_far"), row.Number("stopped_so_far")));

    private static List<LossReason> Reasons(DbConnection warehouse) => warehouse.Read(
        "SELECT r.reason, r.lost, r.amount, r.share, p.reason AS code FROM marts.loss_reasons AS r LEFT JOIN page.loss_reasons AS p ON p.name = r.reason ORDER BY r.lost DESC, r.reason",
        row => new LossReason(row.Text("reason"), row.Whole("lost"), row.Amount("amount"), row.Number("share"), row.WholeOrNull("code")));

    private static List<Niche> Niches(DbConnection warehouse) => warehouse.Read(
        """
        SELECT measure, dimension, segment, n, value, value_of_rest, q_value, is_better
        FROM marts.niches
        WHERE value > value_of_rest
        ORDER BY q_value, measure, dimension, segment
        LIMIT 50
        """,
        row => new Niche(
            row.Text("measure"), row.Text("dimension"), row.Text("segment"), row.Whole("n"), row.Number("value"),
            row.Number("value_of_rest"), row.Number("q_value"), row.Flag("is_better")));

    private static List<Prospect> Prospects(DbConnection warehouse) => warehouse.Read(
        "SELECT rank, count(*) OVER (PARTITION BY rank) AS of_rank, name, alike_in, open_opportunities, open_amount, last_lost_at FROM marts.niche_prospects ORDER BY position LIMIT 100",
        row => new Prospect(
            row.Whole("rank"), row.Whole("of_rank"), row.Text("name"), row.Text("alike_in"), row.Whole("open_opportunities"), row.Amount("open_amount"), row.Date("last_lost_at")));
}
