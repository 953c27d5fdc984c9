using Analytics.Models.Features;

namespace Analytics.Models.Boosting;

/// <summary>A sum of trees over named features (Friedman 2001).</summary>
internal sealed record BoostedTrees(BoostingLoss Loss, IReadOnlyList<string> Features, double Start, IReadOnlyList<Tree> Trees)
{
    private const int RowsWorthPreparing = 1_000;

    /// <summary>Predictions on the target's scale: a probability, an amount or a count.</summary>
    internal double[] Predict(FeatureTable features, int threads = 1)
    {
        var predictions = Scores(features, threads);
        Work.Chunks(predictions.Length, threads, (from, to) =>
        {
            for (var i = from; i < to; i++) predictions[i] = Loss.Prediction(predictions[i]);
        });
        return predictions;
    }

    internal double[] Scores(FeatureTable features, int threads = 1)
    {
        if (!features.Names.SequenceEqual(Features, StringComparer.Ordinal))
            throw new ArgumentException($"The trees were trained on {string.Join(", ", Features)} and are given {string.Join(", ", features.Names)}.", nameof(features));
        var scores = new double[features.Rows];
        var quick = features.Rows >= RowsWorthPreparing && QuickScorer.Fits(this) ? new QuickScorer(this) : null;
        Work.Chunks(features.Rows, threads, (from, to) =>
        {
            if (quick is not null) quick.Score(features, from, to, scores);
            else Walk(features, from, to, scores);
        });
        return scores;
    }

    internal double Score(ReadOnlySpan<double> row)
    {
        var score = Start;
        foreach (var tree in Trees) score += tree.Predict(row);
        return score;
    }

    /// <summary>What every faster way must equal: tree by tree, question by question.</summary>
    internal void Walk(FeatureTable features, int from, int to, Span<double> scores)
    {
        var row = new double[Features.Count];
        for (var i = from; i < to; i++)
        {
            for (var f = 0; f < row.Length; f++) row[f] = features.Columns[f][i];
            scores[i] = Score(row);
        }
    }
}
