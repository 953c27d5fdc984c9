namespace Analytics.Dashboards.Data;

/// <summary>What customers are worth: how unequally, who has room to grow, who costs more than it brings, who is about to fall.</summary>
internal sealed record Worth(
    IReadOnlyList<LorenzCurve> Curves,
    IReadOnlyList<Quadrant> Quadrants,
    IReadOnlyList<WorthyCustomer> Customers,
    Unprofitable? Unprofitable);

/// <summary>The cumulative share of each percent of the customers, the smallest first, and Gini's index.</summary>
internal sealed record LorenzCurve(string Measure, long Customers, double? Gini, IReadOnlyList<LorenzPoint> Points);

internal sealed record LorenzPoint(double Customers, double Share);

internal sealed record Quadrant(string Name, long Customers, long Lost, long Stars, decimal Revenue, decimal RevenueOfYear, decimal Potential);

/// <summary>A customer named in one of the lists; the page carries the first of each.</summary>
internal sealed record WorthyCustomer(
    long? Account,
    string Name,
    string? Owner,
    string Quadrant,
    bool Star,
    bool FallingStar,
    bool Lost,
    decimal? Revenue,
    decimal? RevenueOfYear,
    decimal? Potential,
    decimal? Profit,
    decimal? CostToServe,
    double? TopChance,
    DateOnly? LastOrder);

/// <summary>Of the customers whose profit is known, those that lose money and how much.</summary>
internal sealed record Unprofitable(long Known, long Customers, decimal Loss);
