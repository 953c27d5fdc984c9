using Analytics.Models.Calibration;
using Analytics.Models.Evaluation;
using Analytics.Models.Logistic;

namespace Analytics.Models.Tests.Calibration;

public class CalibrationTests
{
    [Fact]
    public void Violators_are_pooled_as_by_hand()
    {
        // Rates 0, 1, 0, 1, 1 by score: the second and third are pooled to ½ at their mean score.
        var curve = Isotonic.Fit([1, 2, 3, 4, 5], [false, true, false, true, true]);

        Assert.Equal([1, 2.5, 4.5], curve.Scores);
        Assert.Equal([0, 0.5, 1], curve.Rates);
        Assert.Equal(0.25, curve.Of(1.75));
        Assert.Equal((0.0, 1.0), (curve.Of(-100), curve.Of(100)));
    }

    [Fact]
    public void Falling_outcomes_leave_the_base_rate()
    {
        var curve = Isotonic.Fit([1, 2, 3, 4], [true, true, false, false]);

        Assert.Equal([0.5], curve.Rates);
        Assert.Equal(0.5, curve.Of(3));
        Assert.Equal(0, Platt.Fit([1, 2, 3, 4], [true, true, false, false]).Slope);
    }

    [Fact]
    public void Overconfident_scores_become_the_rates_that_made_them()
    {
        var (scores, happened) = Draw(20_000);
        var (isotonic, platt) = (Isotonic.Fit(scores, happened), Platt.Fit(scores, happened));
        var (fresh, outcomes) = Draw(20_000, seed: 9);

        Assert.InRange(Error(Sigmoid.Of, fresh, outcomes), 0.08, 1);
        Assert.InRange(Error(isotonic.Of, fresh, outcomes), 0, 0.02);
        Assert.InRange(Error(platt.Of, fresh, outcomes), 0, 0.02);
        Assert.Equal(0.4, platt.Slope, 0.02);
        Assert.Equal(-0.5, platt.Intercept, 0.06);
    }

    [Fact]
    public void Few_separated_scores_and_one_class_stay_short_of_certainty()
    {
        Assert.All(new[] { -1.0, 1 }, score => Assert.InRange(Platt.Fit([-1, -1, 1, 1], [false, false, true, true]).Of(score), 0.05, 0.95));
        Assert.InRange(Platt.Fit([2, 2], [true, true]).Of(2), 0.5, 0.9);
        Assert.Throws<ArgumentException>(() => Platt.Fit([], []));
        Assert.Throws<ArgumentException>(() => Isotonic.Fit([], []));
    }

    private static double Error(Func<double, double> calibrated, double[] scores, bool[] happened) =>
        Reliability.ExpectedCalibrationError(Reliability.Bins(Array.ConvertAll(scores, score => calibrated(score)), happened));

    private static (double[] Scores, bool[] Happened) Draw(int count, ulong seed = 2)
    {
        var random = new SplitMix64(seed);
        var scores = Enumerable.Range(0, count).Select(_ => 8 * random.Uniform() - 4).ToArray();
        return (scores, Array.ConvertAll(scores, score => random.Uniform() < Sigmoid.Of(0.4 * score - 0.5)));
    }
}
