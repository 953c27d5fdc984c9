using System.Text.Json.Serialization;
using Analytics.Dashboards.Figures;

namespace Analytics.Dashboards.Data;

internal sealed record PageData(
    Run Run,
    IReadOnlyList<Kpi> Kpis,
    IReadOnlyList<Tile> Tiles,
    IReadOnlyList<string> SegmentKpis,
    IReadOnlyList<Dimension> Dimensions,
    IReadOnlyList<CanonicalTable> Tables,
    Facts Facts,
    Base Base,
    Localised<Figure>? Pareto,
    IReadOnlyList<CustomerAtRisk> Watch,
    IReadOnlyList<RisingCustomer> Rising,
    Keep Keep,
    Win Win,
    IReadOnlyList<Metric> Metrics,
    IReadOnlyList<ModelNote> Notes,
    Quality Quality)
{
    public Team Team { get; init; } = new([], []);
    public Service Service { get; init; } = new([], [], [], []);
    public Effort Effort { get; init; } = new([], []);
    public Worth Worth { get; init; } = new([], [], [], null);
    public Changes? Changes { get; init; }
    public IReadOnlyList<Outlook> Outlook { get; init; } = [];
    public IReadOnlyList<string> Pages { get; init; } = [];
    public IReadOnlyList<SegmentLabel> SegmentLabels { get; init; } = [];
    public IReadOnlyList<PlanItem> Plan { get; init; } = [];
    public Cards Cards { get; init; } = new([], []);
    public IReadOnlyList<Named> Prospects { get; init; } = [];

    [JsonIgnore]
    public CustomerLists Lists => new(Base.Top, Watch, Worth.Customers, Cards, Plan, Prospects);

    /// <summary>The page's data without the lists: of the customers, the dearest alone.</summary>
    public PageData WithoutLists() => this with
    {
        Base = Base with { Top = [.. Base.Top.Take(1)] },
        Watch = [],
        Worth = Worth with { Customers = [] },
        Cards = new([], []),
        Plan = [],
        Prospects = [],
    };
}

internal sealed record Localised<T>(T En, T Fr);

internal sealed record Run(string Title, DateOnly AsOf, DateOnly? DataFrom, DateOnly? DataTo, string? Currency, string SalesBasis, string Version);

internal sealed record Kpi(
    string Name,
    string Unit,
    string Kind,
    string Direction,
    IReadOnlyList<string> Missing,
    Localised<string> Label,
    Localised<string> Formula,
    Localised<string> Excluded);

internal sealed record Dimension(string Name, Localised<string> Label, long Segments, string? BroughtBy);

internal sealed record SegmentLabel(string Dimension, string Segment, Localised<string> Label);

internal sealed record CanonicalTable(string Name, Localised<string> Label, long Rows);

/// <summary>The customers of the whole base, and by name those that the page carries.</summary>
internal sealed record Base(long Customers, IReadOnlyList<Customer> Top);

internal sealed record Customer(
    long? Account,
    string Id,
    string Name,
    long? Rank,
    decimal? Revenue,
    double? CumulativeShare,
    bool InPareto,
    long? Orders,
    DateOnly? LastOrder);

internal sealed record CustomerAtRisk(
    long? Account,
    string Name,
    string? Owner,
    double Probability,
    decimal? Revenue,
    double? ExpectedLoss,
    DateOnly? LastOrder,
    int? Recency,
    double? UsualGap,
    IReadOnlyList<Reason> Reasons);

/// <summary>An account that is no customer, by its number in the facts.</summary>
internal sealed record Named(long Account, string Name);

/// <summary>A future 20/80: not among the top 20 % of customers today, likely to be over the horizon.</summary>
internal sealed record RisingCustomer(
    long? Account,
    string Name,
    string? Owner,
    double Probability,
    double? ExpectedAmount,
    int? HorizonDays,
    decimal? Revenue,
    DateOnly? LastOrder,
    DateOnly? DroppedOff,
    IReadOnlyList<Reason> Reasons);

internal sealed record Reason(Localised<string> Label, string Value, double Contribution);

internal sealed record Metric(string Model, string Name, double? Value, double? Low, double? High, double? Baseline, string? Fold);

internal sealed record ModelNote(string Model, Localised<string> Text);
