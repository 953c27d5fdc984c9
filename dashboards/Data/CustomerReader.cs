using System.Data.Common;
using Analytics.Dashboards.Figures;

namespace Analytics.Dashboards.Data;

internal static class CustomerReader
{
    private const string ByRank =
        """
        SELECT a.account, account_id, name, rank_revenue, c.revenue, cumulative_share_revenue, in_pareto_revenue, orders, last_order,
               count(*) OVER () AS customers
        FROM marts.customers AS c
        LEFT JOIN page.accounts AS a USING (account_id)
        ORDER BY rank_revenue NULLS LAST, account_id
        """;

    public static Base Base(DbConnection warehouse, int most)
    {
        var customers = 0L;
        var top = warehouse.Read($"{ByRank} LIMIT {most}", row =>
        {
            customers = row.Whole("customers");
            return new Customer(
                row.WholeOrNull("account"), row.Text("account_id"), row.Text("name"), row.WholeOrNull("rank_revenue"), row.Amount("revenue"),
                row.Number("cumulative_share_revenue"), row.Flag("in_pareto_revenue"), row.WholeOrNull("orders"), row.Date("last_order"));
        });
        return new Base(customers, top);
    }

    /// <summary>By name those who never ordered, of the largest deals and the latest leads.</summary>
    public static List<Named> Prospects(DbConnection warehouse, int most) => warehouse.Read(
        $"SELECT account, name FROM (FROM page.prospects ORDER BY position LIMIT {most}) ORDER BY account",
        row => new Named(row.Whole("account"), row.Text("name")));

    /// <summary>The points of the curve: every one of the first hundred ranks, then one in so many, the last always.</summary>
    public static List<ParetoPoint> Curve(DbConnection warehouse) => warehouse.Read(
        """
        WITH ranked AS (
            SELECT name, rank_revenue, cumulative_share_revenue, in_pareto_revenue,
                   max(rank_revenue) OVER () AS last_rank,
                   max(rank_revenue) FILTER (WHERE in_pareto_revenue) OVER () AS pareto_rank
            FROM marts.customers
            WHERE cumulative_share_revenue IS NOT NULL
        )
        SELECT name, rank_revenue, cumulative_share_revenue, in_pareto_revenue
        FROM ranked
        WHERE rank_revenue <= 100 OR rank_revenue IN (last_rank, pareto_rank) OR rank_revenue % (1 + last_rank // 400) = 0
        ORDER BY rank_revenue
        """,
        row => new ParetoPoint(row.Text("name"), row.Whole("rank_revenue"), row.Number("cumulative_share_revenue") ?? 0, row.Flag("in_pareto_revenue")));
}
