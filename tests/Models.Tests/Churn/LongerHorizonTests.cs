using Analytics.Models.Evaluation;
using Analytics.Models.Features;
using Analytics.Models.Logistic;

namespace Analytics.Models.Tests;

public class LongerHorizonTests
{
    [Theory]
    // Four times as long: S(h) to the power 4^s. With s = 1/2 it is squared; s = 1 is the exponential.
    [InlineData("hazards", 0.64, 0.5, 0.64 * 0.64)]
    [InlineData("hazards", 0.90, 1.0, 0.90 * 0.90 * 0.90 * 0.90)]
    // Odds of silence of 3 to 1 become 3 / 4^s to 1.
    [InlineData("odds", 0.75, 0.5, 0.6)]
    [InlineData("odds", 0.75, 1.0, 3.0 / 7)]
    // In the customer's own time only twice as long: 3 to 1 become 3 / 2^s.
    [InlineData("aged odds", 0.75, 1.0, 0.6)]
    // The lifetime model's odds fall to a third on the way: 3 to 1 become 3 / 3^s.
    [InlineData("lifetime", 0.75, 1.0, 0.5)]
    [InlineData("lifetime", 0.75, 2.0, 0.25)]
    public void Silence_is_carried_along_a_curve(string curve, double learnt, double shape, double carried)
    {
        var stretch = new Stretch(Sigmoid.LogOdds(learnt), Math.Log(4), Math.Log(2), -Math.Log(3));

        Assert.Equal(carried, SilenceCurve.All.Single(one => one.Name == curve).Of(stretch, shape), 12);
    }

    [Fact]
    public void Time_slows_down_with_age()
    {
        // Hazards as 1 / (age + t): a customer of 10 days, 90 learnt, lives ln(1 + 300 / 100) = 2 ln 2 in 300 days and ln 1.9 in 90.
        Assert.Equal(Math.Log(2 * Math.Log(2) / Math.Log(1.9)), Stretch.Of(0, 90, 300, 10).AgedTimes, 12);
        // A very old one no longer ages.
        Assert.Equal(Math.Log(300 / 90.0), Stretch.Of(0, 90, 300, 1e7).AgedTimes, 4);
        Assert.True(Stretch.Of(0, 90, 300, 1000).AgedTimes > Stretch.Of(0, 90, 300, 100).AgedTimes);
    }

    [Theory]
    [InlineData("hazards", 0.6)]
    [InlineData("hazards", 1.0)]
    [InlineData("odds", 0.7)]
    [InlineData("odds", 1.2)]
    public void The_curve_of_simulated_returns_and_its_shape_are_found_again(string curve, double shape)
    {
        var panel = Panel(20_000, shape, asOf: 270, curve);
        var longer = LongerHorizon.Of(panel, Final(panel))!;

        Assert.Equal(curve, longer.Curve.Name);
        Assert.InRange(longer.Shape, shape - 0.05, shape + 0.05);
    }

    [Fact]
    public void Carried_chances_are_what_happens()
    {
        // 90 days are learnt, 300 asked for; the truth over 300 days is known here.
        var panel = Panel(20_000, 0.7, asOf: 270, "odds");
        var carried = LongerHorizon.Of(panel, Final(panel))!.Churn(panel, panel.AsOfRows().Select(row => Sigmoid.Of(panel.Features.Columns[0][row])).ToList());
        var truth = panel.AsOfRows().Select(row => Sigmoid.Of(panel.Features.Columns[0][row] - 0.7 * Math.Log(300 / 90.0))).ToArray();

        Assert.InRange(carried.Zip(truth, (one, other) => Math.Abs(one - other)).Max(), 0, 0.012);
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
    private static CustomerPanel Panel(int customers, double shape, int asOf, string curve = "hazards")
    {
        var random = new SplitMix64(11);
        var last = new DateOnly(2026, 1, 1).AddDays(asOf);
        var (ids, cutoffs, churned, next, silence) = (new List<string>(), new List<DateOnly>(), new List<bool?>(), new List<int?>(), new List<double>());
        foreach (var back in (int[])[180, 90, 0])
        {
            for (var i = 0; i < customers; i++)
            {
                var hazard = 0.05 + random.Uniform();
                var logOdds = -Math.Log(Math.Exp(hazard) - 1);
                var drawn = 1 - random.Uniform();
                var days = (int)Math.Ceiling(Math.Min(1e6, 90 * (curve == "hazards"
                    ? Math.Pow(-Math.Log(drawn) / hazard, 1 / shape)
                    : Math.Exp((logOdds - Sigmoid.LogOdds(drawn)) / shape))));
                ids.Add($"c{i}");
                cutoffs.Add(last.AddDays(-back));
                churned.Add(back == 0 ? null : days > 90);
                next.Add(back == 0 ? null : days);
                silence.Add(logOdds);
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
