using System.Data.Common;

namespace Analytics.Dashboards.Data;

internal static class WorthReader
{
    public static Worth Read(DbConnection warehouse, int most) =>
        new(Curves(warehouse), Quadrants(warehouse), Customers(warehouse, most), Unprofitable(warehouse));

    private static List<LorenzCurve> Curves(DbConnection warehouse)
    {
        var ginis = warehouse.Read(
            """
            SELECT kpi, value FROM marts.kpis
            WHERE kpi IN ('gini_revenue', 'gini_margin', 'gini_profit') AND dimension = 'all' AND period = 'all' AND owner_id IS NULL
            """,
            row => (Measure: row.Text("kpi")["gini_".Length..], Gini: row.Number("value")))
            .ToDictionary(found => found.Measure, found => found.Gini, StringComparer.Ordinal);
        return [.. warehouse.Read(
            """
            SELECT measure, customers, max(customers) OVER (PARTITION BY measure) AS all_customers, share
            FROM marts.lorenz
            ORDER BY list_position(['revenue', 'margin', 'profit'], measure), customers
            """,
            row => (
                Curve: (Measure: row.Text("measure"), Customers: row.Whole("all_customers")),
                Point: new LorenzPoint(Math.Round((double)row.Whole("customers") / row.Whole("all_customers"), 5), Math.Round(row.Number("share") ?? 0, 5))))
            .GroupBy(found => found.Curve, found => found.Point)
            .Select(curve => new LorenzCurve(curve.Key.Measure, curve.Key.Customers, ginis.GetValueOrDefault(curve.Key.Measure), [.. curve]))];
    }

    private static List<Quadrant> Quadrants(DbConnection warehouse) => warehouse.Read(
        """
        SELECT quadrant, count(*) AS customers, count(lost_at) AS lost, count(*) FILTER (WHERE is_star AND lost_at IS NULL) AS stars,
               coalesce(sum(revenue), 0) AS revenue, coalesce(sum(revenue_ttm) FILTER (WHERE lost_at IS NULL), 0) AS revenue_ttm,
               coalesce(sum(potential) FILTER (WHERE lost_at IS NULL), 0) AS potential
        FROM marts.customers
        WHERE quadrant IS NOT NULL
        GROUP BY quadrant
        ORDER BY quadrant
        """,
        row => new Quadrant(
            row.Text("quadrant"), row.Whole("customers"), row.Whole("lost"), row.Whole("stars"),
            row.Amount("revenue") ?? 0, row.Amount("revenue_ttm") ?? 0, row.Amount("potential") ?? 0));

    /// <summary>The first of each quadrant by the room left below its potential, those that lose money, and the falling stars.</summary>
    private static List<WorthyCustomer> Customers(DbConnection warehouse, int most) => warehouse.Read(
        $"""
        WITH described AS (
            SELECT a.account, c.account_id, c.name, c.owner, c.quadrant, coalesce(c.is_star, false) AS is_star, coalesce(s.falling_star, false) AS falling_star,
                   c.lost_at IS NOT NULL AS is_lost, c.revenue, c.revenue_ttm, c.potential, c.profit, c.cost_to_serve, s.p_top20, c.last_order,
                   row_number() OVER (PARTITION BY c.quadrant ORDER BY c.lost_at IS NULL DESC, c.potential - c.revenue_ttm DESC NULLS LAST, c.account_id) AS room,
                   row_number() OVER (ORDER BY c.profit NULLS LAST, c.account_id) AS loss
            FROM marts.customers AS c
            LEFT JOIN marts.scores AS s USING (account_id)
            LEFT JOIN page.accounts AS a USING (account_id)
            WHERE c.quadrant IS NOT NULL)
        SELECT * FROM described
        WHERE room <= {most / 4} OR falling_star OR profit < 0 AND loss <= {most / 4}
        ORDER BY quadrant, room
        """,
        row => new WorthyCustomer(
            row.WholeOrNull("account"), row.Text("name"), row.TextOrNull("owner"), row.Text("quadrant"), row.Flag("is_star"), row.Flag("falling_star"), row.Flag("is_lost"),
            row.Amount("revenue"), row.Amount("revenue_ttm"), row.Amount("potential"), row.Amount("profit"), row.Amount("cost_to_serve"),
            row.Number("p_top20"), row.Date("last_order")));

    private static Unprofitable? Unprofitable(DbConnection warehouse) => warehouse.Read(
        """
        SELECT count(profit) AS known, count(*) FILTER (WHERE profit < 0) AS customers, coalesce(-sum(profit) FILTER (WHERE profit < 0), 0) AS loss
        FROM marts.customers
        """,
        row => row.Whole("known") == 0 ? null : new Unprofitable(row.Whole("known"), row.Whole("customers"), row.Amount("loss") ?? 0)).Single();
}
