using Analytics.Models.Boosting;
using Analytics.Models.Evaluation;

namespace Analytics.Models.Tests.Boosting;

public class SplitTests
{
    [Theory]
    [InlineData(300, 1)]
    [InlineData(120, 0.2)]
    [InlineData(40, 0)]
    [InlineData(9, 0.5)]
    public void The_best_split_is_that_of_asking_every_question_of_every_row(int count, double leastWeight)
    {
        var random = new SplitMix64((ulong)count);
        var options = new BoostingOptions { LeastLeafWeight = leastWeight };
        var (binned, gradients) = Prepared(Made.Rows(600), options);
        for (var repeat = 0; repeat < 5; repeat++)
        {
            var rows = Enumerable.Range(0, 600).OrderBy(_ => random.Next()).Take(count).Order().ToArray();
            var split = new SplitFinder(binned, new int[5], gradients, options).Best(Leaf(binned, gradients, rows), [0, 1, 2, 3, 4])!;

            Assert.Equal(new NaiveSplit(binned, gradients, options).Best(rows), (split.Gain, split.Feature, split.Bin, split.MissingLeft));
        }
    }

    [Theory]
    [InlineData(600, 1)]
    [InlineData(77, 0.3)]
    [InlineData(12, 0)]
    public void The_fast_scan_is_the_plain_one_to_the_bit(int count, double leastWeight)
    {
        var random = new SplitMix64((ulong)count);
        var options = new BoostingOptions { LeastLeafWeight = leastWeight };
        var (binned, gradients) = Prepared(Made.Rows(600, seed: 4), options);
        var (plain, fast) = (new PlainScan(binned, new int[5], gradients, options), new ThresholdScan(binned, gradients, options));
        for (var repeat = 0; repeat < 50; repeat++)
        {
            var leaf = Leaf(binned, gradients, [.. Enumerable.Range(0, count).Select(_ => random.Below(600)).Distinct()]);

            for (var f = 0; f < 5; f++) Assert.Equal(plain.Best(leaf, f, 0.01), fast.Best(leaf, f, 0.01));
        }
    }

    [Fact]
    public void A_categorical_split_is_the_best_of_all_subsets()
    {
        var random = new SplitMix64(1);
        for (var repeat = 0; repeat < 20; repeat++)
        {
            var categories = Enumerable.Range(0, 200).Select(_ => random.Below(8) is var code && code < 7 ? code : double.NaN).ToArray();
            var targets = categories.Select(code => random.Uniform() < (double.IsNaN(code) ? 0.5 : code * 3 % 7 / 7) ? 1.0 : 0).ToArray();
            var options = new BoostingOptions { Categorical = ["f0"], LeastLeafWeight = 0 };
            var (binned, gradients) = Prepared(Made.Rows(targets, categories), options);
            var leaf = Leaf(binned, gradients, [.. Enumerable.Range(0, 200)]);
            var split = new SplitFinder(binned, new int[1], gradients, options).Best(leaf, [0])!;
            var sides = split.Sides(binned.MissingBin);

            Assert.Equal(Enumerable.Range(1, 127).Max(set => Gain(bin => (set >> bin & 1) == 1)), split.Gain, 1e-9);
            Assert.Equal(split.Gain, Gain(bin => sides[bin] == 1), 1e-9);

            double Gain(Func<int, bool> goesLeft)
            {
                var left = Enumerable.Range(0, 200).Where(row => goesLeft(binned.ByColumn[0][row])).Sum(row => gradients.Values[row]);
                return new LeafRules(gradients, options).Gain(left, leaf.Total, ValueBounds.None);
            }
        }
    }

    private static GrowingLeaf Leaf(BinnedRows binned, PackedGradients gradients, int[] rows)
    {
        var leaf = new GrowingLeaf(0, 0, rows.Length, rows.Sum(row => gradients.Values[row]), ValueBounds.None) { Sums = Histogram.Empty(binned) };
        Histogram.Plain(binned, rows, gradients.Values, leaf.Sums);
        return leaf;
    }

    private static (BinnedRows Binned, PackedGradients Gradients) Prepared(TrainingRows rows, BoostingOptions options)
    {
        var gradients = new PackedGradients(rows.Targets.Length);
        gradients.Fill(BoostingLoss.Log, rows.Targets, new double[rows.Targets.Length], 1);
        return (BinnedRows.Of(rows.Features, options), gradients);
    }
}
