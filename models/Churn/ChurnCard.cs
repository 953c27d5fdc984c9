using System.Globalization;
using Analytics.Models.Calibration;
using Analytics.Models.Evaluation;
using Analytics.Models.Features;
using Analytics.Models.Logistic;

namespace Analytics.Models;

/// <summary>The model card: each contender's figures on the test folds and its reliability curve, the best one's lift, and the final model's coefficients.</summary>
internal static class ChurnCard
{
    internal static List<CardRow> Rows(CustomerPanel panel, ChurnBacktest backtest, ChurnFinal final, ChurnOptions options)
    {
        var rows = new List<CardRow>();
        foreach (var tested in backtest.Tested) rows.AddRange(Tested(backtest, tested, Fold(backtest)));
        rows.AddRange(TestedCard.Lifts(panel, backtest, options, Fold(backtest)));
        rows.AddRange(Final(panel, final));
        return rows;
    }

    private static string Fold(ChurnBacktest backtest) => backtest.Folds.Count > 1
        ? string.Create(CultureInfo.InvariantCulture, $"test {backtest.Folds[^1].TestCutoff:yyyy-MM-dd}/{backtest.Latest.TestCutoff:yyyy-MM-dd}")
        : string.Create(CultureInfo.InvariantCulture, $"test {backtest.Latest.TestCutoff:yyyy-MM-dd}");

    private static IEnumerable<CardRow> Tested(ChurnBacktest backtest, TestedContender tested, string fold)
    {
        var (model, first) = (tested.Contender.Name, backtest.Base);
        yield return new CardRow(model, "n", backtest.Outcomes.Length, null, null, null, fold);
        yield return new CardRow(model, "churned", backtest.Churned, null, null, null, fold);
        yield return Row("auc", tested.Auc, 0.5);
        yield return Row("pr_auc", tested.PrAuc, (double)backtest.Churned / backtest.Outcomes.Length);
        yield return Row("brier", tested.Brier, first.Brier.Value);
        yield return Row("log_loss", tested.LogLoss, first.LogLoss.Value);
        yield return Row("log_loss_gain", tested.Gain, 0);
        yield return new CardRow(model, "ece", Reliability.ExpectedCalibrationError(tested.Bins), null, null, Reliability.ExpectedCalibrationError(first.Bins), fold);
        if (tested == backtest.Winner) yield return CorrectionCard.Chance(tested, fold);
        foreach (var row in CorrectionCard.Tried(tested, fold)) yield return row;
        foreach (var row in TestedCard.Reliability(model, tested.Bins, fold)) yield return row;

        CardRow Row(string metric, Estimate estimate, double? baseline) =>
            new(model, metric, Known(estimate.Value), Known(estimate.Low), Known(estimate.High), Known(baseline), fold);
    }

    private static IEnumerable<CardRow> Final(CustomerPanel panel, ChurnFinal final)
    {
        var (model, labelled) = (final.Contender.Name, panel.LabelledRows());
        yield return new CardRow(model, "n", labelled.Length, null, null, null, "final");
        yield return new CardRow(model, "churned", panel.OutcomesOf(labelled).Count(left => left), null, null, null, "final");
        if (final.Model is CorrectedChurn { Calibrator: Platt curve })
        {
            yield return new CardRow(model, "correction intercept", curve.Intercept, null, null, 0, "final");
            yield return new CardRow(model, "correction slope", curve.Slope, null, null, 1, "final");
        }
        if (((final.Model as CorrectedChurn)?.Model ?? final.Model) is not RegressionChurn regression) yield break;
        var (fit, inputs, names) = (regression.Model.Fit, regression.Model.Scaling.Inputs, regression.See(panel.Features).Names);
        yield return new CardRow(model, "coefficient intercept", fit.Coefficients[0], null, null, null, "final");
        for (var j = 0; j < inputs.Count; j++)
            yield return new CardRow(model, $"coefficient {Name(inputs[j], names)}", fit.Coefficients[j + 1], null, null, null, "final");
    }

    private static string Name(InputColumn input, IReadOnlyList<string> features) => input.Kind switch
    {
        InputKind.Log => $"log1p({features[input.Feature]})",
        InputKind.Missing => $"missing({features[input.Feature]})",
        _ => features[input.Feature],
    };

    private static double? Known(double? value) => value is { } known && double.IsFinite(known) ? known : null;
}
