using System.Data.Common;
using Analytics.Models.Features;
using Analytics.Models.Storage;

namespace Analytics.Models;

/// <summary>Both questions at once: the customers are read, and the lifetime models fitted, once; the expected amounts rest on churn's chances.</summary>
public static class Prediction
{
    /// <summary>Tests, trains and scores, writes scores, card and notes to the warehouse's marts, and tells what is being done: "churn", then "potential".</summary>
    public static PredictionReport Assess(DbConnection warehouse, ChurnOptions options, IProgress<string>? progress = null)
    {
        var report = Backtest(warehouse, options, progress);
        ReportWriter.Write(warehouse, report.Churn);
        ReportWriter.Complete(warehouse, report.Potential);
        return report;
    }

    /// <summary>The same, of a warehouse that is only read: nothing is written.</summary>
    public static PredictionReport Backtest(DbConnection warehouse, ChurnOptions options, IProgress<string>? progress = null)
    {
        ArgumentNullException.ThrowIfNull(warehouse);
        ArgumentNullException.ThrowIfNull(options);
        progress?.Report("features");
        var panel = LifetimeFeatures.AddTo(RfmScore.AddTo(WarehousePanel.Read(warehouse)));
        progress?.Report("churn");
        var churn = Churn.Assess(panel, options);
        progress?.Report("potential");
        var potential = Potential.Assess(PotentialPanel.Of(panel, WarehousePanel.ReadAmounts(warehouse), churn.Buys), options);
        return new(churn, potential);
    }
}

/// <summary>The answers to both questions.</summary>
public sealed record PredictionReport(ChurnReport Churn, PotentialReport Potential);
