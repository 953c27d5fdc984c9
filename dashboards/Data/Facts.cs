namespace Analytics.Dashboards.Data;

/// <summary>marts.kpis by columns, its repeated texts given once and pointed to: a third of the size of rows.</summary>
internal sealed record Facts
{
    public List<string> Segments { get; } = [];
    public List<Period> Periods { get; } = [];
    public List<string> Dimensions { get; } = [];
    public List<string> Kpis { get; } = [];

    public List<int> Kpi { get; } = [];
    public List<int> Dimension { get; } = [];
    public List<int> Segment { get; } = [];
    public List<int> Period { get; } = [];
    public List<double?> Numerator { get; } = [];
    public List<double?> Denominator { get; } = [];
    public List<double?> Value { get; } = [];
    public List<long> N { get; } = [];
    public List<long> Excluded { get; } = [];
    public List<double?> Low { get; } = [];
    public List<double?> High { get; } = [];
}

internal sealed record Period(string Kind, DateOnly? Start, DateOnly? End);
