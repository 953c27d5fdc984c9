using Analytics.Models.Boosting;
using Analytics.Models.Evaluation;
using Analytics.Models.Features;

namespace Analytics.Models.Tests.Boosting;

public class BoostingTests
{
    private const double None = double.NaN;
    private static readonly double[] s_eight = [1, 2, 3, 4, 5, 6, 7, 8];

    [Fact]
    public void The_split_of_eight_rows_is_the_one_by_hand()
    {
        // Squared loss from mean 3: residuals −2 ×5 and 3⅓ ×3; the best cut is after the fifth, gains (10²/5 + 10²/3)/1 with λ = 0.
        var rows = Made.Rows([1, 1, 1, 1, 1, 19.0 / 3, 19.0 / 3, 19.0 / 3], s_eight);
        var tree = BoostingTrainer.Train(rows, BoostingLoss.Squared, new() { Trees = 1, Leaves = 2, Rate = 1, Ridge = 0 }).Trees[0];

        Assert.Equal(5.5, tree.Threshold[0]);
        Assert.Equal(-2, tree.Value[1], 1e-6);
        Assert.Equal(10.0 / 3, tree.Value[2], 1e-6);
        Assert.Equal([8, 5, 3], tree.Cover.Select(cover => Math.Round(cover, 6)));
    }

    [Fact]
    public void Three_trees_are_those_of_xgboost()
    {
        // XGBoost 1.7.4, tree_method=hist, grow_policy=lossguide, max_leaves=3, learning_rate=0.3, reg_lambda=1, min_child_weight=0.3, base_score=0.5.
        double[] published = [-0.5142017602920532, -0.5142017602920532, 0.0054286569356918335, 0.0054286569356918335, 0.46145233511924744, 0.46145233511924744, 0.12150008231401443, 0.12150008231401443];
        var model = BoostingTrainer.Train(
            Made.Rows([0, 0, 1, 0, 1, 1, 0, 1], s_eight), BoostingLoss.Log, new() { Trees = 3, Leaves = 3, Rate = 0.3, LeastLeafWeight = 0.3 });

        for (var i = 0; i < 8; i++) Assert.Equal(published[i], model.Score([s_eight[i]]), 1e-5);
    }

    [Fact]
    public void Three_tweedie_trees_are_those_of_xgboost()
    {
        // XGBoost 1.7.4, reg:tweedie with tweedie_variance_power=1.5, otherwise as above.
        double[] published = [-1.219830870628357, -1.219830870628357, -0.8612238168716431, -1.0530685186386108, -1.0530685186386108, -0.3271961510181427, -0.3271961510181427, -0.3271961510181427];
        var model = BoostingTrainer.Train(
            Made.Rows([0, 0, 1, 0, 0, 1, 0.5, 1.5], s_eight), BoostingLoss.Tweedie(), new() { Trees = 3, Leaves = 3, Rate = 0.3, LeastLeafWeight = 0.3 });

        for (var i = 0; i < 8; i++) Assert.Equal(published[i], model.Score([s_eight[i]]), 1e-5);
    }

    [Fact]
    public void Any_number_of_threads_gives_the_same_bits()
    {
        var rows = Made.Rows(60_000);
        var options = new BoostingOptions { Trees = 10 };

        var (one, three) = (Train(rows, options with { Threads = 1 }), Train(rows, options with { Threads = 3 }));

        Assert.Equal(one.Predict(rows.Features), three.Predict(rows.Features, threads: 2));
        Assert.Equal(one.Trees.SelectMany(tree => tree.Value), three.Trees.SelectMany(tree => tree.Value));
    }

    [Fact]
    public void The_fast_histogram_is_the_plain_one_and_siblings_are_differences()
    {
        var (binned, gradients) = Prepared(Made.Rows(3_000));
        var all = Enumerable.Range(0, 3_000).ToArray();
        var few = Array.FindAll(all, row => row % 3 == 0);
        var (plain, fast, parent, rest) = (Histogram.Empty(binned), Histogram.Empty(binned), Histogram.Empty(binned), Histogram.Empty(binned));

        Histogram.Plain(binned, few, gradients.Values, plain);
        Histogram.Add(binned, few, gradients.Values, fast);
        Histogram.Add(binned, all, gradients.Values, parent);
        Histogram.Add(binned, Array.FindAll(all, row => row % 3 != 0), gradients.Values, rest);
        Histogram.Subtract(parent, fast);

        // The padding is summed by the fast way alone.
        Assert.Equal(plain[..(5 * Histogram.Width(binned))], fast[..(5 * Histogram.Width(binned))]);
        Assert.Equal(rest, parent);
    }

