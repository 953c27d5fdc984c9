using System.Globalization;
using Analytics.Models.Evaluation;
using Analytics.Models.Features;

namespace Analytics.Models;

/// <summary>What the card draws of a tested model: its reliability curve and its lift by tenths.</summary>
internal static class TestedCard
{
    internal static IEnumerable<CardRow> Reliability(string model, IReadOnlyList<ReliabilityBin> bins, string fold)
    {
        for (var bin = 0; bin < bins.Count; bin++)
        {
            var (low, high) = bins[bin].Wilson();
            yield return new CardRow(model, Numbered("reliability", bin), bins[bin].Observed, low, high, bins[bin].Predicted, fold);
        }
    }

    /// <summary>The best contender's; a base rate tells no tenth from another.</summary>
    internal static IEnumerable<CardRow> Lifts(CustomerPanel panel, ChurnBacktest backtest, ChurnOptions options, string fold)
    {
        var rows = backtest.Folds.SelectMany(fold => fold.TestRows).ToArray();
        var (tenths, from) = (new List<int>(rows.Length), 0);
        foreach (var tested in backtest.Folds.Select(fold => fold.TestRows))
        {
            tenths.AddRange(Lift.TenthOf(backtest.Best.Probabilities[from..(from + tested.Length)], Array.ConvertAll(tested, row => panel.AccountIds[row])));
            from += tested.Length;
        }
        var lifts = Lift.Of([.. tenths], backtest.Outcomes, ChurnBacktest.Customers(panel, rows), ChurnBacktest.Resampling(rows.Length, options));
        return lifts.Select((lift, tenth) => new CardRow(backtest.Best.Contender.Name, Numbered("lift_decile", tenth), Known(lift.Value), Known(lift.Low), Known(lift.High), 1, fold));
    }

    internal static string Numbered(string metric, int index) => string.Create(CultureInfo.InvariantCulture, $"{metric}_{index + 1:00}");

    private static double? Known(double value) => double.IsFinite(value) ? value : null;
}
