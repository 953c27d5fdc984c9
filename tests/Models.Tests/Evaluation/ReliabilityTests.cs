using Analytics.Models.Evaluation;

namespace Analytics.Models.Tests.Evaluation;

public class ReliabilityTests
{
    [Fact]
    public void Rows_are_shared_out_equally_by_rising_probability()
    {
        var probabilities = Enumerable.Range(0, 100).Select(i => i / 100.0).ToArray();
        var bins = Reliability.Bins(probabilities, probabilities.Select(p => p >= 0.5).ToArray());

        Assert.Equal([25, 25, 25, 25], bins.Select(bin => bin.Count));
        Assert.Equal([0.12, 0.37, 0.62, 0.87], bins.Select(bin => Math.Round(bin.Predicted, 9)));
        Assert.Equal([0, 0, 1, 1], bins.Select(bin => bin.Observed));
        Assert.Equal((0.12 + 0.37 + 0.38 + 0.13) / 4, Reliability.ExpectedCalibrationError(bins), 1e-12);
    }

    [Fact]
    public void Equal_probabilities_share_one_bin()
    {
        var bin = Assert.Single(Reliability.Bins(Enumerable.Repeat(0.3, 1000).ToArray(), new bool[1000]));

        Assert.Equal((1000, 0.0), (bin.Count, bin.Observed));
    }

    [Fact]
    public void The_interval_of_a_rate_is_wilsons()
    {
        // Newcombe (1998), table I: 15 of 148 gives 0.0624 to 0.1605.
        var (low, high) = new ReliabilityBin(148, 0.1, 15.0 / 148).Wilson();

        Assert.Equal(0.0624, low, 4);
        Assert.Equal(0.1605, high, 4);
    }

    [Fact]
    public void Right_probabilities_are_off_by_what_chance_makes_of_so_few_rows()
    {
        var random = new SplitMix64(8);
        var probabilities = Enumerable.Range(0, 300).Select(_ => 0.05 + 0.6 * random.Uniform()).ToArray();
        IReadOnlyList<ReliabilityBin> Drawn() => Reliability.Bins(probabilities, Array.ConvertAll(probabilities, p => random.Uniform() < p));
        var seen = Enumerable.Range(0, 400).Average(_ => Reliability.ExpectedCalibrationError(Drawn()));

        Assert.Equal(1, Reliability.ErrorOfChance(Drawn()) / seen, 0.05);
        Assert.Equal(double.NaN, Reliability.ErrorOfChance([]));
    }

    [Fact]
    public void Nothing_has_no_bins_and_no_error()
    {
        var bins = Reliability.Bins([], []);

        Assert.Empty(bins);
        Assert.Equal(double.NaN, Reliability.ExpectedCalibrationError(bins));
    }
}