    [Fact]
    public void Every_feature_holds_the_same_total()
    {
        var (binned, gradients) = Prepared(Made.Rows(3_000));
        var sums = Histogram.Empty(binned);
        Histogram.Add(binned, Enumerable.Range(0, 3_000).ToArray(), gradients.Values, sums);

        for (var f = 0; f < 5; f++) Assert.Equal(gradients.Values.Sum(), sums.Skip(f * Histogram.Width(binned)).Take(Histogram.Width(binned)).Sum());
    }

    [Fact]
    public void Packed_halves_come_apart_again()
    {
        var sum = PackedGradients.Pack(-5, 7) + PackedGradients.Pack(2, 4_000_000_000);

        Assert.Equal((-3L, 4_000_000_007L), (PackedGradients.FirstOf(sum), PackedGradients.SecondOf(sum)));
    }

    public static TheoryData<string, double> Targets { get; } = new() { { "log", 0 }, { "log", 1 }, { "squared", -2.5 }, { "poisson", 0 }, { "poisson", 4 }, { "tweedie 1.5", 0 }, { "tweedie 1.2", 3 } };

    [Theory]
    [MemberData(nameof(Targets))]
    public void Derivatives_are_the_finite_differences(string name, double target)
    {
        var loss = BoostingLoss.Named(name);
        foreach (var score in new[] { -3.0, -0.2, 0, 1.7 })
        {
            var (first, second) = loss.Derivatives(target, score);
            Assert.Equal((loss.Value(target, score + 1e-5) - loss.Value(target, score - 1e-5)) / 2e-5, first, 1e-6);
            Assert.Equal((loss.Derivatives(target, score + 1e-5).First - loss.Derivatives(target, score - 1e-5).First) / 2e-5, second, 1e-6);
        }
    }

    [Fact]
    public void Binned_and_raw_rows_go_the_same_way()
    {
        var rows = Made.Rows(5_000);
        var options = new BoostingOptions { Trees = 1, Rate = 1 };
        var binned = BinnedRows.Of(rows.Features, options);
        var gradients = new PackedGradients(5_000);
        gradients.Fill(BoostingLoss.Log, rows.Targets, new double[5_000], 1);
        var scores = new double[5_000];
        var tree = new TreeGrower(binned, new int[5], gradients, new Sampling(5_000, 5, options), options).Grow(scores);

        for (var i = 0; i < 5_000; i++)
            Assert.Equal(scores[i], tree.Predict(rows.Features.Columns.Select(column => column[i]).ToArray()));
    }

    [Fact]
    public void Scoring_by_masks_is_walking_the_trees()
    {
        var model = Train(Made.Rows(3_000), new() { Trees = 25, Leaves = 32 });
        var fresh = Made.Rows(1_003, seed: 5).Features;
        fresh.Columns[0][7] = double.PositiveInfinity;
        fresh.Columns[1][1002] = None;
        var (walked, quick) = (new double[fresh.Rows], new double[fresh.Rows]);
        model.Walk(fresh, 0, fresh.Rows, walked);
        new QuickScorer(model).Score(fresh, 0, fresh.Rows, quick);

        Assert.Contains(model.Trees, tree => tree.Nodes == 63);
        Assert.Equal(walked, quick);
        Assert.Equal(walked, model.Scores(fresh, threads: 2));
    }

    [Fact]
    public void The_truth_is_found_on_rows_never_seen()
    {
        var (training, fresh) = (Made.Rows(20_000), Made.Rows(20_000, seed: 2));
        var predicted = Train(training, new() { Trees = 60 }).Predict(fresh.Features);
        var happened = Array.ConvertAll(fresh.Targets, target => target > 0);
        var once = Enumerable.Repeat(1, 20_000).ToArray();

        var truth = Enumerable.Range(0, 20_000).Select(i => Made.Truth(fresh, i)).ToArray();
        var ceiling = new Ranking(truth, happened).RocAuc(once);
        Assert.InRange(new Ranking(predicted, happened).RocAuc(once), ceiling - 0.01, ceiling);
        Assert.InRange(Reliability.ExpectedCalibrationError(Reliability.Bins(predicted, happened)), 0, 0.02);
    }

