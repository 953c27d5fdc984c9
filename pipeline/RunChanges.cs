namespace Analytics.Pipeline;

/// <summary>What came in with a run and what it changed, against the run before in the same output folder.</summary>
/// <param name="Run">The run's number in <c>marts.runs</c>.</param>
/// <param name="IsFirst">Whether there was none before.</param>
/// <param name="IsNew">Whether anything came in or moved; a run over the same exports is the run before.</param>
/// <param name="Kpis">The whole base's figures that moved, of the last twelve months first.</param>
public sealed record RunChanges(int Run, bool IsFirst, bool IsNew, IReadOnlyList<FileChange> Files, IReadOnlyList<KpiChange> Kpis);

/// <param name="State">new, changed, unchanged or gone.</param>
public sealed record FileChange(string File, string? Table, string State, long Rows);

/// <param name="Unit">amount, count, hours, days, ratio or score.</param>
/// <param name="Period">all, or ttm for the last twelve months.</param>
public sealed record KpiChange(string Kpi, string LabelEn, string LabelFr, string Unit, string Period, double? Value, double? Before);
