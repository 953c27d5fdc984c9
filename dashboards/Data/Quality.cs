namespace Analytics.Dashboards.Data;

internal sealed record Quality(
    IReadOnlyList<SourceFile> Files,
    IReadOnlyList<Localised<string>> Assumptions,
    IReadOnlyList<Link> Links,
    IReadOnlyList<Check> Checks,
    IReadOnlyList<Cause> Causes,
    DuplicateReview Duplicates);

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

internal sealed record RejectCause(Localised<string> Label, bool RowRejected, long Count, IReadOnlyList<Reject> Sample);

internal sealed record Reject(long? Line, string? Column, string? Value);

internal sealed record Link(string Table, string Column, string? Value, string? MatchedTo, string How, long Rows);

internal sealed record Check(string Name, long Failures, string? Sample);

/// <summary>Rejects of one cause in all files, and what usually mends them.</summary>
internal sealed record Cause(Localised<string> Label, Localised<string> Remedy, long Rows, long Cells, IReadOnlyList<CauseExample> Sample);

internal sealed record CauseExample(string File, long? Line, string? Column, string? Value);

/// <summary>The likeliest pairs of accounts that may be one, what became of the analyst's marks, and what merging would change.</summary>
internal sealed record DuplicateReview(
    long Pairs, long Likely, long Merged, long Apart, long NotObeyed, long GroupsLeftOut, IReadOnlyList<DuplicatePair> Sample, IReadOnlyList<DuplicateEffect> Effects);

internal sealed record DuplicatePair(string Name1, string Name2, double Probability, Localised<string> Evidence);

internal sealed record DuplicateEffect(Localised<string> Label, string Unit, string Period, double? Value, double? IfMerged);
