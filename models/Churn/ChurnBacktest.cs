using Analytics.Models.Evaluation;
using Analytics.Models.Features;

namespace Analytics.Models;

/// <summary>A contender's figures on customers and a period that its training never saw.</summary>
internal sealed record TestedContender(Contender Contender, bool Converged)
{
    internal required Estimate Auc { get; init; }

    internal required Estimate PrAuc { get; init; }

    internal required Estimate Brier { get; init; }

    internal required Estimate LogLoss { get; init; }

    /// <summary>How much lower the log loss is than the base rate's, compared customer by customer.</summary>
    internal required Estimate Gain { get; init; }

    internal required IReadOnlyList<ReliabilityBin> Bins { get; init; }
}

/// <summary>The contenders on the test cutoff, and the one to use: the lowest log loss among those that beat the base rate beyond noise.</summary>
internal sealed record ChurnBacktest(TimeSplit Split, bool[] Outcomes, IReadOnlyList<TestedContender> Tested)
{
    internal TestedContender Base => Tested[0];

    /// <summary>The lowest log loss among the contenders that look at something.</summary>
    internal TestedContender Best => Tested.Skip(1).MinBy(tested => tested.LogLoss.Value)!;

    internal bool Predictable => Best.Gain.Low > 0;

    internal TestedContender Winner => Predictable ? Best : Base;

    internal int Churned => Outcomes.Count(left => left);

    internal static ChurnBacktest Run(CustomerPanel panel, TimeSplit split, ChurnOptions options)
    {
        var train = panel.Features.Take(split.TrainRows);
        var trainOutcomes = panel.OutcomesOf(split.TrainRows);
        var test = panel.Features.Take(split.TestRows);
        var outcomes = panel.OutcomesOf(split.TestRows);
        var contenders = new List<Contender> { Contender.BaseRate };
        if (panel.Features.Names.Contains(options.RecencyFeature, StringComparer.Ordinal)) contenders.Add(Contender.Recency(options.RecencyFeature));
        contenders.Add(Contender.Logistic);

        var bootstrap = new Bootstrap(options.Resamples, options.Seed);
        double[]? baseLosses = null;
        var tested = new List<TestedContender>();
        foreach (var contender in contenders)
        {
            var (model, converged) = contender.Train(train, trainOutcomes, options.Ridge);
            var probabilities = model.Predict(contender.See(test));
            baseLosses ??= Losses.Each(Losses.Log, probabilities, outcomes);
            tested.Add(Measure(contender, converged, probabilities, outcomes, baseLosses, bootstrap));
        }
        return new ChurnBacktest(split, outcomes, tested);
    }

    private static TestedContender Measure(
        Contender contender, bool converged, double[] probabilities, bool[] outcomes, double[] baseLosses, Bootstrap bootstrap)
    {
        var ranking = new Ranking(probabilities, outcomes);
        var log = Losses.Each(Losses.Log, probabilities, outcomes);
        var brier = Losses.Each(Losses.Brier, probabilities, outcomes);
        var gain = log.Select((loss, i) => baseLosses[i] - loss).ToArray();
        var figures = bootstrap.Of(
            outcomes.Length,
            ranking.RocAuc,
            ranking.AveragePrecision,
            weights => Losses.Mean(brier, weights),
            weights => Losses.Mean(log, weights),
            weights => Losses.Mean(gain, weights));
        return new TestedContender(contender, converged)
        {
            Auc = figures[0],
            PrAuc = figures[1],
            Brier = figures[2],
            LogLoss = figures[3],
            Gain = figures[4],
            Bins = Reliability.Bins(probabilities, outcomes),
        };
    }
}
