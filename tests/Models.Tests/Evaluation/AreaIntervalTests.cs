using Analytics.Models.Evaluation;

namespace Analytics.Models.Tests.Evaluation;

public class AreaIntervalTests
{
    [Fact]
    public void Its_ends_are_where_the_area_seen_is_1_96_deviations_off()
    {
        // Hanley and McNeil's variance at 0.9 for 40 and 80: 0.09/3200 (1 + 59 · 0.1/1.1 + 59 · 0.9/1.9) = 0.000965.
        var deviation = Math.Sqrt(0.09 / 3200 * (1 + 59 * 0.1 / 1.1 + 59 * 0.9 / 1.9));

        Assert.Equal(0.000965, deviation * deviation, 6);
        Assert.Equal(0.9, AreaInterval.Newcombe(0.9 + 1.959963984540054 * deviation, 40, 80).Low, 9);
        Assert.Equal(0.9, AreaInterval.Newcombe(0.9 - 1.959963984540054 * deviation, 40, 80).High, 9);
    }

    [Fact]
    public void A_perfect_ranking_of_few_is_not_certain()
    {
        var few = AreaInterval.Of(new Estimate(1, 1, 1), [true, true, true, false, false, false, false]);
        var many = AreaInterval.Of(new Estimate(1, 1, 1), [.. Enumerable.Range(0, 400).Select(i => i % 2 == 0)]);

        Assert.InRange(few.Low, 0.4, 0.8);
        Assert.InRange(many.Low, 0.97, 0.995);
        Assert.Equal((1.0, 1.0), (few.High, many.High));
    }

    [Fact]
    public void Any_other_ranking_keeps_the_bootstrap()
    {
        var bootstrapped = new Estimate(0.8, 0.7, 0.9);
        Assert.Same(bootstrapped, AreaInterval.Of(bootstrapped, [true, false]));
    }
}
