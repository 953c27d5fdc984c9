namespace Analytics.Dashboards.Data;

/// <summary>What each salesperson did and brought; the first line is everyone together.</summary>
internal sealed record Team(IReadOnlyList<OwnerLine> Lines, IReadOnlyList<OwnerSegment> Segments);

internal sealed record OwnerLine(
    string? Id,
    string Name,
    IReadOnlyList<SalesMonth> Months,
    Rate? WinRate,
    OwnerProfile? Profile,
    OwnerActivity? Activity);

/// <summary>A finished month's revenue, and its target where there is one.</summary>
internal sealed record SalesMonth(DateOnly Start, decimal Revenue, decimal? Target);

internal sealed record Rate(long N, double? Value, double? Low, double? High);

/// <summary>The last twelve months: hours logged, their share spent on prospects, the margin or else the revenue, its share from customers of the year.</summary>
internal sealed record OwnerProfile(double? Hours, double? Prospecting, decimal? Amount, double? FromNew, bool IsMargin, string? Kind, bool Disagree);

internal sealed record OwnerActivity(long Calls, long Reached, long Emails, long ProspectMeetings, long CustomerMeetings, long Visits, long Quotes);

internal sealed record OwnerSegment(
    string Owner,
    string Dimension,
    string Segment,
    long Won,
    long Closed,
    double Shrunk,
    double Expected,
    bool Above,
    bool Below);
