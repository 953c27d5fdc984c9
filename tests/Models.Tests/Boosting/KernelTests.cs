using System.Runtime.Intrinsics;
using Analytics.Models.Boosting;
using Analytics.Models.Evaluation;
using Analytics.Models.Features;

namespace Analytics.Models.Tests.Boosting;

/// <summary>What is fast is held to its readable twin, bit by bit.</summary>
public class KernelTests
{
    private static readonly double[] s_values = Values();

    [Fact]
    public void Four_exponentials_at_once_are_the_single_ones_and_near_the_runtimes()
    {
        for (var i = 0; i < s_values.Length; i += 4)
        {
            var four = Exponential.Of(Vector256.Create(s_values, i));
            for (var lane = 0; lane < 4; lane++)
            {
                Assert.Equal(Exponential.Of(s_values[i + lane]), four[lane]);
                Assert.Equal(1, four[lane] / Math.Exp(s_values[i + lane]), 1e-15);
            }
        }
        Assert.Equal(1, Exponential.Of(0));
        Assert.Equal(Exponential.Of(700), Exponential.Of(1e9));
    }

    [Fact]
    public void The_log_losss_derivatives_of_many_rows_are_those_of_each()
    {
        var (targets, first, second) = (s_values.Select(value => value > 0 ? 1.0 : 0).ToArray(), new double[1_003], new double[1_003]);
        BoostingLoss.Log.Derive(targets.AsSpan(0, 1_003), s_values.AsSpan(0, 1_003), first, second);

        for (var i = 0; i < 1_003; i++) Assert.Equal(BoostingLoss.Log.Derivatives(targets[i], s_values[i]), (first[i], second[i]));
    }

