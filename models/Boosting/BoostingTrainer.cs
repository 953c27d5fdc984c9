using Analytics.Models.Features;

namespace Analytics.Models.Boosting;

/// <summary>Rows and their targets.</summary>
internal sealed record TrainingRows(FeatureTable Features, double[] Targets);

/// <summary>Gradient boosting (Friedman 2001) by second-order steps on binned features.</summary>
internal static class BoostingTrainer
{
    /// <summary>Trains on the rows; with a later fold, keeps the trees up to its lowest loss.</summary>
    internal static BoostedTrees Train(TrainingRows training, BoostingLoss loss, BoostingOptions options, TrainingRows? later = null)
    {
        Check(training, loss);
        if (later is not null) Check(later, loss);
        if (later is not null && !later.Features.Names.SequenceEqual(training.Features.Names, StringComparer.Ordinal))
            throw new ArgumentException("The later fold has other features than the training rows.", nameof(later));
        if (options.Faults(training.Features.Names).FirstOrDefault() is { } fault) throw new ArgumentException(fault, nameof(options));
        var binned = BinnedRows.Of(training.Features, options);
        var gradients = new PackedGradients(binned.Rows);
        var sampling = new Sampling(binned.Rows, binned.Bins.Count, options);
        var grower = new TreeGrower(binned, Trends(training.Features.Names, options), gradients, sampling, options);
        var start = loss.Start(training.Targets.Average());
        var scores = new double[binned.Rows];
        Array.Fill(scores, start);
        var stop = later is null ? null : new EarlyStop(later, loss, start, options.Patience);
        var trees = new List<Tree>();
        while (trees.Count < options.Trees && stop?.Reached != true)
        {
            gradients.Fill(loss, training.Targets, scores, options.Threads);
            sampling.DrawRows(gradients.Values);
            var tree = grower.Grow(scores, loss.LongestStep);
            if (tree.Nodes == 1 && !sampling.Draws) break;
            trees.Add(tree);
            stop?.Add(tree);
        }
        return new BoostedTrees(loss, training.Features.Names, start, stop is null ? trees : trees[..stop.Best]);
    }

    /// <summary>By feature: 1 where the prediction may only rise with it, −1 where it may only fall.</summary>
    private static int[] Trends(IReadOnlyList<string> features, BoostingOptions options) =>
        [.. features.Select(name => options.Rising.Contains(name, StringComparer.Ordinal) ? 1 : options.Falling.Contains(name, StringComparer.Ordinal) ? -1 : 0)];

    private static void Check(TrainingRows rows, BoostingLoss loss)
    {
        if (rows.Targets.Length == 0) throw new ArgumentException("Boosting needs at least one row.", nameof(rows));
        if (rows.Targets.Length != rows.Features.Rows) throw new ArgumentException("There must be one target a row.", nameof(rows));
        loss.Check(rows.Targets);
    }
}
