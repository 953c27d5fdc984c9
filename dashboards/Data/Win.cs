namespace Analytics.Dashboards.Data;

/// <summary>What the page about winning customers shows: how long it takes, after how many contacts, where it works best and why it fails.</summary>
internal sealed record Win(
    IReadOnlyList<SurvivalPoint> Waiting,
    IReadOnlyList<ContactStep> Ladder,
    IReadOnlyList<LossReason> Reasons,
    IReadOnlyList<Niche> Niches,
    IReadOnlyList<Prospect> Prospects);

internal sealed record ContactStep(long Contacts, long Won, long Lost, double? WonSoFar, double? StoppedSoFar);

/// <summary>A reason for losing opportunities, with its number in the facts where they name it.</summary>
internal sealed record LossReason(string Reason, long Lost, decimal? Amount, double? Share, long? Code);

internal sealed record Niche(string Measure, string Dimension, string Segment, long N, double? Value, double? ValueOfRest, double? QValue, bool IsBetter);

/// <summary>An account that never ordered and looks like the customers of better niches, and how many share its rank.</summary>
internal sealed record Prospect(long Rank, long OfRank, string Name, string AlikeIn, long OpenOpportunities, decimal? OpenAmount, DateOnly? LastLostAt);
