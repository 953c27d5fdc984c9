using Analytics.Models;
using Analytics.Pipeline;

namespace Analytics.Cli;

/// <summary>What the models would have said on a past day, against what the same files say has happened since.</summary>
internal static class Backtest
{
    /// <summary>Scores as of the day with what was known then, in a folder of its own; then looks from a horizon later, where those scores are an earlier run's.</summary>
    public static BacktestResult Execute(string exports, DateOnly asOf, int? horizonDays, IProgress<RunStep> progress, CancellationToken cancellation)
    {
        var folder = Directory.CreateTempSubdirectory("analytics-backtest-").FullName;
        try
        {
            var known = new WarehouseOptions { Exports = exports, Output = folder, AsOf = asOf, HorizonDays = horizonDays };
            var (prediction, horizon) = Predict(known, progress, cancellation);
            var later = asOf.AddDays(horizon);
            using var build = WarehouseBuild.Begin(known with { AsOf = later });
            var steps = new BuildSteps(progress);
            build.LoadFiles(steps, cancellation);
            build.ComputeMarts(steps, cancellation);
            return new(prediction, TrackRecord.Assess(build.Connection), asOf, horizon);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static (PredictionReport Prediction, int Horizon) Predict(WarehouseOptions options, IProgress<RunStep> progress, CancellationToken cancellation)
    {
        using var build = WarehouseBuild.Begin(options);
        var steps = new BuildSteps(progress);
        build.LoadFiles(steps, cancellation);
        build.ComputeMarts(steps, cancellation);
        RefuseUnfinished(build, options.AsOf!.Value);
        var prediction = Prediction.Assess(build.Connection, new ChurnOptions { Resamples = 100, MostExplained = 0 }, new ModelSteps(progress));
        var horizon = build.HorizonDays;
        build.Publish();
        return (prediction, horizon);
    }

    private static void RefuseUnfinished(WarehouseBuild build, DateOnly asOf)
    {
        if (build.DataTo < asOf.AddDays(build.HorizonDays))
            throw new ProblemException(ProblemCode.NotYetKnown, ("asOf", Day(asOf)), ("days", build.HorizonDays.ToString(System.Globalization.CultureInfo.InvariantCulture)), ("last", Day(build.DataTo)));
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}

/// <summary>The models as they were on the day, and what became of their predictions.</summary>
internal sealed record BacktestResult(PredictionReport Prediction, TrackReport Track, DateOnly AsOf, int HorizonDays);
