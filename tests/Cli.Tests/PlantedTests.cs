using Analytics.Models;
using Analytics.Pipeline;
using Analytics.Pipeline.Sample;

namespace Analytics.Cli.Tests;

/// <summary>What the sample's maker planted is found again by the models.</summary>
public sealed class PlantedTests : IClassFixture<PlantedTests.Scored>
{
    private readonly Scored _scored;

    public PlantedTests(Scored scored) => _scored = scored;

    public sealed class Scored : IDisposable
    {
        private readonly CommandLine _place = new();

        public Scored()
        {
            SampleCompany.Write(_place.At("exports"));
            using var build = WarehouseBuild.Begin(new() { Exports = _place.At("exports"), Output = _place.At("out") });
            build.LoadFiles();
            build.ComputeMarts();
            Report = Prediction.Assess(build.Connection, new ChurnOptions { Resamples = 100 });
        }

        public PredictionReport Report { get; }

        public void Dispose() => _place.Dispose();
    }

    [Fact]
    public void Silence_against_the_rhythm_and_complaints_are_among_the_first_reasons_of_those_likely_to_leave()
    {
        var likeliest = _scored.Report.Churn.Scores.OrderByDescending(score => score.PChurn).Take(20).ToList();
        var reasons = likeliest.SelectMany(score => score.Reasons.Take(4).Where(reason => reason.Contribution > 0)).GroupBy(reason => reason.Feature, StringComparer.Ordinal).OrderByDescending(group => group.Count()).ToList();

        Assert.Contains("overdue", reasons.Take(3).Select(group => group.Key));
        Assert.Contains(reasons.Take(6), group => group.Key.StartsWith("complaints", StringComparison.Ordinal));
    }

    [Fact]
    public void The_likeliest_tenth_holds_three_times_its_share_of_the_future_top_fifth() =>
        Assert.InRange(_scored.Report.Potential.Card.Single(row => row.Metric == "lift_first_decile").Value!.Value, 3, 5);

    [Fact]
    public void Who_may_enter_or_leave_the_top_fifth_has_reasons_in_both_languages()
    {
        var named = _scored.Report.Potential.Scores.Where(score => score.Future2080 || score.FallingStar).ToList();

        Assert.NotEmpty(named);
        Assert.All(named, score => Assert.NotEmpty(score.Reasons));
        Assert.All(named.SelectMany(score => score.Reasons), reason => Assert.True(reason.LabelEn.Length > 0 && reason.LabelFr.Length > 0 && !reason.LabelFr.Contains('_')));
    }

    [Fact]
    public void A_value_is_less_than_the_amount_that_it_discounts() => Assert.All(
        _scored.Report.Potential.Scores.Where(score => score.ExpectedAmount > 1),
        score => Assert.InRange(score.Clv!.Value, score.ExpectedAmount!.Value * 0.9, score.ExpectedAmount.Value));

    [Fact]
    public void The_chances_share_out_a_fifth_of_the_places_at_most() =>
        Assert.InRange(_scored.Report.Potential.Scores.Sum(score => score.PTop20), 1, _scored.Report.Potential.Scores.Count / 5.0 + 1e-6);
}
