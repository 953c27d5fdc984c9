using Analytics.Models.Calibration;
using Analytics.Models.Evaluation;
using Analytics.Models.Features;
using Analytics.Models.Logistic;

namespace Analytics.Models;

/// <summary>A contender's figures on customers and periods that its training never saw.</summary>
internal sealed record TestedContender(Contender Contender, bool Converged)
{
    internal required Estimate Auc { get; init; }

    internal required Estimate PrAuc { get; init; }

    internal required Estimate Brier { get; init; }

    internal required Estimate LogLoss { get; init; }

    /// <summary>How much lower the log loss is than the base rate's, compared customer by customer.</summary>
    internal required Estimate Gain { get; init; }

    /// <summary>Its probability for each tested row, the latest fold first.</summary>
    internal required double[] Probabilities { get; init; }

    internal required IReadOnlyList<ReliabilityBin> Bins { get; init; }

    /// <summary>How the final model's probabilities are corrected by what happened at the tested dates; the figures here are as they were.</summary>
    internal Correction Correction { get; init; } = Correction.None;
}

/// <summary>
/// The contenders on every cutoff that can be tested, each fold trained on what was known by then, and the one to use: the lowest log loss
/// among those that beat the base rate beyond noise.
/// </summary>
internal sealed record ChurnBacktest(IReadOnlyList<TimeSplit> Folds, bool[] Outcomes, IReadOnlyList<TestedContender> Tested)
{
    internal TimeSplit Latest => Folds[0];

    internal TestedContender Base => Tested[0];

    /// <summary>The lowest log loss among the contenders that look at something.</summary>
    internal TestedContender Best => Tested.Skip(1).MinBy(tested => tested.LogLoss.Value)!;

    internal bool Predictable => Best.Gain.Low > 0;

    internal TestedContender Winner => Predictable ? Best : Base;

    internal int Churned => Outcomes.Count(left => left);

    internal static ChurnBacktest Run(CustomerPanel panel, Question question, ChurnOptions options)
    {
        var folds = Spread(TimeSplit.All(panel).Where(split => CanTrain(panel, split, options)).ToList());
        var trained = folds.ConvertAll(fold => Contenders.Train(panel.Features.Take(fold.TrainRows), panel.OutcomesOf(fold.TrainRows), question, options));
        var tests = folds.ConvertAll(fold => panel.Features.Take(fold.TestRows));
        var rows = folds.SelectMany(fold => fold.TestRows).ToArray();
        var outcomes = panel.OutcomesOf(rows);
        var customers = Customers(panel, rows);
        var bootstrap = Resampling(rows.Length, options);
        double[]? baseLosses = null;
        var tested = new List<TestedContender>();
        for (var c = 0; c < trained[0].Count; c++)
        {
            var probabilities = folds.SelectMany((_, fold) => trained[fold][c].Model.Predict(tests[fold])).ToArray();
            baseLosses ??= Losses.Each(Losses.Log, probabilities, outcomes);
            tested.Add(Measure(trained[0][c].Contender, trained.TrueForAll(fold => fold[c].Converged), probabilities, outcomes, baseLosses, customers, bootstrap));
        }
        var backtest = new ChurnBacktest(folds, outcomes, tested);
        if (!backtest.Predictable) return backtest;
        var best = backtest.Best;
        var dates = folds.SelectMany((fold, date) => Enumerable.Repeat(date, fold.TestRows.Length)).ToArray();
        var logOdds = Array.ConvertAll(best.Probabilities, probability => Sigmoid.LogOdds(Math.Clamp(probability, Certain, 1 - Certain)));
        var correction = Correction.Of(new(logOdds, outcomes, customers, dates), bootstrap);
        return backtest with { Tested = tested.ConvertAll(one => one == best ? one with { Correction = correction } : one) };
    }

    private const double Certain = 1e-12;
    private const int MostFolds = 5;

    /// <summary>Rows × resamples beyond which fewer resamples do: intervals of many customers are steady.</summary>
    private const int MostWork = 20_000_000;

    /// <summary>The latest, the earliest and some evenly between: neighbouring cutoffs share most of their outcomes.</summary>
    private static List<TimeSplit> Spread(List<TimeSplit> folds) => folds.Count <= MostFolds
        ? folds
        : Enumerable.Range(0, MostFolds).Select(i => folds[i * (folds.Count - 1) / (MostFolds - 1)]).ToList();

    internal static bool CanTrain(CustomerPanel panel, TimeSplit split, ChurnOptions options)
    {
        var churned = panel.OutcomesOf(split.TrainRows).Count(left => left);
        return Math.Min(churned, split.TrainRows.Length - churned) >= options.FewestOfEach;
    }

    internal static Bootstrap Resampling(int rows, ChurnOptions options) =>
        new(Math.Clamp(MostWork / rows, Math.Min(100, options.Resamples), options.Resamples), options.Seed);

    /// <summary>A number for each row's customer, the same for the same one.</summary>
    internal static int[] Customers(CustomerPanel panel, int[] rows)
    {
        var indices = new Dictionary<string, int>(StringComparer.Ordinal);
        return Array.ConvertAll(rows, row =>
        {
            indices.TryAdd(panel.AccountIds[row], indices.Count);
            return indices[panel.AccountIds[row]];
        });
    }

    private static TestedContender Measure(
        Contender contender, bool converged, double[] probabilities, bool[] outcomes, double[] baseLosses, int[] customers, Bootstrap bootstrap)
    {
        var ranking = new Ranking(probabilities, outcomes);
        var log = Losses.Each(Losses.Log, probabilities, outcomes);
        var brier = Losses.Each(Losses.Brier, probabilities, outcomes);
        var gain = log.Select((loss, i) => baseLosses[i] - loss).ToArray();
        var figures = bootstrap.Of(
            customers,
            ranking.RocAuc,
            ranking.AveragePrecision,
            weights => Losses.Mean(brier, weights),
            weights => Losses.Mean(log, weights),
            weights => Losses.Mean(gain, weights));
        return new TestedContender(contender, converged)
        {
            Auc = AreaInterval.Of(figures[0], outcomes),
            PrAuc = figures[1],
            Brier = figures[2],
            LogLoss = figures[3],
            Gain = figures[4],
            Probabilities = probabilities,
            Bins = Reliability.Bins(probabilities, outcomes),
        };
    }
}
