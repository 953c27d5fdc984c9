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
        if (training.Targets.Length == 0) throw new ArgumentException("Boosting needs at least one row.", nameof(training));
        if (training.Targets.Length != training.Features.Rows) throw new ArgumentException("There must be one target a row.", nameof(training));
        if (!Array.TrueForAll(training.Targets, double.IsFinite)) throw new ArgumentException("A target is not a finite number.", nameof(training));
        var binned = BinnedRows.Of(training.Features, options);
        var gradients = new PackedGradients(binned.Rows);
        var grower = new TreeGrower(binned, gradients, options);
        var start = loss.Start(training.Targets.Average());
        var scores = new double[binned.Rows];
        Array.Fill(scores, start);
        var stop = later is null ? null : new EarlyStop(later, loss, start, options.Patience);
        var trees = new List<Tree>();
        while (trees.Count < options.Trees && stop?.Reached != true)
        {
            gradients.Fill(loss, training.Targets, scores, options.Threads);
            var tree = grower.Grow(scores);
            if (tree.Nodes == 1) break;
            trees.Add(tree);
            stop?.Add(tree);
        }
        return new BoostedTrees(loss, training.Features.Names, start, stop is null ? trees : trees[..stop.Best]);
    }
}
