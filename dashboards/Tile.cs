namespace Analytics.Dashboards;

/// <summary>One headline figure: a KPI of marts.kpi_catalog, and one shown in small beside it (the median of a mean).</summary>
public sealed record Tile(string Kpi, string? Beside = null)
{
    /// <summary>The tile that sums the scores' probabilities of leaving; it is read from marts.scores.</summary>
    public const string ExpectedLosses = "expected_losses";

    /// <summary>The tiles of a page when none are asked for.</summary>
    public static IReadOnlyList<Tile> Defaults { get; } =
    [
        new("revenue"),
        new("win_rate_closed_by_count"),
        new("win_rate_closed_by_amount"),
        new("basket_per_order", "basket_median"),
        new("sales_cycle_mean", "sales_cycle_median"),
        new("opportunities_created", "opportunities_open"),
        new("opportunities_won", "opportunities_lost"),
        new("customers"),
        new("pareto_customers", "pareto_top20_share"),
        new(ExpectedLosses),
    ];
}
