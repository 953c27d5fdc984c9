using Analytics.Models.Boosting;
using Analytics.Models.Evaluation;
using Analytics.Models.Features;

namespace Analytics.Models;

/// <summary>How well boosted trees tell yes from no on rows that they did not learn from, for any table of numbers (NaN is a missing value).</summary>
public static class CrossValidation
{
    /// <summary>Trains on all folds but one and measures on that one, for each fold of each repeat.</summary>
    public static CrossValidated Boosting(IReadOnlyList<string> names, double[][] columns, bool[] outcomes, CrossValidationOptions options)
    {
        Check(names, columns, outcomes, options);
        var features = new FeatureTable(names, columns, outcomes.Length);
        var folds = Enumerable.Range(0, options.Repeats).SelectMany(repeat => Folds(outcomes, options, repeat)).ToArray();
        var areas = new double[folds.Length];
        Work.Each(areas.Length, Environment.ProcessorCount, fold => areas[fold] = Measure(features, outcomes, folds[fold], options));
        var mean = areas.Average();
        return new CrossValidated(mean, Math.Sqrt(areas.Average(area => (area - mean) * (area - mean))), areas);
    }

    private static double Measure(FeatureTable features, bool[] outcomes, int[] held, CrossValidationOptions options)
    {
        var rest = Enumerable.Range(0, outcomes.Length).Except(held).ToArray();
        var training = new TrainingRows(features.Take(rest), Array.ConvertAll(rest, row => outcomes[row] ? 1.0 : 0));
        var model = BoostingTrainer.Train(training, BoostingLoss.Log, new BoostingOptions
        {
            Trees = options.Trees,
            Rate = options.Rate,
            RowShare = options.RowShare,
            ColumnShare = options.ColumnShare,
            LeastLeafWeight = options.LeastLeafWeight,
            Threads = 1,
        });
        var ranking = new Ranking(model.Predict(features.Take(held)), Array.ConvertAll(held, row => outcomes[row]));
        return ranking.RocAuc(Enumerable.Repeat(1, held.Length).ToArray());
    }

    /// <summary>The rows of each fold, with the same share of yes in all.</summary>
    private static IEnumerable<int[]> Folds(bool[] outcomes, CrossValidationOptions options, int repeat)
    {
        var random = new SplitMix64((ulong)options.Seed + ((ulong)repeat << 32));
        var shuffled = Enumerable.Range(0, outcomes.Length).Select(row => (Row: row, Draw: random.Next())).OrderBy(row => row.Draw);
        var dealt = shuffled.OrderBy(row => outcomes[row.Row]).Select((row, place) => (row.Row, Fold: place % options.Folds)).ToList();
        return Enumerable.Range(0, options.Folds).Select(fold => dealt.Where(row => row.Fold == fold).Select(row => row.Row).ToArray());
    }

    private static void Check(IReadOnlyList<string> names, double[][] columns, bool[] outcomes, CrossValidationOptions options)
    {
        if (names.Count != columns.Length || Array.Exists(columns, column => column.Length != outcomes.Length))
            throw new ArgumentException("There must be one name a column, and one value a row in every column.", nameof(columns));
        if (options.Folds < 2 || options.Repeats < 1) throw new ArgumentException("Cross-validation needs at least 2 folds and 1 repeat.", nameof(options));
        var yes = outcomes.Count(outcome => outcome);
        if (Math.Min(yes, outcomes.Length - yes) < options.Folds)
            throw new ArgumentException($"Cross-validation in {options.Folds} folds needs at least as many rows of each outcome; there are {yes} of one and {outcomes.Length - yes} of the other.", nameof(outcomes));
    }
}

/// <summary>How often and with which trees a table is cross-validated; the trees are many, in small steps, each from a share of rows and columns.</summary>
public sealed record CrossValidationOptions
{
    /// <summary>The parts of which each is held out once.</summary>
    public int Folds { get; init; } = 5;

    /// <summary>How often the rows are dealt anew.</summary>
    public int Repeats { get; init; } = 5;

    /// <summary>The number of trees.</summary>
    public int Trees { get; init; } = 300;

    /// <summary>The share of each tree's step that is taken.</summary>
    public double Rate { get; init; } = 0.06;

    /// <summary>The share of the rows that each tree learns from.</summary>
    public double RowShare { get; init; } = 0.7;

    /// <summary>The share of the columns that each tree may ask about.</summary>
    public double ColumnShare { get; init; } = 0.6;

    /// <summary>The least sum of p (1 − p) in a leaf.</summary>
    public double LeastLeafWeight { get; init; } = 0.3;

    /// <summary>The seed of the dealing.</summary>
    public int Seed { get; init; } = 1;
}

/// <summary>The mean area under the ROC curve, its standard deviation over folds, and each fold's.</summary>
public sealed record CrossValidated(double RocAuc, double Deviation, IReadOnlyList<double> ByFold);
