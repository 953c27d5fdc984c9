namespace Analytics.Models;

/// <summary>Who is likely to be among the best customers next, and how far to believe it.</summary>
public sealed record PotentialReport(IReadOnlyList<PotentialScore> Scores, IReadOnlyList<CardRow> Card, IReadOnlyList<ModelNote> Notes);

/// <summary>What a customer is expected to bring over the horizon; null where the history does not tell.</summary>
public sealed record PotentialScore(
    string AccountId, DateOnly AsOf, int HorizonDays, double? ExpectedOrders, double? ExpectedAmount,
    double? Clv,
    double PTop20, bool InTop20Now, bool Future2080, bool FallingStar, IReadOnlyList<Reason> Reasons, string Model);
