using System.Globalization;
using Analytics.Models.Evaluation;

namespace Analytics.Models;

/// <summary>Every contender's figures, the best one's lift by tenths, and what each column tells alone.</summary>
internal static class OutcomeCard
{
    internal static List<CardRow> Rows(CrossFit fit, OutcomeTest test, IReadOnlyList<TellingColumn> telling, OutcomeOptions options)
    {
        var fold = string.Create(CultureInfo.InvariantCulture, $"test {fit.Repeats} x {options.Folds} folds");
        var rows = new List<CardRow>();
        for (var contender = 0; contender < test.Tested.Count; contender++) rows.AddRange(Tested(fit, test, contender, fold));
        var best = OutcomeContenders.All[test.Best].Name;
        rows.AddRange(Lifts(fit, test, options).Select((lift, tenth) => Row(best, TestedCard.Numbered("lift_decile", tenth), lift, 1, fold)));
        rows.AddRange(telling.Select(column => new CardRow(column.Name, "auc_alone", column.Auc, null, null, 0.5, fold)));
        return rows;
    }

    internal static Estimate[] Lifts(CrossFit fit, OutcomeTest test, OutcomeOptions options)
    {
        var ids = Enumerable.Range(0, fit.Left.Length).Select(row => row.ToString("0000000000", CultureInfo.InvariantCulture)).ToArray();
        return Lift.Of(Lift.TenthOf(fit.Mean(test.Best), ids), fit.Left, [.. Enumerable.Range(0, fit.Left.Length)], OutcomeTest.Resampling(fit, options));
    }

    private static IEnumerable<CardRow> Tested(CrossFit fit, OutcomeTest test, int contender, string fold)
    {
        var (name, tested, rate) = (OutcomeContenders.All[contender].Name, test.Tested[contender], test.Tested[0]);
        var areas = fit.AreaByFold(contender);
        yield return new(name, "n", fit.Left.Length, null, null, null, fold);
        yield return new(name, "churned", fit.Left.Count(gone => gone), null, null, null, fold);
        yield return Row(name, "auc", tested.Auc, 0.5, fold);
        yield return new(name, "auc_by_fold", areas.Average(), areas.Min(), areas.Max(), 0.5, fold);
        yield return Row(name, "pr_auc", tested.PrAuc, fit.Left.Count(gone => gone) / (double)fit.Left.Length, fold);
        yield return Row(name, "brier", tested.Brier, rate.Brier.Value, fold);
        yield return Row(name, "log_loss", tested.LogLoss, rate.LogLoss.Value, fold);
        yield return Row(name, "log_loss_gain", tested.Gain, 0, fold);
        yield return new(name, "ece", Reliability.ExpectedCalibrationError(tested.Bins), null, null, null, fold);
        foreach (var row in TestedCard.Reliability(name, tested.Bins, fold)) yield return row;
    }

    private static CardRow Row(string model, string metric, Estimate estimate, double baseline, string fold) =>
        new(model, metric, Known(estimate.Value), Known(estimate.Low), Known(estimate.High), Known(baseline), fold);

    private static double? Known(double value) => double.IsFinite(value) ? value : null;
}
