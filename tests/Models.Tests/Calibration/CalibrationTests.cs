using Analytics.Models.Calibration;
using Analytics.Models.Evaluation;
using Analytics.Models.Logistic;

namespace Analytics.Models.Tests.Calibration;

public class CalibrationTests
{
    [Fact]
    public void Violators_are_pooled_as_by_hand()
    {
        // Rates 0, 1, 0, 1, 1 by score: the second and third are pooled to ½ at their mean score; 0 and 1 are held half a row of five away from certainty.
        var curve = Isotonic.Fit([4, 1, 5, 2, 3], [true, false, true, true, false]);

        Assert.Equal([1, 2.5, 4.5], curve.Scores);
        Assert.Equal([0, 0.5, 1], curve.Rates);
        Assert.Equal(0.1, Sigmoid.Of(curve.Of(1)), 1e-12);
        Assert.Equal(0, curve.Of(2.5));
        Assert.Equal(Sigmoid.LogOdds(0.1) / 2, curve.Of(1.75), 1e-12);
        Assert.Equal(curve.Of(4.5) + 3, curve.Of(7.5), 1e-12);
        Assert.Equal(curve.Of(1) - 3, curve.Of(-2), 1e-12);
    }

    [Fact]
    public void Falling_outcomes_keep_the_ranking_at_the_base_rate()
    {
        var curve = Isotonic.Fit([1, 2, 3, 4], [true, true, false, false]);

        Assert.Equal([0.5], curve.Rates);
        Assert.Equal(0, curve.Of(2.5));
        Assert.Equal(new Platt(0, 1), Platt.Fit(Answers([.. Enumerable.Range(0, 2_000).Select(i => i / 500.0)], [.. Enumerable.Range(0, 2_000).Select(i => i < 1_000)])));
    }

    [Fact]
    public void Whatever_the_curve_a_higher_score_stays_higher()
    {
        var (scores, happened) = Draw(3_000);
        double[] asked = [.. scores, .. scores.Select(score => score + 1e-6), -50, 50];
        Array.Sort(asked);

        foreach (var curve in (Calibrator[])[Isotonic.Fit(scores, happened), Platt.Fit(Answers(scores, happened))])
        {
            var shown = Array.ConvertAll(asked, curve.Of);
            for (var i = 1; i < asked.Length; i++) Assert.True(asked[i] == asked[i - 1] || shown[i] > shown[i - 1]);
        }
    }

    [Fact]
    public void Overconfident_scores_become_the_rates_that_made_them()
    {
        var (scores, happened) = Draw(20_000);
        var (isotonic, platt) = (Isotonic.Fit(scores, happened), Platt.Fit(Answers(scores, happened)));
        var (fresh, outcomes) = Draw(20_000, seed: 9);

        Assert.InRange(Error(score => score, fresh, outcomes), 0.08, 1);
        Assert.InRange(Error(isotonic.Of, fresh, outcomes), 0, 0.02);
        Assert.InRange(Error(platt.Of, fresh, outcomes), 0, 0.02);
        Assert.Equal(0.4, platt.Slope, 0.02);
        Assert.Equal(-0.5, platt.Intercept, 0.06);
    }

    [Fact]
    public void Few_customers_move_the_curve_little()
    {
        var few = Platt.Fit(Answers([-1, -1, 1, 1], [false, false, true, true]));

        Assert.InRange(few.Slope, 1, 1.1);
        Assert.InRange(Platt.Fit(Answers([2, 2], [true, true])).Of(2), 2, 2.1);
        Assert.Throws<ArgumentException>(() => Platt.Fit(Answers([], [])));
        Assert.Throws<ArgumentException>(() => Isotonic.Fit([], []));
    }

    [Fact]
    public void The_curve_is_where_the_posterior_is_highest()
    {
        var (scores, happened) = Draw(200);
        var platt = Platt.Fit(Answers(scores, happened));
        double Posterior(double intercept, double slope) => -8 * (intercept * intercept + (slope - 1) * (slope - 1))
            - scores.Zip(happened, (score, yes) => Losses.Log(Sigmoid.Of(intercept + slope * score), yes)).Sum();

        foreach (var (up, along) in ((double, double)[])[(1e-4, 0), (-1e-4, 0), (0, 1e-4), (0, -1e-4)])
            Assert.True(Posterior(platt.Intercept, platt.Slope) > Posterior(platt.Intercept + up, platt.Slope + along));
    }

    [Fact]
    public void A_customer_counts_once_at_however_many_dates_it_stands()
    {
        var (scores, happened) = Draw(300);
        var thrice = new UnseenAnswers(
            [.. scores, .. scores, .. scores], [.. happened, .. happened, .. happened], [.. Enumerable.Range(0, 900).Select(i => i % 300)], [.. Enumerable.Range(0, 900).Select(i => i / 300)]);

        Assert.Equal(Platt.Fit(Answers(scores, happened)).Slope, Platt.Fit(thrice).Slope, 1e-9);
    }

    private static UnseenAnswers Answers(double[] scores, bool[] happened) => new(scores, happened, [.. Enumerable.Range(0, scores.Length)], new int[scores.Length]);

    private static double Error(Func<double, double> corrected, double[] scores, bool[] happened) =>
        Reliability.ExpectedCalibrationError(Reliability.Bins(Array.ConvertAll(scores, score => Sigmoid.Of(corrected(score))), happened));

    internal static (double[] Scores, bool[] Happened) Draw(int count, ulong seed = 2, double slope = 0.4, double intercept = -0.5)
    {
        var random = new SplitMix64(seed);
        var scores = Enumerable.Range(0, count).Select(_ => 8 * random.Uniform() - 4).ToArray();
        return (scores, Array.ConvertAll(scores, score => random.Uniform() < Sigmoid.Of(slope * score + intercept)));
    }
}
