namespace Analytics.Dashboards.Data;

internal sealed record Quality(
    IReadOnlyList<SourceFile> Files,
    IReadOnlyList<Link> Links,
    IReadOnlyList<Check> Checks);

internal sealed record SourceFile(
    string Name,
    string? Table,
    string? Crm,
    string? Encoding,
    string? Separator,
    long Read,
    long Kept,
    long Rejected,
    string? Note,
    IReadOnlyList<Column> Columns,
    IReadOnlyList<RejectCause> Rejects);

internal sealed record Column(string Header, string? Name, double? Confidence, string Decision);

internal sealed record RejectCause(string Reason, bool RowRejected, long Count, IReadOnlyList<Reject> Sample);

internal sealed record Reject(long? Line, string? Column, string? Value);

internal sealed record Link(string Table, string Column, string? Value, string? MatchedTo, string How, long Rows);

internal sealed record Check(string Name, long Failures, string? Sample);