    [Fact]
    public void A_later_fold_stops_the_training_where_its_loss_was_lowest()
    {
        var later = Made.Rows(2_000, seed: 2);
        var options = new BoostingOptions { Trees = 500, Rate = 0.3, Patience = 10 };
        var stopped = BoostingTrainer.Train(Made.Rows(2_000), BoostingLoss.Log, options, later);
        var further = BoostingTrainer.Train(Made.Rows(2_000), BoostingLoss.Log, options with { Trees = stopped.Trees.Count + 10 });

        Assert.InRange(stopped.Trees.Count, 1, 100);
        Assert.Equal(stopped.Trees.Count, Enumerable.Range(0, further.Trees.Count + 1)
            .MinBy(count => MeanLoss(further with { Trees = further.Trees.Take(count).ToList() }, later)));
    }

    [Fact]
    public void Missing_values_take_the_side_that_they_taught()
    {
        var model = BoostingTrainer.Train(
            Made.Rows([9, 9, 9, 1, 1, 1, 9, 9], [None, None, None, 1, 2, 3, 7, 8]), BoostingLoss.Squared, new() { Trees = 50, Rate = 0.5, Ridge = 0 });

        Assert.Equal(9, model.Predict(Made.Rows([0], [None]).Features)[0], 1e-3);
        Assert.Equal(1, model.Predict(Made.Rows([0], [2.0]).Features)[0], 1e-3);
    }

    [Theory]
    [InlineData(5, 5, 5)]
    [InlineData(double.NaN, double.NaN, double.NaN)]
    [InlineData(double.PositiveInfinity, double.NegativeInfinity, double.NaN)]
    public void A_feature_that_says_nothing_leaves_the_mean(double first, double second, double third)
    {
        var rows = Made.Rows([1, 0, 0], [first, second, third]);
        var model = BoostingTrainer.Train(rows, BoostingLoss.Log, new() { LeastLeafWeight = 0.01 });

        Assert.Empty(model.Trees);
        Assert.All(model.Predict(rows.Features), p => Assert.Equal(1.0 / 3, p, 1e-12));
    }

    [Fact]
    public void One_class_one_row_and_a_million_identical_rows_are_no_trouble()
    {
        Assert.All(Train(Made.Rows([1, 1, 1, 1], [1, 2, 3, 4]), new() { LeastLeafWeight = 1e-12 }).Predict(Made.Rows([0], [2.0]).Features), p => Assert.InRange(p, 0.99, 1));
        Assert.Empty(Train(Made.Rows([1], [3.0]), new()).Trees);
        Assert.Empty(Train(Made.Rows([1, 0]), new()).Trees);
        var targets = Enumerable.Range(0, 1_000_000).Select(i => i % 4 == 0 ? 1.0 : 0).ToArray();
        Assert.Empty(Train(Made.Rows(targets, Enumerable.Repeat(2.0, 1_000_000).ToArray()), new()).Trees);
    }

    [Fact]
    public void Nothing_to_learn_from_and_targets_that_are_no_numbers_are_refused()
    {
        Assert.Throws<ArgumentException>(() => Train(Made.Rows([], []), new()));
        Assert.Throws<ArgumentException>(() => Train(Made.Rows([None], [1.0]), new()));
        Assert.Throws<ArgumentException>(() => Train(Made.Rows([1], [1.0]), new()).Predict(new FeatureTable(["other"], [[1]], 1)));
    }

    [Fact]
    public void Bins_hold_about_equally_many_values_and_split_none_that_are_equal()
    {
        var bins = QuantileBins.Learn(Enumerable.Range(0, 10_000).Select(i => Math.Floor(i / 10.0)).ToArray(), seed: 1);

        Assert.Equal(255, bins.Count);
        Assert.Equal(0, bins.Of(-1e300));
        Assert.Equal(254, bins.Of(1e300));
        Assert.Equal(FeatureBins.Missing, bins.Of(None));
        Assert.Equal(bins.Of(0.0), bins.Of(-0.0));
        Assert.All(Enumerable.Range(0, 1000), i => Assert.Equal(bins.Cuts.Count(cut => cut < i), bins.Of(i)));
    }

    private static BoostedTrees Train(TrainingRows rows, BoostingOptions options) => BoostingTrainer.Train(rows, BoostingLoss.Log, options);

    private static double MeanLoss(BoostedTrees model, TrainingRows rows) =>
        model.Scores(rows.Features).Select((score, i) => model.Loss.Value(rows.Targets[i], score)).Average();

    private static (BinnedRows Binned, PackedGradients Gradients) Prepared(TrainingRows rows)
    {
        var gradients = new PackedGradients(rows.Targets.Length);
        gradients.Fill(BoostingLoss.Log, rows.Targets, new double[rows.Targets.Length], 1);
        return (BinnedRows.Of(rows.Features, new()), gradients);
    }
}
