namespace Analytics.Dashboards.Data;

/// <summary>What came in at the last run that found something new, and which figures of the whole base it moved.</summary>
internal sealed record Changes(long Run, IReadOnlyList<ChangedFile> Files, IReadOnlyList<ChangedFigure> Figures);

internal sealed record ChangedFile(string Name, string? Table, string State, long Rows);

internal sealed record ChangedFigure(string Kpi, string Period, double? Before, double? Now);
