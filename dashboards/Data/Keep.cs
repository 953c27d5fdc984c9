namespace Analytics.Dashboards.Data;

/// <summary>What the page about keeping customers shows: who fell silent, how long customers stay, what went before a loss.</summary>
internal sealed record Keep(
    IReadOnlyList<DropOff> DropOffs,
    IReadOnlyList<Cohort> Cohorts,
    IReadOnlyList<SurvivalPoint> Survival,
    IReadOnlyList<Sensitivity> Sensitivity,
    IReadOnlyList<LossCause> Causes,
    IReadOnlyList<LossChange> Changes);

internal sealed record DropOff(long? Account, string Name, string? Owner, DateOnly? Since, int? Recency, double? UsualGap, decimal? AtStake);

internal sealed record Cohort(DateOnly Start, int Age, long Customers, long Active, decimal? Revenue, double? Value, double? Low, double? High, bool IsComplete);

internal sealed record SurvivalPoint(string Dimension, string Segment, int Month, long Waiting, double Share, double? Low, double? High);

internal sealed record Sensitivity(double Factor, long AtStart, long Lost, double? Value, double? Low, double? High);

/// <summary>What changed before a loss: a late delivery, another owner, a complaint.</summary>
internal sealed record LossChange(string Change, Localised<string> Label, long LostWith, long Lost, long KeptWith, long Kept, bool IsMoreThanNoise);

/// <summary>What was recorded before a loss, with its number in the facts where they name it.</summary>
internal sealed record LossCause(string Cause, long? Code, long LostWith, long Lost, long KeptWith, long Kept, bool IsMoreThanNoise);
