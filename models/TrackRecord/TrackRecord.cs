using System.Data.Common;
using Analytics.Models.Explanation;
using Analytics.Models.Storage;

namespace Analytics.Models;

/// <summary>How an earlier run's predictions compare with what has happened since: whether to trust the next ones.</summary>
public static class TrackRecord
{
    /// <summary>Compares the scores that the warehouse kept of an earlier run, if any, and adds the outcome to its model card and notes.</summary>
    public static TrackReport Assess(DbConnection warehouse)
    {
        ArgumentNullException.ThrowIfNull(warehouse);
        var scores = PastScores.Read(warehouse);
        var report = scores.Count == 0 ? TrackReport.None : Compare(scores);
        ReportWriter.WriteCard(warehouse, report.Card, report.Notes);
        return report;
    }

    internal static TrackReport Compare(IReadOnlyList<PastScore> scores)
    {
        var figures = TrackFigures.Of(scores);
        return new TrackReport(figures.Card(), TrackNotes.Of(figures)) { Bins = figures.Churn?.Bins.Select(bin => new PredictedRate(bin.Predicted, bin.Observed, bin.Count)).ToList() ?? [] };
    }
}

/// <summary>The comparison as rows of the model card and as sentences; both empty where nothing was kept.</summary>
public sealed record TrackReport(IReadOnlyList<CardRow> Card, IReadOnlyList<ModelNote> Notes)
{
    /// <summary>Nothing to compare.</summary>
    public static TrackReport None { get; } = new([], []);

    /// <summary>The probabilities of no further order, in groups of about the same size, and what came of each.</summary>
    public IReadOnlyList<PredictedRate> Bins { get; init; } = [];

    /// <summary>A figure of the card; null where it cannot be computed.</summary>
    public double? Value(string metric) => Card.FirstOrDefault(row => row.Metric == metric)?.Value;
}

/// <summary>What was said of a group of customers, and what happened.</summary>
public sealed record PredictedRate(double Predicted, double Observed, int Customers);
