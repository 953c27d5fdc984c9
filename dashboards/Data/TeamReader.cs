using System.Data.Common;

namespace Analytics.Dashboards.Data;

internal static class TeamReader
{
    public static Team Read(DbConnection warehouse)
    {
        var months = Months(warehouse);
        var rates = Rates(warehouse);
        var activities = Activities(warehouse);
        OwnerLine Line(string? id, string name, OwnerProfile? profile) =>
            new(id, name, [.. months[id ?? ""]], rates.GetValueOrDefault(id ?? ""), profile, activities.GetValueOrDefault(id ?? ""));
        var owners = Profiles(warehouse);
        return new Team(
            owners.Count == 0 ? [] : [Line(null, "", null), .. owners.Select(owner => Line(owner.Id, owner.Name, owner.Profile))],
            Segments(warehouse));
    }

    private static List<(string Id, string Name, OwnerProfile Profile)> Profiles(DbConnection warehouse) => warehouse.Read(
        """
        SELECT owner_id, coalesce(name, owner_id) AS name, CASE WHEN is_margin THEN margin ELSE revenue END AS amount, new_share, is_margin,
               hours, prospecting_share, profile, time_and_money_disagree
        FROM marts.owner_profiles
        WHERE owner_id <> '(unknown)'
        ORDER BY revenue DESC NULLS LAST, name, owner_id
        """,
        row => (row.Text("owner_id"), row.Text("name"), new OwnerProfile(
            row.Number("hours"), row.Number("prospecting_share"), row.Amount("amount"), row.Number("new_share"), row.Flag("is_margin"),
            row.TextOrNull("profile"), row.Flag("time_and_money_disagree"))));

    /// <summary>The last twelve finished months and those of the year, whose targets stand under the owner's name.</summary>
    private static ILookup<string, SalesMonth> Months(DbConnection warehouse) => warehouse.Read(
        """
        WITH sold AS (
            SELECT owner_id, period_start, value AS revenue
            FROM marts.kpis
            WHERE kpi = 'revenue' AND dimension = 'all' AND period = 'month'),
        aimed AS (
            SELECT p.owner_id, k.period_start, k.denominator AS target
            FROM marts.kpis AS k
            LEFT JOIN marts.owner_profiles AS p ON k.dimension = 'owner' AND p.name = k.segment
            WHERE k.kpi = 'revenue_to_target' AND k.period = 'month' AND k.owner_id IS NULL
              AND (k.dimension = 'all' OR p.owner_id IS NOT NULL))
        SELECT coalesce(s.owner_id, a.owner_id) AS owner_id, coalesce(s.period_start, a.period_start) AS month, coalesce(s.revenue, 0) AS revenue, a.target
        FROM sold AS s
        FULL JOIN aimed AS a ON a.owner_id IS NOT DISTINCT FROM s.owner_id AND a.period_start = s.period_start
        CROSS JOIN marts.run AS r
        WHERE coalesce(s.period_start, a.period_start) >= date_trunc('month', r.as_of + 1) - INTERVAL 12 MONTH
          AND coalesce(s.period_start, a.period_start) < date_trunc('month', r.as_of + 1)
        ORDER BY owner_id, month
        """,
        row => (Owner: row.Text("owner_id"), Month: new SalesMonth(row.Date("month") ?? default, row.Amount("revenue") ?? 0, row.Amount("target"))))
        .ToLookup(found => found.Owner, found => found.Month, StringComparer.Ordinal);

    private static Dictionary<string, Rate> Rates(DbConnection warehouse) => warehouse.Read(
        """
        SELECT owner_id, n, value, low, high
        FROM marts.kpis
        WHERE kpi = 'win_rate_closed_by_count' AND dimension = 'all' AND period = 'all'
        """,
        row => (Owner: row.Text("owner_id"), Rate: new Rate(row.Whole("n"), row.Number("value"), row.Number("low"), row.Number("high"))))
        .ToDictionary(found => found.Owner, found => found.Rate, StringComparer.Ordinal);

    /// <summary>Over the last twelve months; quotes stand under the owner's name.</summary>
    private static Dictionary<string, OwnerActivity> Activities(DbConnection warehouse) => warehouse.Read(
        """
        WITH counted AS (
            SELECT owner_id, kpi, numerator AS times
            FROM marts.kpis
            WHERE dimension = 'all' AND period = 'ttm' AND kpi IN ('calls', 'calls_reached', 'emails', 'meetings_with_prospects', 'meetings_with_customers', 'visits')
            UNION ALL
            SELECT p.owner_id, 'quotes', k.denominator
            FROM marts.kpis AS k
            LEFT JOIN marts.owner_profiles AS p ON k.dimension = 'owner' AND p.name = k.segment
            WHERE k.kpi = 'cost_per_quote' AND k.period = 'ttm' AND k.owner_id IS NULL AND (k.dimension = 'all' OR p.owner_id IS NOT NULL))
        SELECT owner_id,
               sum(times) FILTER (WHERE kpi = 'calls') AS calls, sum(times) FILTER (WHERE kpi = 'calls_reached') AS reached,
               sum(times) FILTER (WHERE kpi = 'emails') AS emails, sum(times) FILTER (WHERE kpi = 'meetings_with_prospects') AS prospect_meetings,
               sum(times) FILTER (WHERE kpi = 'meetings_with_customers') AS customer_meetings, sum(times) FILTER (WHERE kpi = 'visits') AS visits,
               sum(times) FILTER (WHERE kpi = 'quotes') AS quotes
        FROM counted
        GROUP BY owner_id
        ORDER BY owner_id
        """,
        row => (Owner: row.Text("owner_id"), Activity: new OwnerActivity(
            row.Whole("calls"), row.Whole("reached"), row.Whole("emails"), row.Whole("prospect_meetings"), row.Whole("customer_meetings"),
            row.Whole("visits"), row.Whole("quotes"))))
        .ToDictionary(found => found.Owner, found => found.Activity, StringComparer.Ordinal);

    private static List<OwnerSegment> Segments(DbConnection warehouse) => warehouse.Read(
        """
        SELECT owner_id, dimension, segment, won, closed, win_rate_shrunk, segment_rate, is_above, is_below
        FROM marts.owner_segments
        WHERE segment <> '(unknown)' AND owner_id <> '(unknown)'
        ORDER BY dimension, segment, owner_id
        """,
        row => new OwnerSegment(
            row.Text("owner_id"), row.Text("dimension"), row.Text("segment"), row.Whole("won"), row.Whole("closed"),
            row.Number("win_rate_shrunk") ?? 0, row.Number("segment_rate") ?? 0, row.Flag("is_above"), row.Flag("is_below")));
}
