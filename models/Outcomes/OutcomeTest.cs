using Analytics.Models.Evaluation;

namespace Analytics.Models;

/// <summary>A contender's figures on customers held out: of each dealing, in the mean, with the interval that other customers would give.</summary>
internal sealed record TestedOutcome(Estimate Auc, Estimate PrAuc, Estimate Brier, Estimate LogLoss, Estimate Gain, IReadOnlyList<ReliabilityBin> Bins);

/// <summary>The contenders' figures, and the one to use: the lowest log loss among those that beat the base rate beyond chance, else the base rate.</summary>
internal sealed record OutcomeTest(IReadOnlyList<TestedOutcome> Tested)
{
    /// <summary>The lowest log loss among those that look at the columns.</summary>
    internal int Best => Enumerable.Range(1, Tested.Count - 1).MinBy(contender => Tested[contender].LogLoss.Value);

    internal bool IsPredictable => Tested[Best].Gain.Low > 0;

    internal int Winner => IsPredictable ? Best : 0;

    internal static OutcomeTest Of(CrossFit fit, OutcomeOptions options)
    {
        var bootstrap = Resampling(fit, options);
        var baseLosses = Array.ConvertAll(fit.Chances[0], said => Losses.Each(Losses.Log, said, fit.Left));
        return new([.. fit.Chances.Select(chances => Measure(fit, chances, baseLosses, bootstrap))]);
    }

    /// <summary>Many rows are steady with fewer resamples.</summary>
    internal static Bootstrap Resampling(CrossFit fit, OutcomeOptions options) =>
        ChurnBacktest.Resampling(fit.Left.Length * fit.Repeats, new() { Resamples = options.Resamples, Seed = options.Seed });

    private static TestedOutcome Measure(CrossFit fit, double[][] chances, double[][] baseLosses, Bootstrap bootstrap)
    {
        var rankings = Array.ConvertAll(chances, said => new Ranking(said, fit.Left));
        var log = Array.ConvertAll(chances, said => Losses.Each(Losses.Log, said, fit.Left));
        var brier = Array.ConvertAll(chances, said => Losses.Each(Losses.Brier, said, fit.Left));
        var gain = log.Zip(baseLosses, (own, other) => other.Zip(own, (rate, loss) => rate - loss).ToArray()).ToArray();
        var figures = bootstrap.Of(
            fit.Left.Length,
            weights => Mean(rankings, weights, static (ranking, drawn) => ranking.RocAuc(drawn)),
            weights => Mean(rankings, weights, static (ranking, drawn) => ranking.AveragePrecision(drawn)),
            weights => Mean(brier, weights, static (losses, drawn) => Losses.Mean(losses, drawn)),
            weights => Mean(log, weights, static (losses, drawn) => Losses.Mean(losses, drawn)),
            weights => Mean(gain, weights, static (losses, drawn) => Losses.Mean(losses, drawn)));
        return new(AreaInterval.Of(figures[0], fit.Left), figures[1], figures[2], figures[3], figures[4],
            Reliability.Bins([.. chances.SelectMany(said => said)], [.. chances.SelectMany(_ => fit.Left)]));
    }

    private delegate double Figure<in T>(T one, ReadOnlySpan<int> weights);

    private static double Mean<T>(T[] repeats, ReadOnlySpan<int> weights, Figure<T> figure)
    {
        var sum = 0.0;
        foreach (var one in repeats) sum += figure(one, weights);
        return sum / repeats.Length;
    }
}
