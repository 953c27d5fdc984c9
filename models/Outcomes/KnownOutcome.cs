using Analytics.Models.Storage;

namespace Analytics.Models;

/// <summary>Of a table with one row a customer, some of whom are known to have left: who of the others is like them?</summary>
public static class KnownOutcome
{
    /// <summary>Tests the contenders on customers held out, trains the best on all that are known, and scores everyone.</summary>
    /// <param name="left">Whether each row's customer left; null where that is not known.</param>
    public static OutcomeReport Learn(TraitTable traits, IReadOnlyList<bool?> left, OutcomeOptions options, IProgress<OutcomeStep>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(traits);
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(options);
        if (left.Count != traits.Rows || traits.Columns.Any(column => column.Values.Length != traits.Rows)) throw new ArgumentException("There must be one outcome a row, and one value a row in every column.", nameof(left));
        var known = Enumerable.Range(0, traits.Rows).Where(row => left[row] is not null).ToArray();
        var outcomes = Array.ConvertAll(known, row => left[row]!.Value);
        if (OutcomeNotes.Refusal(outcomes, options) is { } refusal) return new([], [], [refusal.At(1, OutcomeNotes.Model)]);
        var telling = TellingColumns.Of(Taken(traits, known), outcomes);
        var certain = telling.Where(column => column.Auc >= TellingColumns.Certain).ToList();
        var used = new TraitTable([.. traits.Columns.Where(column => !certain.Exists(one => one.Name == column.Name))], traits.Rows);
        if (used.Columns.Count == 0) return new([], [], [OutcomeNotes.NothingLeft(certain).At(1, OutcomeNotes.Model)]);

        var features = used.Features;
        var fit = CrossFit.Of(features.Take(known), outcomes, used.Categorical, options, progress, cancellation);
        var test = OutcomeTest.Of(fit, options);
        var trained = OutcomeContenders.Train(features.Take(known), outcomes, used.Categorical, options.Seed)[test.Winner];
        var chances = trained.Predict(features);
        foreach (var (row, chance) in known.Zip(fit.Mean(test.Winner))) chances[row] = chance;
        var model = new OutcomeModel(new TrainingSummary("outcome", outcomes.Length, outcomes.Count(gone => gone) / (double)outcomes.Length), used.Columns, trained);
        return new(model.Score(used, chances, row => left[row] != true, options), OutcomeCard.Rows(fit, test, telling, options), OutcomeNotes.Of(fit, test, telling, certain, options))
        {
            Model = model,
        };
    }

    private static TraitTable Taken(TraitTable traits, int[] rows) =>
        new([.. traits.Columns.Select(column => column with { Values = Array.ConvertAll(rows, row => column.Values[row]) })], rows.Length);
}
