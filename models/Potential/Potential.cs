using System.Data.Common;
using Analytics.Models.Explanation;
using Analytics.Models.Features;
using Analytics.Models.Logistic;
using Analytics.Models.Storage;

namespace Analytics.Models;

/// <summary>What will each active customer bring over the horizon, and will it be among the 20 % that bring the most?</summary>
public static class Potential
{
    /// <summary>Tests, trains and scores from the warehouse's feature tables, and completes the scores, card and notes of its marts.</summary>
    public static PotentialReport Assess(DbConnection warehouse, ChurnOptions options)
    {
        ArgumentNullException.ThrowIfNull(warehouse);
        ArgumentNullException.ThrowIfNull(options);
        var report = Assess(PotentialPanel.Of(RfmScore.AddTo(WarehousePanel.Read(warehouse)), WarehousePanel.ReadAmounts(warehouse)), options);
        ReportWriter.Complete(warehouse, report);
        return report;
    }

    internal static PotentialReport Assess(PotentialPanel panel, ChurnOptions options)
    {
        var customers = panel.Customers;
        if (!Evaluation.TimeSplit.All(customers).Any(split => ChurnBacktest.CanTrain(customers, split, options)))
            return new PotentialReport([], [], [PotentialNotes.Refusal(customers, options).At(1, "potential")]);
        var backtest = ChurnBacktest.Run(customers, Question.Potential, options);
        var gains = PotentialGains.Of(panel, backtest, options);
        var final = ChurnFinal.Train(customers, backtest.Winner, Question.Potential, options);
        var amounts = AmountBacktest.Run(panel, backtest, options);
        var chances = Chances(panel, customers.AsOfRows(), final);
        var scores = Scores(panel, backtest, final, chances.OverHorizon, AmountFinal.Of(panel, customers.AsOfRows(), chances, amounts, options));
        return new PotentialReport(scores, PotentialCard.Rows(customers, backtest, gains, amounts, options), PotentialNotes.Of(customers, backtest, gains, amounts));
    }

    /// <summary>Where nothing can be predicted, nobody is named.</summary>
    private static List<PotentialScore> Scores(PotentialPanel panel, ChurnBacktest backtest, ChurnFinal final, double[] chances, (double Amount, double Discounted)?[] worth)
    {
        var rows = panel.Customers.AsOfRows();
        var ids = Array.ConvertAll(rows, row => panel.Customers.AccountIds[row]);
        var now = TopFifth.Of(Array.ConvertAll(rows, row => panel.Recent[row]), ids);
        var (entering, leaving) = TurnOver.Of(now, chances, ids);
        return rows.Select((row, i) =>
        {
            var outlook = panel.OverHorizon.GetValueOrDefault(row);
            return new PotentialScore(
                ids[i], panel.Customers.AsOf, panel.Customers.HorizonDays,
                Known(outlook?.Orders), worth[i]?.Amount, worth[i]?.Discounted,
                chances[i], now[i],
                backtest.Predictable && entering[i], backtest.Predictable && leaving[i],
                final.Scores[i].Reasons, final.Contender.Name);
        }).ToList();
    }

    /// <summary>
    /// There are as many places in the top fifth as a fifth of the customers (as had one at past dates, where fewer bought at all), so the chances are
    /// brought to that sum, and none above the chance of ordering at all. Over a horizon that could not be learnt, the model's ranking is blended with what rhythm and amounts say of it.
    /// </summary>
    private static TopChances Chances(PotentialPanel panel, int[] rows, ChurnFinal final)
    {
        var learnt = final.Scores.Select(score => Sigmoid.LogOdds(Math.Clamp(score.PChurn, 1e-6, 1 - 1e-6))).ToArray();
        var most = Array.ConvertAll(rows, panel.Ordering.Most);
        var levelled = Levelled(learnt, most, rows.Length * Share(panel));
        if (panel.TopOverHorizon.Count == 0) return new(levelled, levelled);
        var blended = rows.Select((row, i) => panel.TopOverHorizon.TryGetValue(row, out var over) ? (learnt[i] + over) / 2 : learnt[i]).ToArray();
        return new(Levelled(blended, most, Math.Min(rows.Length / 5, panel.TopOverHorizon.Values.Sum(Sigmoid.Of))), levelled);
    }

    private static double Share(PotentialPanel panel)
    {
        var labelled = panel.Customers.LabelledRows();
        return panel.Customers.OutcomesOf(labelled).Count(top => top) / (double)labelled.Length;
    }

    private static double[] Levelled(double[] logOdds, double[] most, double sum)
    {
        var (low, high) = (-20.0, 20.0);
        while (high - low > 1e-9)
        {
            var middle = (low + high) / 2;
            if (Shifted(middle).Sum() < sum) low = middle;
            else high = middle;
        }
        return [.. Shifted(low)];

        IEnumerable<double> Shifted(double by) => logOdds.Zip(most, (one, limit) => Math.Min(limit, Sigmoid.Of(one + by)));
    }

    private static double? Known(double? value) => value is { } known && double.IsFinite(known) ? known : null;
}

/// <summary>Each customer's chance of the top fifth over the horizon, and over the days that are learnt.</summary>
internal sealed record TopChances(double[] OverHorizon, double[] Learnt);
