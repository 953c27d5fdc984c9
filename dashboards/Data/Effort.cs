namespace Analytics.Dashboards.Data;

/// <summary>Where to put the effort: each segment's cost and yield over the last twelve months, and the guard rails that ask for a look.</summary>
internal sealed record Effort(IReadOnlyList<EffortSegment> Segments, IReadOnlyList<GuardRail> Rules);

internal sealed record EffortSegment(
    string Dimension,
    string Segment,
    long Rank,
    long Customers,
    long? NewCustomers,
    double? YearlyMargin,
    double? Retention,
    double? Cac,
    double? LifetimeValue,
    double? MarginPerEuro,
    double? MarginPerEuroLow,
    double? MarginPerEuroHigh,
    double? Cycle,
    Rate? WinRate,
    Rate? Basket,
    string? Advice);

internal sealed record GuardRail(string Rule, string Subject, double? Figure, double? OtherFigure, Localised<string> Advice);
