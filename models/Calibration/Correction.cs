using Analytics.Models.Evaluation;
using Analytics.Models.Logistic;

namespace Analytics.Models.Calibration;

/// <summary>
/// How a model's probabilities are corrected, if at all: by the curve that, learnt from some customers at some past dates, lowered the log loss of others at others beyond chance.
/// Gain is by how much; null where it could not be tried: a single date does not tell a lasting error from that date's own.
/// </summary>
internal sealed record Correction(Calibrator Calibrator, Estimate? Gain)
{
    private const int Parts = 3;
    private const int FewestForIsotonic = 1_000;

    internal static Correction None { get; } = new(Calibrator.None, null);

    /// <summary>The calibration error of the rows so corrected.</summary>
    internal double Error { get; private init; } = double.NaN;

    internal bool IsUsed => Gain is { Low: > 0 };

    internal static Correction Of(UnseenAnswers answers, Bootstrap bootstrap)
    {
        if (answers.Dates.Distinct().Count() < 2) return None;
        var best = Candidates(answers)
            .Select(fit => (Fit: fit, Tried: Try(answers, CrossFitted(answers, fit), bootstrap)))
            .MaxBy(one => one.Tried.IsUsed ? one.Tried.Gain!.Value : double.NegativeInfinity);
        return best.Tried.IsUsed ? best.Tried with { Calibrator = best.Fit(answers) } : best.Tried;
    }

    /// <summary>A free curve only where rows are many; a stiff one always.</summary>
    private static IEnumerable<Func<UnseenAnswers, Calibrator>> Candidates(UnseenAnswers answers)
    {
        yield return Platt.Fit;
        var happened = answers.Happened.Count(yes => yes);
        if (Math.Min(happened, answers.Rows - happened) >= FewestForIsotonic) yield return seen => Isotonic.Fit(seen.LogOdds, seen.Happened);
    }

    /// <summary>The log-odds of each row, corrected by what other customers at other dates tell.</summary>
    internal static double[] CrossFitted(UnseenAnswers answers, Func<UnseenAnswers, Calibrator> fit)
    {
        var shown = new double[answers.Rows];
        foreach (var asked in Enumerable.Range(0, answers.Rows).GroupBy(row => (Part: answers.Customers[row] % Parts, Date: answers.Dates[row])))
        {
            var others = answers.Where(row => answers.Customers[row] % Parts != asked.Key.Part && answers.Dates[row] != asked.Key.Date);
            var calibrator = others.Rows == 0 ? Calibrator.None : fit(others);
            foreach (var row in asked) shown[row] = calibrator.Of(answers.LogOdds[row]);
        }
        return shown;
    }

    private static Correction Try(UnseenAnswers answers, double[] shown, Bootstrap bootstrap)
    {
        var (raw, corrected) = (Array.ConvertAll(answers.LogOdds, Sigmoid.Of), Array.ConvertAll(shown, Sigmoid.Of));
        var gains = raw.Select((one, row) => Losses.Log(one, answers.Happened[row]) - Losses.Log(corrected[row], answers.Happened[row])).ToArray();
        return new(Calibrator.None, bootstrap.Of(answers.Customers, weights => Losses.Mean(gains, weights))[0])
        {
            Error = Reliability.ExpectedCalibrationError(Reliability.Bins(corrected, answers.Happened)),
        };
    }
}
