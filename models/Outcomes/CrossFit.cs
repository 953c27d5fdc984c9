using Analytics.Models.Evaluation;
using Analytics.Models.Features;
using Analytics.Models.Logistic;

namespace Analytics.Models;

/// <summary>Each contender's chance for every customer, by models that never saw that customer, once for each dealing of the rows.</summary>
internal sealed record CrossFit(bool[] Left, double[][][] Chances, int[][] Folds)
{
    internal int Repeats => Folds.Length;

    internal static CrossFit Of(FeatureTable features, bool[] left, IReadOnlyList<string> categorical, OutcomeOptions options, IProgress<OutcomeStep>? progress, CancellationToken cancellation)
    {
        var repeats = options.RepeatsOf(left.Length);
        var folds = Enumerable.Range(0, repeats).Select(repeat => Dealing.Of(left, options.Folds, (ulong)options.Seed + ((ulong)repeat << 32))).ToArray();
        var chances = OutcomeContenders.All.Select(_ => Enumerable.Range(0, repeats).Select(_ => new double[left.Length]).ToArray()).ToArray();
        var done = 0;
        progress?.Report(new(0, repeats * options.Folds));
        Parallel.For(0, repeats * options.Folds, new ParallelOptions { CancellationToken = cancellation }, job =>
        {
            var (repeat, fold) = (job / options.Folds, job % options.Folds);
            var (held, rest) = (Dealing.Rows(folds[repeat], one => one == fold), Dealing.Rows(folds[repeat], one => one != fold));
            var models = OutcomeContenders.Train(features.Take(rest), Array.ConvertAll(rest, row => left[row]), categorical, options.Seed);
            var tested = features.Take(held);
            for (var contender = 0; contender < models.Length; contender++)
            {
                var said = models[contender].Predict(tested);
                for (var i = 0; i < held.Length; i++) chances[contender][repeat][held[i]] = said[i];
            }
            progress?.Report(new(Interlocked.Increment(ref done), repeats * options.Folds));
        });
        return new(left, chances, folds);
    }

    /// <summary>A customer's chance over the dealings: the mean of its log-odds.</summary>
    internal double[] Mean(int contender) =>
        [.. Enumerable.Range(0, Left.Length).Select(row => Sigmoid.Of(Chances[contender].Average(said => Sigmoid.LogOdds(Math.Clamp(said[row], 1e-12, 1 - 1e-12)))))];

    /// <summary>The area under the ROC curve within each held-out fold.</summary>
    internal double[] AreaByFold(int contender) => [.. Folds.SelectMany((dealt, repeat) => dealt.Distinct().Order().Select(fold =>
    {
        var rows = Dealing.Rows(dealt, one => one == fold);
        var ranking = new Ranking(Array.ConvertAll(rows, row => Chances[contender][repeat][row]), Array.ConvertAll(rows, row => Left[row]));
        return ranking.RocAuc([.. Enumerable.Repeat(1, rows.Length)]);
    }))];
}

/// <summary>How many of the trainings are done.</summary>
public sealed record OutcomeStep(int Done, int Total);
