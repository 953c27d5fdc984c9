using System.Data.Common;
using Analytics.Models.Explanation;
using Analytics.Models.Features;
using Analytics.Models.Storage;

namespace Analytics.Models;

/// <summary>What will each active customer bring over the horizon, and will it be among the 20 % that bring the most?</summary>
public static class Potential
{
    /// <summary>Tests, trains and scores from the warehouse's feature tables, and completes the scores, card and notes of its marts.</summary>
    public static PotentialReport Assess(DbConnection warehouse, ChurnOptions options)
    {
        var report = Backtest(warehouse, options);
        ReportWriter.Complete(warehouse, report);
        return report;
    }

    /// <summary>The same, of a warehouse that is only read: nothing is written.</summary>
    public static PotentialReport Backtest(DbConnection warehouse, ChurnOptions options)
    {
        ArgumentNullException.ThrowIfNull(warehouse);
        ArgumentNullException.ThrowIfNull(options);
        return Assess(PotentialPanel.Of(WarehousePanel.Read(warehouse), WarehousePanel.ReadAmounts(warehouse)), options);
    }

    internal static PotentialReport Assess(PotentialPanel panel, ChurnOptions options)
    {
        var customers = panel.Customers;
        if (!Evaluation.TimeSplit.All(customers).Any(split => ChurnBacktest.CanTrain(customers, split, options)))
            return new PotentialReport([], [], [PotentialNotes.Refusal(customers, options).At(1, "potential")]);
        var backtest = ChurnBacktest.Run(customers, Question.Potential, options);
        var gains = PotentialGains.Of(panel, backtest);
        var final = ChurnFinal.Train(customers, backtest.Winner, Question.Potential, options with { MostExplained = 0 });
        return new PotentialReport(Scores(panel, backtest, final), PotentialCard.Rows(backtest, gains), PotentialNotes.Of(customers, backtest, gains));
    }

    /// <summary>Where nothing can be predicted, nobody is named.</summary>
    private static List<PotentialScore> Scores(PotentialPanel panel, ChurnBacktest backtest, ChurnFinal final)
    {
        var rows = panel.Customers.AsOfRows();
        var ids = Array.ConvertAll(rows, row => panel.Customers.AccountIds[row]);
        var now = TopFifth.Of(Array.ConvertAll(rows, row => panel.Recent[row]), ids);
        var (entering, leaving) = TurnOver.Of(now, final.Scores.Select(score => score.PChurn).ToArray(), ids);
        var orders = panel.Customers.Features.Only(LifetimeFeatures.Purchases).Columns.SingleOrDefault();
        var level = Level(panel);
        return rows.Select((row, i) => new PotentialScore(
            ids[i], panel.Customers.AsOf, panel.Customers.HorizonDays,
            Known(orders?[row]), Known(panel.Expected[row] * level),
            final.Scores[i].PChurn, now[i],
            backtest.Predictable && entering[i], backtest.Predictable && leaving[i],
            final.Contender.Name)).ToList();
    }

    /// <summary>What the customers of past cutoffs brought against what was expected of them: the expectation is brought to this level.</summary>
    private static double Level(PotentialPanel panel)
    {
        var labelled = Array.FindAll(panel.Customers.LabelledRows(), row => double.IsFinite(panel.Expected[row]));
        var expected = labelled.Sum(row => panel.Expected[row]);
        return expected > 0 ? labelled.Sum(row => panel.Later[row]) / expected : 1;
    }

    private static double? Known(double? value) => value is { } known && double.IsFinite(known) ? known : null;
}
