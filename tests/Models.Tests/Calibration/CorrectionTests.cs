using Analytics.Models.Calibration;
using Analytics.Models.Evaluation;
using Analytics.Models.Logistic;

namespace Analytics.Models.Tests.Calibration;

/// <summary>Corrected only where that proved itself on customers and dates that the curve had not learnt from.</summary>
public class CorrectionTests
{
    private static readonly Bootstrap s_bootstrap = new(200, 1);

    [Fact]
    public void Overconfident_answers_at_several_dates_are_corrected_and_the_gain_is_that_of_unseen_customers()
    {
        var answers = Answers(1_200, dates: 3, slope: 0.5);
        var correction = Correction.Of(answers, s_bootstrap);
        var shown = Correction.CrossFitted(answers, Platt.Fit);

        Assert.True(correction.IsUsed);
        Assert.Equal(0.5, Assert.IsType<Platt>(correction.Calibrator).Slope, 0.1);
        Assert.Equal(Loss(answers.LogOdds, answers) - Loss(shown, answers), correction.Gain!.Value, 1e-9);
        var others = Platt.Fit(answers.Where(row => answers.Customers[row] % 3 != answers.Customers[7] % 3 && answers.Dates[row] != answers.Dates[7]));
        Assert.Equal(others.Of(answers.LogOdds[7]), shown[7]);
        Assert.InRange(correction.Error, 0, Reliability.ExpectedCalibrationError(Reliability.Bins(Array.ConvertAll(answers.LogOdds, Sigmoid.Of), answers.Happened)) / 2);
    }

    [Fact]
    public void Right_answers_are_left_alone()
    {
        var answers = Answers(1_200, dates: 3, slope: 1);
        var correction = Correction.Of(answers, s_bootstrap);

        Assert.False(correction.IsUsed);
        Assert.NotNull(correction.Gain);
        Assert.Equal(Calibrator.None, correction.Calibrator);
    }

    [Fact]
    public void A_single_date_corrects_nothing_however_wrong_it_was()
    {
        var answers = Answers(1_200, dates: 1, slope: 0.5);
        var correction = Correction.Of(answers, s_bootstrap);

        Assert.Null(correction.Gain);
        Assert.False(correction.IsUsed);
    }

    [Fact]
    public void Dates_that_were_wrong_in_opposite_ways_correct_nothing()
    {
        var (high, low) = (CalibrationTests.Draw(1_000, seed: 3, slope: 1, intercept: 1), CalibrationTests.Draw(1_000, seed: 4, slope: 1, intercept: -1));
        var answers = new UnseenAnswers(
            [.. high.Scores, .. low.Scores], [.. high.Happened, .. low.Happened], [.. Enumerable.Range(0, 2_000)], [.. Enumerable.Range(0, 2_000).Select(i => i / 1_000)]);

        Assert.False(Correction.Of(answers, s_bootstrap).IsUsed);
    }

    [Fact]
    public void Many_answers_off_by_no_logistic_curve_are_corrected_by_a_free_one()
    {
        var random = new SplitMix64(5);
        var scores = Enumerable.Range(0, 12_000).Select(_ => 6 * random.Uniform() - 3).ToArray();
        bool[] happened = [.. scores.Select(score => random.Uniform() < (score > 1 ? 0.9 : score > -1 ? 0.6 : 0.05))];
        var answers = new UnseenAnswers(scores, happened, [.. Enumerable.Range(0, 12_000)], [.. Enumerable.Range(0, 12_000).Select(i => i % 2)]);

        Assert.IsType<Isotonic>(Correction.Of(answers, s_bootstrap).Calibrator);
        Assert.IsType<Platt>(Correction.Of(answers.Where(row => row < 1_500), s_bootstrap).Calibrator);
    }

    private static UnseenAnswers Answers(int rows, int dates, double slope)
    {
        var (scores, happened) = CalibrationTests.Draw(rows, seed: 6, slope: slope, intercept: 0);
        return new(scores, happened, [.. Enumerable.Range(0, rows).Select(i => i / dates)], [.. Enumerable.Range(0, rows).Select(i => i % dates)]);
    }

    private static double Loss(double[] logOdds, UnseenAnswers answers) => logOdds.Zip(answers.Happened, (one, yes) => Losses.Log(Sigmoid.Of(one), yes)).Average();
}
