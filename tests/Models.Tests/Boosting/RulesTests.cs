using Analytics.Models.Boosting;
using Analytics.Models.Features;

namespace Analytics.Models.Tests.Boosting;

/// <summary>What the options forbid or leave to the draw.</summary>
public class RulesTests
{
    private static readonly TrainingRows s_rows = Made.Rows(3_000);

    [Theory]
    [InlineData("slope", 1)]
    [InlineData("slope", -1)]
    [InlineData("gaps", 1)]
    [InlineData("noise", -1)]
    public void With_a_monotone_feature_the_prediction_never_turns(string feature, int trend)
    {
        string[] named = [feature];
        var free = Turns(Train(s_rows, new() { LeastLeafWeight = 0.2 }), feature, trend);
        var bound = Turns(Train(s_rows, new() { LeastLeafWeight = 0.2, Rising = trend > 0 ? named : [], Falling = trend < 0 ? named : [] }), feature, trend);

        Assert.InRange(free, 1, int.MaxValue);
        Assert.Equal(0, bound);
    }

    [Fact]
    public void A_monotone_model_is_that_of_xgboost()
    {
        // XGBoost 1.7.4, reg:squarederror, hist, lossguide, max_leaves=5, learning_rate=0.3, min_child_weight=0.3, base_score=1.75, monotone_constraints=(1).
        double[] published = [1.0818555355072021, 1.0818555355072021, 1.0818555355072021, 1.6890000104904175, 1.6890000104904175, 2.3510000705718994, 2.3510000705718994, 2.5401251316070557];
        double[] values = [1, 2, 3, 4, 5, 6, 7, 8];
        var model = BoostingTrainer.Train(
            Made.Rows([0, 1, 0.5, 2, 1.25, 3, 2.25, 4], values),
            BoostingLoss.Squared,
            new() { Trees = 3, Leaves = 5, Rate = 0.3, LeastLeafWeight = 0.3, Rising = ["f0"] });

        for (var i = 0; i < 8; i++) Assert.Equal(published[i], model.Score([values[i]]), 1e-5);
    }

    [Fact]
    public void No_leaf_has_fewer_rows_than_the_least()
    {
        var model = Train(s_rows, new() { Trees = 10, LeastLeafRows = 40, LeastLeafWeight = 0 });
        foreach (var tree in model.Trees)
        {
            var rows = Enumerable.Range(0, 3_000).GroupBy(i => tree.Predict(Row(s_rows.Features, i))).Select(leaf => leaf.Count()).ToList();
            Assert.True(rows.Min() >= 40);
        }
        Assert.Contains(Train(s_rows, new() { Trees = 10, LeastLeafWeight = 0 }).Trees, tree =>
            Enumerable.Range(0, 3_000).GroupBy(i => tree.Predict(Row(s_rows.Features, i))).Any(leaf => leaf.Count() < 40));
    }

    [Fact]
    public void The_seed_decides_what_is_drawn_and_the_number_of_threads_nothing()
    {
        var rows = Made.Rows(40_000);
        var options = new BoostingOptions { Trees = 5, RowShare = 0.5, ColumnShare = 0.6, LeastLeafRows = 5, Seed = 7, Threads = 1 };
        var one = Train(rows, options).Predict(rows.Features);

        Assert.Equal(one, Train(rows, options).Predict(rows.Features));
        Assert.Equal(one, Train(rows, options with { Threads = 3 }).Predict(rows.Features));
        Assert.NotEqual(one, Train(rows, options with { Seed = 8 }).Predict(rows.Features));
    }

    [Fact]
    public void Each_tree_learns_from_the_share_of_rows_and_features_that_was_asked_for()
    {
        var options = new BoostingOptions { RowShare = 0.3, ColumnShare = 0.4, LeastLeafRows = 2 };
        var sampling = new Sampling(1_000, 5, options);
        var often = new int[1_000];
        for (var tree = 0; tree < 400; tree++)
        {
            var gradients = Enumerable.Repeat(7L, 1_000).ToArray();
            sampling.DrawRows(gradients);

            Assert.Equal(300, gradients.Count(gradient => gradient == 7));
            Assert.Equal(gradients.Select(gradient => gradient / 7), sampling.Drawn);
            Assert.Equal(2, sampling.DrawFeatures().Distinct().Count());
            for (var row = 0; row < 1_000; row++) often[row] += (int)sampling.Drawn[row];
        }
        // Binomial with n = 400, p = 0.3: five standard deviations are 46.
        Assert.All(often, times => Assert.InRange(times, 74, 166));
        Assert.All(Train(s_rows, options with { Trees = 20 }).Trees, tree => Assert.InRange(tree.Feature.Where(f => f >= 0).Distinct().Count(), 0, 2));
    }

    [Fact]
    public void Categories_are_told_apart_whatever_their_numbers_and_one_never_seen_goes_with_none()
    {
        var rows = MadeCategories.Rows(5_000);
        var options = new BoostingOptions { Trees = 1, Leaves = 2, Rate = 1 };
        var byThreshold = BoostingTrainer.Train(rows, BoostingLoss.Squared, options);
        var bySet = BoostingTrainer.Train(rows, BoostingLoss.Squared, options with { Categorical = ["trade"] });

        // Of 100 + 7c, those whose 5c mod 13 is below 6 spend four times as much: c = 0, 1, 3, 6, 8, 11.
        Assert.Equal([100, 107, 121, 142, 156, 177], Dear(bySet.Trees[0]).Order());
        Assert.True(MeanLoss(bySet, rows) < MeanLoss(byThreshold, rows));
        Assert.Equal(bySet.Trees[0].Right[0], bySet.Trees[0].Next(0, 999));
    }

    private static IEnumerable<double> Dear(Tree tree)
    {
        var dear = tree.Value[tree.Left[0]] > tree.Value[tree.Right[0]] ? tree.Left[0] : tree.Right[0];
        return Enumerable.Range(0, 12).Select(code => 100.0 + 7 * code).Where(code => tree.Next(0, code) == dear);
    }

    private static BoostedTrees Train(TrainingRows rows, BoostingOptions options) => BoostingTrainer.Train(rows, BoostingLoss.Log, options);

    private static double MeanLoss(BoostedTrees model, TrainingRows rows) =>
        model.Scores(rows.Features).Select((score, i) => model.Loss.Value(rows.Targets[i], score)).Average();

    private static double[] Row(FeatureTable features, int i) => features.Columns.Select(column => column[i]).ToArray();

    /// <summary>How often the score goes against the trend along a grid of the feature, the others being those of 200 rows.</summary>
    private static int Turns(BoostedTrees model, string feature, int trend)
    {
        var (turns, at) = (0, model.Features.ToList().IndexOf(feature));
        for (var i = 0; i < 200; i++)
        {
            var row = Row(s_rows.Features, i);
            var before = double.NegativeInfinity;
            for (var step = 0; step <= 200; step++)
            {
                row[at] = trend * (step / 100.0 - 1);
                var score = model.Score(row);
                if (score < before - 1e-12) turns++;
                before = score;
            }
        }
        return turns;
    }
}
