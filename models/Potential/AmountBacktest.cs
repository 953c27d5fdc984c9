using Analytics.Models.Evaluation;

namespace Analytics.Models;

/// <summary>How one way to foresee amounts did on customers and periods that its training never saw.</summary>
internal sealed record TestedAmounts(Contender Contender)
{
    /// <summary>Mean deviance, 4 (√y − √m)² / √m (Tweedie, power 1.5): least, in the long run, for the true expectation.</summary>
    internal required Estimate Deviance { get; init; }

    /// <summary>The distances between what was said and what was brought, as a share of all that was brought.</summary>
    internal required Estimate Error { get; init; }

    /// <summary>All that was said.</summary>
    internal required double Said { get; init; }
}

/// <summary>The ways to foresee amounts at the past dates of the test, and the one to use: the least deviance of those that look further than the last period.</summary>
internal sealed record AmountBacktest(IReadOnlyList<TestedAmounts> Tested, int Rows, double Brought)
{
    internal TestedAmounts Naive => Tested[0];

    internal TestedAmounts Best => Tested.Skip(1).MinBy(tested => tested.Deviance.Value)!;

    /// <summary>Null where no tested customer's history is known.</summary>
    internal static AmountBacktest? Run(PotentialPanel panel, IReadOnlyList<TimeSplit> folds, ChurnOptions options)
    {
        var tests = folds.Select(fold => Array.FindAll(fold.TestRows, row => double.IsFinite(panel.Expected[row]))).ToList();
        var rows = tests.SelectMany(test => test).ToArray();
        if (rows.Length == 0) return null;
        var trained = folds.Select(fold => AmountModels.Train(panel, fold.TrainRows, options)).ToList();
        var brought = Array.ConvertAll(rows, row => panel.Brought(row));
        var bootstrap = ChurnBacktest.Resampling(rows.Length, options);
        var customers = ChurnBacktest.Customers(panel.Customers, rows);
        // What only some folds had rows enough for cannot be compared.
        var tested = trained[0].Select(model => model.Contender)
            .Where(contender => trained.TrueForAll(fold => fold.Exists(model => model.Contender == contender)))
            .Select(contender => Measure(contender, trained.SelectMany((fold, i) => fold.Find(model => model.Contender == contender)!.Of(tests[i])).ToArray(), brought, customers, bootstrap))
            .ToList();
        return new(tested, rows.Length, brought.Sum());
    }

    private static TestedAmounts Measure(Contender contender, double[] said, double[] brought, int[] customers, Bootstrap bootstrap)
    {
        var deviances = said.Zip(brought, Losses.Amount).ToArray();
        var (distances, all) = (said.Zip(brought, (one, other) => Math.Abs(one - other)).ToArray(), brought);
        var figures = bootstrap.Of(customers, weights => Losses.Mean(deviances, weights), weights => Losses.Mean(distances, weights) / Losses.Mean(all, weights));
        return new(contender) { Deviance = figures[0], Error = figures[1], Said = said.Sum() };
    }
}
