namespace Analytics.Dashboards.Data;

/// <summary>The KPIs that the pages tell of beyond the tiles and the comparison of segments.</summary>
internal static class PageKpis
{
    public static IReadOnlySet<string> Whole { get; } = new HashSet<string>(StringComparer.Ordinal)
    {
        "attrition", "retention", "gross_revenue_retention", "net_revenue_retention", "drop_off_rate", "drop_off_at_stake",
        "leads", "marketing_conversion", "opportunities_created", "opportunities_won", "opportunities_lost", "customers_new",
        "cac", "contacts_to_win", "contacts_to_loss", "stopped_by_third_contact", "time_to_first_contact", "sales_cycle_waiting",
        "win_rate_cohort", "revenue_to_target", "margin_to_target",
    };

    public static IReadOnlySet<(string Kpi, string Dimension)> Segmented { get; } = new HashSet<(string, string)>
    {
        ("cac", "channel"), ("marketing_conversion", "channel"), ("time_to_first_contact", "channel"), ("win_rate_closed_by_count", "channel"),
        ("attrition", "sector"), ("attrition", "size"),
    };
}
