namespace Analytics.Dashboards.Data;

/// <summary>What customers say of the service: figures over time and by segment, complaints, answers and what came after them.</summary>
internal sealed record Service(
    IReadOnlyList<ServiceFigure> Figures,
    IReadOnlyList<ComplaintReason> Reasons,
    IReadOnlyList<Outcome> Outcomes,
    IReadOnlyList<Verbatim> Verbatims);

internal sealed record ServiceFigure(
    string Kpi,
    string Dimension,
    string Segment,
    Period Period,
    double? Value,
    long N,
    long Excluded,
    double? Low,
    double? High);

/// <summary>A reason for complaints: how many, and how often it came before a loss against how often to customers that stayed.</summary>
internal sealed record ComplaintReason(string Reason, long? Code, long Complaints, long? LostWith, long? Lost, long? KeptWith, long? Kept, bool MoreThanNoise);

/// <summary>Customers by the level of their last answer, and those lost after it.</summary>
internal sealed record Outcome(string Answer, long Customers, long Lost, double? Low, double? High);

internal sealed record Verbatim(DateOnly? Day, string? Customer, double? Score, string Text);
