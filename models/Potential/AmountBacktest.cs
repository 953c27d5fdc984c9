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

/// <summary>The ways to foresee amounts at the past dates of the test, with the chances of the top fifth that were given then, and the one to use: the least deviance of those that look further than the last period.</summary>
internal sealed record AmountBacktest(IReadOnlyList<TestedAmounts> Tested, int Rows, double Brought)
{
    internal TestedAmounts Naive => Tested[0];

    internal TestedAmounts Best => Tested.Skip(1).MinBy(tested => tested.Deviance.Value)!;

    /// <summary>Whether amounts are multiplied by a shift of the baskets where there is one: unless at past dates with one that made them worse.</summary>
    internal bool FollowsShifts { get; private init; }

    /// <summary>Null where no tested customer's history is known.</summary>
    internal static AmountBacktest? Run(PotentialPanel panel, ChurnBacktest backtest, ChurnOptions options)
    {
        var folds = Folds(panel, backtest, options).Where(fold => fold.Rows.Length > 0 && fold.Models.Count > 0).ToList();
        if (folds.Count == 0) return null;
        var rows = folds.SelectMany(fold => fold.Rows).ToArray();
        var brought = Array.ConvertAll(rows, row => panel.Brought(row));
        var bootstrap = ChurnBacktest.Resampling(rows.Length, options);
        var customers = ChurnBacktest.Customers(panel.Customers, rows);
        // What only some folds had rows enough for cannot be compared.
        var tested = folds[0].Models.Select(model => model.Contender)
            .Where(contender => folds.TrueForAll(fold => fold.Models.Exists(model => model.Contender == contender)))
            .Select(contender => Measured(contender, [.. folds.SelectMany(fold => fold.Said(contender, panel))]));
        var backtested = new AmountBacktest([Measured(AmountModels.Last, [.. folds.SelectMany(fold => fold.Naive(fold.Rows))]), .. tested], rows.Length, brought.Sum());
        return backtested with { FollowsShifts = Follow(folds.FindAll(fold => fold.Shift != 1), backtested.Best.Contender, panel) };

        TestedAmounts Measured(Contender contender, double[] said) => Measure(contender, said, brought, customers, bootstrap);
    }

    private static bool Follow(List<Fold> shifted, Contender best, PotentialPanel panel)
    {
        return Deviance(fold => fold.Shift) <= Deviance(_ => 1);

        double Deviance(Func<Fold, double> level) => shifted.Sum(fold => fold.Said(best, panel).Zip(fold.Rows, (said, row) => Losses.Amount(said * level(fold), panel.Brought(row))).Sum());
    }

    /// <summary>What was trained by a past date, and the rows that it is tested on, with their chances.</summary>
    private sealed record Fold(int[] Rows, double[] Chances, List<AmountModel> Models, Func<int[], double[]> Naive, double Shift)
    {
        internal IEnumerable<double> Said(Contender contender, PotentialPanel panel)
        {
            var model = Models.Find(model => model.Contender == contender)!;
            return model.Sizes(Rows).Select((size, i) => model.Joined.Of(size, Chances[i], panel.Ordering.Of(Rows[i])));
        }
    }

    private static IEnumerable<Fold> Folds(PotentialPanel panel, ChurnBacktest backtest, ChurnOptions options)
    {
        var from = 0;
        foreach (var fold in backtest.Folds)
        {
            var first = from;
            var known = Enumerable.Range(0, fold.TestRows.Length).Where(i => double.IsFinite(panel.Expected[fold.TestRows[i]])).ToArray();
            yield return new(
                Array.ConvertAll(known, i => fold.TestRows[i]), Array.ConvertAll(known, i => backtest.Winner.Probabilities[first + i]),
                AmountModels.Train(panel, fold.TrainRows, options), AmountModels.Naive(panel, fold.TrainRows), BasketShift.LevelOf(panel.Customers, fold.TestRows));
            from += fold.TestRows.Length;
        }
    }

    private static TestedAmounts Measure(Contender contender, double[] said, double[] brought, int[] customers, Bootstrap bootstrap)
    {
        var deviances = said.Zip(brought, Losses.Amount).ToArray();
        var (distances, all) = (said.Zip(brought, (one, other) => Math.Abs(one - other)).ToArray(), brought);
        var figures = bootstrap.Of(customers, weights => Losses.Mean(deviances, weights), weights => Losses.Mean(distances, weights) / Losses.Mean(all, weights));
        return new(contender) { Deviance = figures[0], Error = figures[1], Said = said.Sum() };
    }
}
