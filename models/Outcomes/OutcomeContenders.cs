using Analytics.Models.Boosting;
using Analytics.Models.Evaluation;
using Analytics.Models.Features;
using Analytics.Models.Logistic;

namespace Analytics.Models;

/// <summary>The ways to tell from a table of customers who leaves: the base rate first, then what looks at the columns.</summary>
internal static class OutcomeContenders
{
    private const double Ridge = 5;

    /// <summary>Of every five training rows one is held out, to choose the trees' shape and number.</summary>
    private const int Parts = 5;

    internal static IReadOnlyList<Contender> All { get; } =
    [
        new("outcome_base_rate", "the base rate", "le taux moyen"),
        new("outcome_logistic", "the logistic regression", "la régression logistique"),
        new("outcome_boosting", "boosted trees", "les arbres boostés"),
        new("outcome_blend", "the logistic regression and boosted trees together", "la régression logistique et les arbres boostés ensemble"),
    ];

    /// <summary>Small trees for what is mostly noise, large ones for what is nearly certain.</summary>
    private static readonly BoostingOptions[] s_shapes =
    [
        new() { Trees = 400, Leaves = 6, Rate = 0.06, Ridge = 5, LeastLeafWeight = 4 },
        new() { Trees = 600, Leaves = 31, Rate = 0.06, RowShare = 0.7, ColumnShare = 0.6, LeastLeafWeight = 0.3 },
    ];

    /// <summary>One model a contender; one that did not converge is the base rate again.</summary>
    internal static ChurnModel[] Train(FeatureTable features, bool[] left, IReadOnlyList<string> categorical, int seed)
    {
        var none = new FeatureTable([], [], features.Rows);
        var rate = new WordRegression(new([]), LogisticModel.Train(none, left, 1));
        var coding = WordColumns.Learn(features, categorical);
        var model = LogisticModel.Train(coding.Of(features), left, Ridge);
        var logistic = model.Fit.Converged ? new WordRegression(coding, model) : rate;
        var trees = new TreesChurn(Trees(features, left, categorical, seed));
        return [rate, logistic, trees, new BlendChurn([logistic, trees])];
    }

    private static BoostedTrees Trees(FeatureTable features, bool[] left, IReadOnlyList<string> categorical, int seed)
    {
        var parts = Dealing.Of(left, Parts, (ulong)seed);
        var (early, later) = (Rows(features, left, Dealing.Rows(parts, part => part > 0)), Rows(features, left, Dealing.Rows(parts, part => part == 0)));
        var chosen = s_shapes.Select(shape => shape with { Categorical = categorical, Seed = seed, Threads = 1 })
            .Select(shape => (Shape: shape, Trees: BoostingTrainer.Train(early, BoostingLoss.Log, shape, later)))
            .MinBy(tried => Loss(tried.Trees, later));
        return BoostingTrainer.Train(Rows(features, left, [.. Enumerable.Range(0, left.Length)]), BoostingLoss.Log, chosen.Shape with { Trees = chosen.Trees.Trees.Count });
    }

    private static double Loss(BoostedTrees trees, TrainingRows rows) =>
        trees.Predict(rows.Features).Zip(rows.Targets, (chance, target) => Losses.Log(chance, target > 0)).Average();

    private static TrainingRows Rows(FeatureTable features, bool[] left, int[] rows) => new(features.Take(rows), Array.ConvertAll(rows, row => left[row] ? 1.0 : 0));
}
