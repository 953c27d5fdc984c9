using Analytics.Models.Evaluation;

namespace Analytics.Models.Tests.Evaluation;

public class BootstrapTests
{
    private static readonly double[] s_values = Enumerable.Range(0, 200).Select(i => (double)(i % 10)).ToArray();

    [Fact]
    public void A_seed_gives_the_same_interval_every_time() =>
        Assert.Equal(new Bootstrap(300, 5).Of(200, Mean), new Bootstrap(300, 5).Of(200, Mean));

    [Fact]
    public void The_generator_gives_its_published_numbers()
    {
        // The first outputs of the reference splitmix64.c from seed 1234567.
        var random = new SplitMix64(1234567);

        Assert.Equal([6457827717110365317UL, 3203168211198807973UL, 9817491932198370423UL], [random.Next(), random.Next(), random.Next()]);
    }

    [Fact]
    public void The_interval_of_a_mean_is_that_of_its_standard_error()
    {
        var estimate = new Bootstrap(4000, 1).Of(200, Mean)[0];
        var error = Math.Sqrt(8.25 / 200);

        Assert.Equal(4.5, estimate.Value, 1e-12);
        Assert.Equal(4.5 - 1.96 * error, estimate.Low, 0.03);
        Assert.Equal(4.5 + 1.96 * error, estimate.High, 0.03);
    }

    [Fact]
    public void Statistics_see_the_same_resamples()
    {
        var difference = new Bootstrap(100, 1).Of(200, weights => Mean(weights) - Mean(weights), Mean)[0];

        Assert.Equal((0, 0), (difference.Low, difference.High));
    }

    [Fact]
    public void A_statistic_that_never_exists_has_no_interval()
    {
        var estimate = new Bootstrap(10, 1).Of(3, _ => double.NaN)[0];

        Assert.Equal((double.NaN, double.NaN), (estimate.Low, estimate.High));
    }

    private static double Mean(ReadOnlySpan<int> weights) => Losses.Mean(s_values, weights);

    [Fact]
    public void Repeating_a_customers_rows_narrows_no_interval()
    {
        double[] losses = [0.1, 0.5, 0.2, 0.9, 0.4];
        var once = new Bootstrap(200, 1).Of(5, weights => Losses.Mean(losses, weights))[0];
        double[] twice = [.. losses, .. losses];
        var repeated = new Bootstrap(200, 1).Of([0, 1, 2, 3, 4, 0, 1, 2, 3, 4], weights => Losses.Mean(twice, weights))[0];

        Assert.Equal(once.Low, repeated.Low, 1e-12);
        Assert.Equal(once.High, repeated.High, 1e-12);
    }
}
