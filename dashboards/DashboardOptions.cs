namespace Analytics.Dashboards;

/// <summary>What a page shows and in which language it opens; the defaults give the page that most people want.</summary>
public sealed record DashboardOptions
{
    /// <summary>The language of the first view, "fr" or "en"; the page itself switches.</summary>
    public string Language { get; init; } = "en";

    /// <summary>The headline tiles in reading order, ten at most.</summary>
    public IReadOnlyList<Tile> Tiles { get; init; } = Tile.Defaults;

    /// <summary>The KPIs that segments are compared on, three at most, left to right.</summary>
    public IReadOnlyList<string> SegmentKpis { get; init; } = ["win_rate_closed_by_count", "basket_per_order", "sales_cycle_mean"];

    /// <summary>How many customers the page carries by name, by descending revenue.</summary>
    public int MaxCustomers { get; init; } = 2_000;

    internal static DashboardOptions Checked(DashboardOptions options)
    {
        if (options.Language is not ("fr" or "en"))
            throw new ArgumentException($"The language '{options.Language}' is not known. Choose fr or en.", nameof(options));
        if (options.Tiles.Count > 10)
            throw new ArgumentException($"{options.Tiles.Count} tiles were asked for. A page that steers shows about ten indicators at most: keep the ten that someone acts on, and leave the others to the tables.", nameof(options));
        if (options.SegmentKpis.Count is 0 or > 3)
            throw new ArgumentException($"{options.SegmentKpis.Count} KPIs were asked for in the comparison of segments. Choose one, two or three.", nameof(options));
        return options;
    }
}
