namespace Analytics.Models;

/// <summary>Who may leave, how far to believe it, and both said in words.</summary>
public sealed record ChurnReport(IReadOnlyList<ChurnScore> Scores, IReadOnlyList<CardRow> Card, IReadOnlyList<ModelNote> Notes)
{
    /// <summary>The chance of leaving that was given to each customer of a tested past date, before its outcome was learnt.</summary>
    internal IReadOnlyDictionary<(string AccountId, DateOnly Cutoff), double> Tested { get; init; } = new Dictionary<(string, DateOnly), double>();

    /// <summary>The chances of staying: those and the scores'.</summary>
    internal Dictionary<(string AccountId, DateOnly Cutoff), double> Buys => Tested
        .Concat(Scores.Select(score => KeyValuePair.Create((score.AccountId, score.AsOf), score.PChurn)))
        .ToDictionary(one => one.Key, one => 1 - one.Value);
}

/// <summary>A customer's probability of placing no order over the horizon or, under contract, of not renewing it, and what moved it.</summary>
public sealed record ChurnScore(string AccountId, DateOnly AsOf, int HorizonDays, double PChurn, IReadOnlyList<Reason> Reasons, string Model);

/// <summary>What a feature adds to a customer's log-odds of leaving, against the mean customer; a null value is a missing one.</summary>
public sealed record Reason(string Feature, double? Value, double Contribution, string LabelEn, string LabelFr);

/// <summary>A measured figure of a model, with its 95 % interval and what to compare it with.</summary>
public sealed record CardRow(string Model, string Metric, double? Value, double? Low, double? High, double? Baseline, string Fold);

/// <summary>A sentence about a model, in both languages.</summary>
public sealed record ModelNote(string Model, int Position, string TextEn, string TextFr);
