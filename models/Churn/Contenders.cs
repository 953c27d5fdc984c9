using Analytics.Models.Boosting;
using Analytics.Models.Features;
using Analytics.Models.Logistic;

namespace Analytics.Models;

/// <summary>Trains every contender that the features allow, the base rate first. Which they are depends on the features alone, so folds can be compared.</summary>
internal static class Contenders
{
    /// <summary>A single score is calibrated, hardly shrunk.</summary>
    private const double RidgeOfOne = 1;
    private const int WorthSharing = 20_000;

    internal static List<Trained> Train(FeatureTable features, bool[] outcomes, Question question, ChurnOptions options)
    {
        var trained = new List<Trained> { Regression(question.BaseRate, table => table.Only()) };
        var parts = new List<Trained>();
        if (Has(question.NaiveFeature)) parts.Add(Regression(question.Naive, table => table.Only(question.NaiveFeature)));
        if (Has(RfmScore.Name)) parts.Add(Regression(question.Rfm, table => table.Only(RfmScore.Name)));
        if (Has(question.LifetimeFeature)) parts.Add(Regression(question.Lifetime, table => table.Only(question.LifetimeFeature)));
        parts.Add(Regression(question.Logistic, table => table));
        parts.Add(Trees(features, outcomes, question, options) is { } trees ? new Trained(question.Boosting, trees, true) : parts[^1] with { Contender = question.Boosting });
        trained.AddRange(parts);
        trained.Add(new Trained(question.Blend, new BlendChurn(parts.Where(part => part.Contender != question.Naive && part.Contender != question.Rfm).Select(part => part.Model).ToList()), true));
        return trained;

        bool Has(string feature) => features.Names.Contains(feature, StringComparer.Ordinal);

        Trained Regression(Contender contender, Func<FeatureTable, FeatureTable> see)
        {
            var seen = see(features);
            var model = LogisticModel.Train(seen, outcomes, seen.Columns.Length > 1 ? options.Ridge : RidgeOfOne);
            return model.Fit.Converged
                ? new Trained(contender, new RegressionChurn(see, model), true)
                : new Trained(contender, new RegressionChurn(table => table.Only(), LogisticModel.Train(features.Only(), outcomes, RidgeOfOne)), false);
        }
    }

    /// <summary>Few small trees in small steps; null where there are too few rows for any, and the regression then stands in for them.</summary>
    private static TreesChurn? Trees(FeatureTable features, bool[] outcomes, Question question, ChurnOptions options)
    {
        if (outcomes.Length < options.FewestForTrees || features.Columns.Length == 0) return null;
        var rows = new TrainingRows(features, Array.ConvertAll(outcomes, left => left ? 1.0 : 0.0));
        return new TreesChurn(BoostingTrainer.Train(rows, BoostingLoss.Log, Shape(outcomes.Length, options) with
        {
            Rising = [.. question.Rising.Intersect(features.Names, StringComparer.Ordinal)],
        }));
    }

    internal static BoostingOptions Shape(int rows, ChurnOptions options)
    {
        var shape = new BoostingOptions { Trees = 80, Leaves = 6, Rate = 0.06, Ridge = 5, LeastLeafWeight = 4, Seed = options.Seed };
        // Sharing few rows among threads costs more than it saves; the trees are the same.
        return rows < WorthSharing ? shape with { Threads = 1 } : shape;
    }
}
