namespace Analytics.Dashboards;

/// <summary>What a page shows and in which language it opens; the defaults give the page that most people want.</summary>
public sealed record DashboardOptions
{
    /// <summary>The language of the first view, "fr" or "en"; the page itself switches.</summary>
    public string Language { get; init; } = "en";

    /// <summary>The headline tiles in reading order, ten at most.</summary>
    public IReadOnlyList<Tile> Tiles { get; init; } = Tile.Defaults;

    /// <summary>The KPIs that segments are compared on, nine at most, left to right, three a row; one that the data cannot give is left out.</summary>
    public IReadOnlyList<string> SegmentKpis { get; init; } = [
        "win_rate_closed_by_count", "basket_per_order", "cac",
        "marketing_conversion", "sales_cycle_mean", "margin_rate",
        "attrition", "ltv_to_cac", "cac_payback",
    ];

    /// <summary>How many customers the page carries by name, by descending revenue.</summary>
    public int MaxCustomers { get; init; } = 2_000;

    /// <summary>The pages in reading order, the first one opened; those of a file for one owner leave out what is of the whole team.</summary>
    public IReadOnlyList<string> Pages { get; init; } = AllPages;

    /// <summary>Every page.</summary>
    public static IReadOnlyList<string> AllPages { get; } = ["overview", "segments", "pareto", "keep", "win", "team", "service", "trust", "data"];

    /// <summary>The pages that speak of customers and not of the team or of the files.</summary>
    public static IReadOnlyList<string> CustomerPages { get; } = ["overview", "segments", "pareto", "keep", "win", "trust"];

    internal static DashboardOptions Checked(DashboardOptions options)
    {
        if (options.Language is not ("fr" or "en"))
            throw new ArgumentException($"The language '{options.Language}' is not known. Choose fr or en.", nameof(options));
        if (options.Tiles.Count > 10)
            throw new ArgumentException($"{options.Tiles.Count} tiles were asked for. A page that steers shows about ten indicators at most: keep the ten that someone acts on, and leave the others to the tables.", nameof(options));
        if (options.SegmentKpis.Count is 0 or > 9)
            throw new ArgumentException($"{options.SegmentKpis.Count} KPIs were asked for in the comparison of segments. Choose one to nine.", nameof(options));
        if (options.Pages.Count == 0 || options.Pages.Any(page => !AllPages.Contains(page, StringComparer.Ordinal)))
            throw new ArgumentException($"Choose pages among {string.Join(", ", AllPages)}.", nameof(options));
        return options;
    }
}
