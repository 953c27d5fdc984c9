using System.Data.Common;
using Analytics.Models.Evaluation;
using Analytics.Models.Explanation;
using Analytics.Models.Features;
using Analytics.Models.Storage;

namespace Analytics.Models;

/// <summary>Will this active customer place no order over the horizon or, under contract, not renew it?</summary>
public static class Churn
{
    /// <summary>Tests, trains and scores from the warehouse's feature tables, and writes scores, card and notes to its marts.</summary>
    public static ChurnReport Assess(DbConnection warehouse, ChurnOptions options)
    {
        ArgumentNullException.ThrowIfNull(warehouse);
        ArgumentNullException.ThrowIfNull(options);
        var report = Assess(WarehousePanel.Read(warehouse), options);
        ReportWriter.Write(warehouse, report);
        return report;
    }

    internal static ChurnReport Assess(CustomerPanel panel, ChurnOptions options)
    {
        panel = LifetimeFeatures.AddTo(RfmScore.AddTo(panel));
        var split = TimeSplit.Of(panel);
        if (ChurnRefusal.Of(panel, split, options) is { } refusal) return new ChurnReport([], [], [refusal.At(1)]);
        var question = Question.Churn(options.RecencyFeature);
        var backtest = ChurnBacktest.Run(panel, question, options);
        var final = ChurnFinal.Train(panel, backtest.Winner, question, options);
        var longer = LongerHorizon.Of(panel, final);
        var chances = longer?.Churn(panel, final.Scores.Select(score => score.PChurn).ToList());
        var scores = final.Scores.Select((score, i) => score with { PChurn = chances?[i] ?? score.PChurn }).ToList();
        return new ChurnReport(scores, ChurnCard.Rows(panel, backtest, final, options), ChurnNotes.Of(panel, backtest, final))
        {
            Tested = backtest.Folds.SelectMany(fold => fold.TestRows)
                .Zip(backtest.Winner.Probabilities)
                .ToDictionary(one => (panel.AccountIds[one.First], panel.Cutoffs[one.First]), one => one.Second),
        };
    }
}
