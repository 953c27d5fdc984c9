namespace Analytics.Dashboards.Data;

/// <summary>How the year of the as-of date should end: what is done, what is expected with its interval, and the year's target where all its months have one.</summary>
internal sealed record Outlook(
    string Measure,
    DateOnly YearStart,
    DateOnly LastMonth,
    long MonthsToCome,
    decimal SoFar,
    double Forecast,
    double? Low,
    double? High,
    string Rule,
    double? Target);
