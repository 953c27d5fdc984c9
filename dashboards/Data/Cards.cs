namespace Analytics.Dashboards.Data;

/// <summary>What a customer's card says beyond its facts: the models' scores, and the step that its place on a list asks for.</summary>
internal sealed record Cards(IReadOnlyList<Score> Scores, IReadOnlyList<NextStep> Steps)
{
    /// <summary>Whether the amounts that the models expect are margin; else they are revenue.</summary>
    public bool IsMargin { get; init; }
}

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
    DateOnly? Due,
    double? Amount,
    bool IsMargin,
    string? Family,
    double? FamilyShare,
    string? Complaint,
    DateOnly? ComplainedAt,
    bool ComplaintResolved);
