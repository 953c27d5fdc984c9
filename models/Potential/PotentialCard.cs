using System.Globalization;
using Analytics.Models.Evaluation;
using Analytics.Models.Features;

namespace Analytics.Models;

/// <summary>The figures of every contender for the top 20 %, and the amounts that the best of them would have held.</summary>
internal static class PotentialCard
{
    internal static List<CardRow> Rows(CustomerPanel panel, ChurnBacktest backtest, PotentialGains gains, AmountBacktest? amounts, ChurnOptions options)
    {
        var fold = string.Create(CultureInfo.InvariantCulture, $"rolling {backtest.Folds[^1].TestCutoff:yyyy-MM-dd}/{backtest.Latest.TestCutoff:yyyy-MM-dd}");
        var rows = new List<CardRow>();
        foreach (var tested in backtest.Tested)
        {
            rows.Add(new(tested.Contender.Name, "n", backtest.Outcomes.Length, null, null, null, fold));
            rows.Add(Row(tested, "auc", tested.Auc, 0.5));
            rows.Add(Row(tested, "pr_auc", tested.PrAuc, (double)backtest.Churned / backtest.Outcomes.Length));
            rows.Add(Row(tested, "brier", tested.Brier, backtest.Base.Brier.Value));
            rows.Add(Row(tested, "log_loss", tested.LogLoss, backtest.Base.LogLoss.Value));
            rows.Add(Row(tested, "log_loss_gain", tested.Gain, 0));
            rows.Add(new(tested.Contender.Name, "ece", Known(Reliability.ExpectedCalibrationError(tested.Bins)), null, null, null, fold));
            if (tested == backtest.Winner) rows.Add(CorrectionCard.Chance(tested, fold));
            rows.AddRange(CorrectionCard.Tried(tested, fold));
            rows.AddRange(TestedCard.Reliability(tested.Contender.Name, tested.Bins, fold));
        }
        var best = backtest.Best.Contender.Name;
        rows.Add(new(best, "capture", Known(gains.Predicted.Value), Known(gains.Predicted.Low), Known(gains.Predicted.High), Known(gains.Last), fold));
        rows.Add(new(best, "capture_gain", Known(gains.Beyond.Value), Known(gains.Beyond.Low), Known(gains.Beyond.High), 0, fold));
        rows.Add(new(best, "capture_oracle", Known(gains.Oracle), null, null, null, fold));
        rows.Add(new(best, "capture_rfm", Known(gains.Rfm), null, null, null, fold));
        rows.AddRange(TestedCard.Lifts(panel, backtest, options, fold));
        rows.Add(new(best, "new_top20_met", gains.Entered == 0 ? null : (double)gains.Met / gains.Entered, null, null, null, fold));
        foreach (var tested in amounts?.Tested ?? []) rows.AddRange(Amounts(amounts!, tested, fold));
        return rows;

        CardRow Row(TestedContender tested, string metric, Estimate estimate, double baseline) =>
            new(tested.Contender.Name, metric, Known(estimate.Value), Known(estimate.Low), Known(estimate.High), baseline, fold);
    }

    private static IEnumerable<CardRow> Amounts(AmountBacktest amounts, TestedAmounts tested, string fold)
    {
        var name = tested.Contender.Name;
        yield return new(name, "n", amounts.Rows, null, null, null, fold);
        yield return new(name, "amount_error", Known(tested.Error.Value), Known(tested.Error.Low), Known(tested.Error.High), Known(amounts.Naive.Error.Value), fold);
        yield return new(name, "amount_level", Known(tested.Said / amounts.Brought), null, null, 1, fold);
        // The last period's amount is 0 for some who then buy: its deviance is beyond all bounds.
        if (tested != amounts.Naive) yield return new(name, "amount_deviance", Known(tested.Deviance.Value), Known(tested.Deviance.Low), Known(tested.Deviance.High), null, fold);
    }

    private static double? Known(double value) => double.IsFinite(value) ? value : null;
}
