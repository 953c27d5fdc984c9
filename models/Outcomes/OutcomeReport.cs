namespace Analytics.Models;

/// <summary>Who of a table's customers is likely to leave, how far to believe it, and the model to score others by; without scores where too few left or stayed.</summary>
/// <param name="Scores">One a row, in the table's order; none where nothing could be learnt.</param>
public sealed record OutcomeReport(IReadOnlyList<OutcomeScore> Scores, IReadOnlyList<CardRow> Card, IReadOnlyList<ModelNote> Notes)
{
    /// <summary>The model, to be kept as text and read again; null where nothing could be learnt.</summary>
    public OutcomeModel? Model { get; init; }
}

/// <summary>A customer's chance to leave: where it is known whether it did, by models that had not seen it.</summary>
public sealed record OutcomeScore(double Chance, IReadOnlyList<Reason> Reasons);