    [Theory]
    [InlineData("log")]
    [InlineData("squared")]
    [InlineData("poisson")]
    public void Derivatives_packed_four_at_once_are_those_packed_one_by_one(string name)
    {
        var loss = BoostingLoss.Named(name);
        var rows = Made.Rows(1_003);
        var scores = rows.Features.Columns[1];
        var gradients = new PackedGradients(1_003);
        gradients.Fill(loss, rows.Targets, scores, 2);

        for (var i = 0; i < 1_003; i++)
        {
            var (first, second) = loss.Derivatives(rows.Targets[i], scores[i]);
            Assert.Equal(gradients.Plain(first, second), gradients.Values[i]);
            Assert.Equal(first, gradients.First(gradients.Values[i]), gradients.FirstUnit);
            Assert.Equal(second, gradients.Second(gradients.Values[i]), gradients.SecondUnit);
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(47)]
    [InlineData(127)]
    [InlineData(255)]
    public void Ranks_count_the_numbers_below(int count) => CountsBelow([.. s_values.Take(count).Order()]);

    [Fact]
    public void Ranks_count_the_numbers_below_however_they_lie()
    {
        var even = Enumerable.Range(0, 200).Select(i => i / 7.0).ToArray();
        CountsBelow(even);
        CountsBelow([.. even.Select(Math.Exp)]);
        CountsBelow([.. even, double.PositiveInfinity]);
        CountsBelow([double.PositiveInfinity]);
        CountsBelow([double.MinValue, -1, 1, double.MaxValue]);
        CountsBelow([0, double.Epsilon, 2 * double.Epsilon]);
        CountsBelow([1, double.BitIncrement(1), 2]);
    }

    private static void CountsBelow(double[] ordered)
    {
        double[] values = [.. s_values, .. ordered.Where(double.IsFinite), .. ordered.Where(double.IsFinite).Select(double.BitIncrement), double.MaxValue, double.MinValue, 0, -0.0];
        var ranks = new byte[values.Length];
        new Ranks(ordered).Of(values, ranks);

        for (var i = 0; i < values.Length; i++) Assert.Equal(ordered.Count(number => number < values[i]), ranks[i]);
    }

    [Fact]
    public void Bins_of_many_values_are_those_of_each()
    {
        double[] values = [.. s_values, double.NaN, double.PositiveInfinity, double.NegativeInfinity, 0, -0.0];
        var bins = QuantileBins.Learn(s_values, seed: 1);
        var many = new byte[values.Length];
        bins.Of(values, many);

        Assert.Equal(values.Select(bins.Of), many);
    }

    [Fact]
    public void Scoring_by_masks_is_walking_the_trees_through_categories_too()
    {
        var fresh = MadeCategories.Rows(1_203, seed: 3).Features;
        fresh.Columns[0][5] = 12_345;
        fresh.Columns[1][6] = double.NaN;
        var model = BoostingTrainer.Train(MadeCategories.Rows(3_000), BoostingLoss.Squared, new() { Trees = 30, Categorical = ["trade"] });

        Assert.Contains(model.Trees, tree => tree.LeftCategories.Any(categories => categories is not null));
        Assert.Equal(Walked(model, fresh), Quick(model, fresh));
    }

    [Fact]
    public void Scoring_by_masks_is_walking_the_trees_where_only_missing_goes_right_too()
    {
        double[] known = [.. Enumerable.Range(0, 40).Select(i => i % 4 == 0 ? double.NaN : i)];
        var rows = Made.Rows([.. known.Select(value => double.IsNaN(value) ? 5.0 : 0)], known);
        var model = BoostingTrainer.Train(rows, BoostingLoss.Squared, new() { Trees = 3 });

        Assert.Equal(double.PositiveInfinity, model.Trees[0].Threshold[0]);
        Assert.Equal(Walked(model, rows.Features), Quick(model, rows.Features));
    }

    [Fact]
    public void Scoring_by_masks_is_walking_the_trees_where_missing_goes_either_way_and_leaves_fill_four_bytes()
    {
        var model = BoostingTrainer.Train(Made.Rows(4_000), BoostingLoss.Log, new() { Trees = 40, Leaves = 32, LeastLeafWeight = 0.1 });
        var fresh = Made.Rows(1_203, seed: 7).Features;
        foreach (var column in fresh.Columns)
            for (var i = 0; i < column.Length; i += 7) column[i] = i % 2 == 0 ? double.NaN : i % 3 == 0 ? double.PositiveInfinity : double.NegativeInfinity;
        var nodes = model.Trees.SelectMany(tree => Enumerable.Range(0, tree.Nodes).Where(node => tree.Feature[node] == 3).Select(node => tree.MissingLeft[node])).ToList();

        Assert.Contains(model.Trees, tree => tree.Nodes == 63);
        Assert.Contains(true, nodes);
        Assert.Contains(false, nodes);
        Assert.Equal(Walked(model, fresh), Quick(model, fresh));
    }

    [Fact]
    public void Trees_that_ask_one_feature_at_more_thresholds_than_fit_a_byte_are_walked()
    {
        Tree Stump(double threshold) => new([0, -1, -1], [threshold, 0, 0], [null, null, null], [true, true, true], [1, -1, -1], [2, -1, -1], [0, -1, 1], [2, 1, 1]);
        BoostedTrees Stumps(int count) => new(BoostingLoss.Squared, ["f"], 0, [.. Enumerable.Range(0, count).Select(i => Stump(i))]);
        double[] values = [.. Enumerable.Range(0, 1_500).Select(i => (double)i)];

        Assert.True(QuickScorer.Fits(Stumps(254)));
        Assert.False(QuickScorer.Fits(Stumps(255)));
        Assert.Equal(254, Quick(Stumps(254), new(["f"], [values], values.Length))[300]);
        Assert.Equal(Walked(Stumps(300), new(["f"], [values], values.Length)), Stumps(300).Scores(new(["f"], [values], values.Length)));
    }

    private static double[] Walked(BoostedTrees model, FeatureTable features)
    {
        var scores = new double[features.Rows];
        model.Walk(features, 0, features.Rows, scores);
        return scores;
    }

    private static double[] Quick(BoostedTrees model, FeatureTable features)
    {
        var scores = new double[features.Rows];
        new QuickScorer(model).Score(features, 0, features.Rows, scores);
        return scores;
    }

    private static double[] Values()
    {
        var random = new SplitMix64(9);
        return [.. Enumerable.Range(0, 2_000).Select(i => (random.Uniform() - 0.5) * (i % 3 == 0 ? 1_000 : 10))];
    }
}
