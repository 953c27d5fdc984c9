namespace Analytics.Models;

/// <summary>
/// Euros on the tested folds: the share of the horizon's amount held by the predicted top 20 %, by the last period's and by the real one;
/// and how many of those that entered the top 20 % the list of future 20/80 had named.
/// </summary>
internal sealed record PotentialGains(double Predicted, double Last, double Oracle, int Entered, int Met, int Named)
{
    internal static PotentialGains Of(PotentialPanel panel, ChurnBacktest backtest)
    {
        var (all, predicted, last, oracle) = (0.0, 0.0, 0.0, 0.0);
        var (entered, met, named, from) = (0, 0, 0, 0);
        foreach (var rows in backtest.Folds.Select(fold => fold.TestRows))
        {
            var ids = Array.ConvertAll(rows, row => panel.Customers.AccountIds[row]);
            var later = Array.ConvertAll(rows, row => panel.Later[row]);
            var chances = backtest.Best.Probabilities.AsSpan(from, rows.Length).ToArray();
            var likely = TopFifth.Of(chances, ids);
            var now = TopFifth.Of(Array.ConvertAll(rows, row => panel.Recent[row]), ids);
            var list = TurnOver.Of(now, chances, ids).Entering;
            var best = TopFifth.Of(later, ids);
            for (var i = 0; i < rows.Length; i++)
            {
                all += later[i];
                if (likely[i]) predicted += later[i];
                if (now[i]) last += later[i];
                if (best[i]) oracle += later[i];
                if (list[i]) named++;
                if (best[i] && !now[i]) entered++;
                if (best[i] && list[i]) met++;
            }
            from += rows.Length;
        }
        return new PotentialGains(predicted / all, last / all, oracle / all, entered, met, named);
    }
}
