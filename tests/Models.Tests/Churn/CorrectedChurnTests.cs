using Analytics.Models.Calibration;
using Analytics.Models.Evaluation;
using Analytics.Models.Logistic;

namespace Analytics.Models.Tests;

/// <summary>What is shown is the corrected probability, and the reasons agree with it.</summary>
public class CorrectedChurnTests
{
    private static readonly ChurnOptions s_options = new() { Resamples = 100 };
    private static readonly Question s_question = Question.Churn("recency");

    [Fact]
    public void Scores_and_reasons_follow_the_curve()
    {
        var panel = MadePanel.Of(300, (recency, _) => recency / 50 - 3);
        var winner = ChurnBacktest.Run(panel, s_question, s_options).Winner;
        var plain = ChurnFinal.Train(panel, winner with { Correction = Correction.None }, s_question, s_options).Scores;
        var shown = ChurnFinal.Train(panel, winner with { Correction = new(new Platt(0.3, 1.5), new Estimate(0.02, 0.01, 0.03)) }, s_question, s_options).Scores;

        Assert.All(plain.Zip(shown), pair =>
        {
            Assert.Equal(0.3 + 1.5 * Sigmoid.LogOdds(pair.First.PChurn), Sigmoid.LogOdds(pair.Second.PChurn), 1e-6);
            Assert.Equal(pair.First.Reasons.Select(reason => reason.Contribution * 1.5), pair.Second.Reasons.Select(reason => reason.Contribution), (one, other) => Math.Abs(one - other) < 1e-9);
        });
    }

    [Fact]
    public void Reasons_add_up_to_what_is_shown_on_a_free_curve_too()
    {
        var panel = MadePanel.Of(300, (recency, _) => recency / 50 - 3);
        var model = Contenders.Train(panel.Features.Take(panel.LabelledRows()), panel.OutcomesOf(panel.LabelledRows()), s_question, s_options)[^1].Model;
        var curve = Isotonic.Fit([-2, -1, 0, 1, 2], [false, false, true, false, true]);
        var features = panel.Features.Take(panel.AsOfRows());
        var raw = model.LogOdds(features)[5];

        Assert.Equal(
            curve.Of(raw) - curve.Of(raw - model.Contributions(features, 5).Sum()),
            new CorrectedChurn(model, curve).Contributions(features, 5).Sum(), 1e-9);
    }

    [Fact]
    public void The_card_says_what_right_probabilities_would_have_been_off_by_and_what_correcting_would_bring()
    {
        var report = Churn.Assess(MadePanel.Of(300, (recency, _) => recency / 50 - 3), s_options);
        var (ece, chance, gain) = (Row("ece"), Row("ece_of_chance"), Row("correction_gain"));

        Assert.InRange(chance.Value!.Value, 0.3 * ece.Value!.Value, 3 * ece.Value.Value);
        Assert.True(gain.Low <= gain.Value && gain.Value <= gain.High);
        Assert.Contains(report.Notes, note => note.TextEn.Contains("They are not corrected: no curve learnt from some customers", StringComparison.Ordinal) && note.TextFr.Contains("Elles ne sont pas corrigées", StringComparison.Ordinal));

        CardRow Row(string metric) => report.Card.Single(row => row.Metric == metric && row.Model == report.Scores[0].Model);
    }
}
