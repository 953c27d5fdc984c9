using Analytics.Models.Evaluation;
using Analytics.Models.Features;

namespace Analytics.Models;

/// <summary>
/// Euros on the tested folds: the share of the horizon's amount held by the predicted top 20 %, by the last period's and by the real one;
/// and how many of those that entered the top 20 % the list of future 20/80 had named.
/// </summary>
internal sealed record PotentialGains(Estimate Predicted, double Last, double Oracle, int Entered, int Met, int Named)
{
    /// <summary>By how much the predicted top 20 % hold more of the amount than the last period's, with the interval that other customers would give.</summary>
    internal required Estimate Beyond { get; init; }

    /// <summary>The share held by the top 20 % by RFM score; NaN where it is not known.</summary>
    internal double Rfm { get; private init; }

    internal static PotentialGains Of(PotentialPanel panel, ChurnBacktest backtest, ChurnOptions options)
    {
        var (all, last, oracle, rfm) = (0.0, 0.0, 0.0, 0.0);
        var tested = backtest.Folds.SelectMany(fold => fold.TestRows).ToArray();
        var (brought, predicted, beyond) = (new double[tested.Length], new double[tested.Length], new double[tested.Length]);
        var marks = panel.Customers.Features.Only(RfmScore.Name).Columns.SingleOrDefault();
        var (entered, met, named, from) = (0, 0, 0, 0);
        foreach (var rows in backtest.Folds.Select(fold => fold.TestRows))
        {
            var ids = Array.ConvertAll(rows, row => panel.Customers.AccountIds[row]);
            var later = Array.ConvertAll(rows, row => panel.Later[row]);
            var chances = backtest.Best.Probabilities.AsSpan(from, rows.Length).ToArray();
            var likely = TopFifth.Of(chances, ids);
            var now = TopFifth.Of(Array.ConvertAll(rows, row => panel.Recent[row]), ids);
            var marked = TopFifth.Of(Array.ConvertAll(rows, row => marks?[row] ?? double.NaN), ids);
            var list = TurnOver.Of(now, chances, ids).Entering;
            var best = TopFifth.Of(later, ids);
            for (var i = 0; i < rows.Length; i++)
            {
                all += later[i];
                brought[from + i] = later[i];
                predicted[from + i] = likely[i] ? later[i] : 0;
                beyond[from + i] = predicted[from + i] - (now[i] ? later[i] : 0);
                if (now[i]) last += later[i];
                if (best[i]) oracle += later[i];
                if (marked[i]) rfm += later[i];
                if (list[i]) named++;
                if (best[i] && !now[i]) entered++;
                if (best[i] && list[i]) met++;
            }
            from += rows.Length;
        }
        var shares = ChurnBacktest.Resampling(tested.Length, options).Of(ChurnBacktest.Customers(panel.Customers, tested), Share(predicted), Share(beyond));
        return new PotentialGains(shares[0], last / all, oracle / all, entered, met, named)
        {
            Beyond = shares[1],
            Rfm = marks is null ? double.NaN : rfm / all,
        };

        Statistic Share(double[] part) => weights =>
        {
            var (sum, whole) = (0.0, 0.0);
            for (var row = 0; row < weights.Length; row++) (sum, whole) = (sum + weights[row] * part[row], whole + weights[row] * brought[row]);
            return sum / whole;
        };
    }
}
