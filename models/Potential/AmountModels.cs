using Analytics.Models.Boosting;

namespace Analytics.Models;

/// <summary>A way to foresee what customers bring over the days that are learnt: a size of each, and what their chance of the top fifth makes of it.</summary>
internal sealed record AmountModel(Contender Contender, Func<int[], double[]> Sizes, JoinedAmounts Joined);

/// <summary>The ways to foresee amounts, by whom they take a customer's size from.</summary>
internal static class AmountModels
{
    internal static Contender Last { get; } = new("amount_last", "the last period's amount", "le montant de la dernière période");

    internal static Contender Lifetime { get; } = new("amount_lifetime", "the lifetime model", "le modèle de durée de vie");

    internal static Contender Boosting { get; } = new("amount_boosting", "boosted trees", "les arbres boostés");

    internal static Contender LifetimeAndLast { get; } = new("amount_lifetime_last", "the lifetime model and the last period's amount together", "le modèle de durée de vie et le montant de la dernière période ensemble");

    internal static Contender Blend { get; } = new("amount_blend", "the lifetime model, the last period's amount and boosted trees together", "le modèle de durée de vie, le montant de la dernière période et les arbres boostés ensemble");

    private const double Power = 1.5;

    /// <summary>The rows that a lifetime model tells of are learnt from; none, no model. Trees come in from as many rows as churn's.</summary>
    internal static List<AmountModel> Train(PotentialPanel panel, int[] rows, ChurnOptions options)
    {
        rows = Array.FindAll(rows, row => double.IsFinite(panel.Expected[row]));
        if (rows.Length == 0) return [];
        Func<int[], double[]> lifetime = asked => Array.ConvertAll(asked, row => panel.Expected[row]);
        Func<int[], double[]> last = asked => Array.ConvertAll(asked, row => Math.Max(0, panel.Recent[row]));
        var models = new List<AmountModel> { Joined(Lifetime, lifetime), Joined(LifetimeAndLast, lifetime, last) };
        if (Trees(panel, rows, options) is { } trees) models.AddRange([Joined(Boosting, trees), Joined(Blend, lifetime, last, trees)]);
        return models;

        AmountModel Joined(Contender contender, params Func<int[], double[]>[] parts)
        {
            var least = Array.ConvertAll(parts, part => JoinedAmounts.LeastOf(part(rows)));
            double[] Sizes(int[] asked) => GeometricMean([.. parts.Select((part, i) => Array.ConvertAll(part(asked), size => Math.Max(least[i], size)))]);
            return new(contender, Sizes, JoinedAmounts.Fit(panel, rows, Sizes(rows)));
        }
    }

    private static double[] GeometricMean(double[][] sizes) =>
        [.. sizes[0].Select((_, i) => Math.Pow(sizes.Aggregate(1.0, (product, one) => product * one[i]), 1.0 / sizes.Length))];

    /// <summary>The last period's amounts, brought to the level of what the rows' customers brought next.</summary>
    internal static Func<int[], double[]> Naive(PotentialPanel panel, int[] rows)
    {
        var known = Array.FindAll(rows, row => double.IsFinite(panel.Recent[row]));
        var said = known.Sum(row => panel.Recent[row]);
        var level = said > 0 ? known.Sum(panel.Brought) / said : 1;
        return asked => Array.ConvertAll(asked, row => panel.Recent[row] * level);
    }

    /// <summary>Trees of the shape of churn's, with the loss of amounts that are often 0 and rarely large (Tweedie); null where there are too few rows.</summary>
    private static Func<int[], double[]>? Trees(PotentialPanel panel, int[] rows, ChurnOptions options)
    {
        var mean = rows.Average(panel.Brought);
        if (rows.Length < options.FewestForTrees || !(mean > 0)) return null;
        // Learnt as multiples of the mean: the least weight of a leaf then means the same in every currency.
        var training = new TrainingRows(panel.Customers.Features.Take(rows), Array.ConvertAll(rows, row => panel.Brought(row) / mean));
        var trees = BoostingTrainer.Train(training, BoostingLoss.Tweedie(Power), Contenders.Shape(rows.Length, options));
        return asked => Array.ConvertAll(trees.Predict(panel.Customers.Features.Take(asked)), multiple => multiple * mean);
    }
}
