namespace Analytics.Dashboards.Data;

/// <summary>What a customer's card says beyond its facts: the models' scores, and the step that its place on a list asks for.</summary>
internal sealed record Cards(IReadOnlyList<Score> Scores, IReadOnlyList<NextStep> Steps);

internal sealed record Score(
    long Account,
    double? Leaves,
    IReadOnlyList<Reason> LeavesReasons,
    double? Top,
    IReadOnlyList<Reason> TopReasons,
    double? ExpectedAmount,
    double? LifetimeValue,
    long? HorizonDays);

internal sealed record NextStep(
    long Account,
    string List,
    double? Amount,
    bool IsMargin,
    string? Family,
    double? FamilyShare,
    string? Complaint,
    DateOnly? ComplainedAt,
    bool ComplaintResolved);
