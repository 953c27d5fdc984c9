using Analytics.Models.Evaluation;
using Analytics.Models.Features;

namespace Analytics.Models.Tests;

public class LongerHorizonTests
{
    [Fact]
    public void Silence_is_carried_along_a_weibull_curve()
    {
        // S(t) = exp(−λ t^s): S(4 h) is S(h) to the power 4^s; with s = 1/2, squared.
        Assert.Equal(0.64 * 0.64, new LongerHorizon(0.5, 1, 4).Churn(0.64, hasRhythm: true), 12);
        // s = 1 is the exponential: four times as long is the fourth power.
        Assert.Equal(Math.Pow(0.9, 4), new LongerHorizon(0.5, 1, 4).Churn(0.9, hasRhythm: false), 12);
    }

    [Theory]
    [InlineData(0.6)]
    [InlineData(1.0)]
    public void The_shape_of_simulated_returns_is_found_again(double shape)
    {
        var panel = Panel(20_000, shape, asOf: 270);
        var longer = LongerHorizon.Of(panel, Final(panel))!;

        Assert.InRange(longer.Shape, shape - 0.05, shape + 0.05);
    }

    [Fact]
    public void Orders_after_the_as_of_date_do_not_exist_for_it()
    {
        var panel = Panel(2_000, 0.6, asOf: 270);
        var altered = panel with { NextDays = panel.NextDays.Select((days, row) => days > panel.AsOf.DayNumber - panel.Cutoffs[row].DayNumber ? null : days).ToList() };

        Assert.Equal(LongerHorizon.Of(panel, Final(panel)), LongerHorizon.Of(altered, Final(altered)));
    }

    [Fact]
    public void Where_the_whole_horizon_is_learnt_nothing_is_carried()
    {
        var panel = Panel(100, 0.6, asOf: 270) with { LearntDays = 300 };
        Assert.Null(LongerHorizon.Of(panel, Final(panel)));
    }

    /// <summary>Two cutoffs, 180 and 90 days before the as-of date; a customer's rate is its only feature, in log-odds of silence over 90 days.</summary>
    private static CustomerPanel Panel(int customers, double shape, int asOf)
    {
        var random = new SplitMix64(11);
        var last = new DateOnly(2026, 1, 1).AddDays(asOf);
        var (ids, cutoffs, churned, next, silence) = (new List<string>(), new List<DateOnly>(), new List<bool?>(), new List<int?>(), new List<double>());
        foreach (var back in (int[])[180, 90, 0])
        {
            for (var i = 0; i < customers; i++)
            {
                var hazard = 0.05 + random.Uniform();
                var days = (int)Math.Ceiling(90 * Math.Pow(-Math.Log(1 - random.Uniform()) / hazard, 1 / shape));
                ids.Add($"c{i}");
                cutoffs.Add(last.AddDays(-back));
                churned.Add(back == 0 ? null : days > 90);
                next.Add(back == 0 ? null : days);
                silence.Add(-Math.Log(Math.Exp(hazard) - 1));
            }
        }
        return new CustomerPanel(last, 300, ids, cutoffs, churned, new FeatureTable(["silence"], [silence.ToArray()], ids.Count)) { LearntDays = 90, NextDays = next };
    }

    /// <summary>The truth as a model: S(90) = exp(−hazard), whose log-odds are the feature.</summary>
    private static ChurnFinal Final(CustomerPanel panel) => new(new Contender("truth", "", ""), new Truth(), true, 0.5, []);

    private sealed record Truth : ChurnModel
    {
        internal override double[] LogOdds(FeatureTable features) => features.Columns[0];

        internal override double[] Contributions(FeatureTable features, int row) => [0];
    }
}
