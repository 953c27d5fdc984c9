using Analytics.Models.Boosting;

namespace Analytics.Models;

/// <summary>A way to foresee what customers bring over the days that are learnt: an amount for each row asked of; NaN where nothing is known.</summary>
internal sealed record AmountModel(Contender Contender, Func<int[], double[]> Of);

/// <summary>The ways to foresee amounts, each at the level that its training rows brought.</summary>
internal static class AmountModels
{
    internal static Contender Last { get; } = new("amount_last", "the last period's amount", "le montant de la dernière période");

    internal static Contender Lifetime { get; } = new("amount_lifetime", "the lifetime model", "le modèle de durée de vie");

    internal static Contender Boosting { get; } = new("amount_boosting", "boosted trees", "les arbres boostés");

    internal static Contender Blend { get; } = new("amount_blend", "the blend of lifetime model and trees", "le mélange du modèle de durée de vie et des arbres");

    private const double Power = 1.5;

    /// <summary>The naive one first; trees, and their blend with the lifetime model, from as many rows as churn's.</summary>
    internal static List<AmountModel> Train(PotentialPanel panel, int[] rows, ChurnOptions options)
    {
        var lifetime = Levelled(Lifetime, panel.Expected, panel, rows);
        var models = new List<AmountModel> { Levelled(Last, panel.Recent, panel, rows), lifetime };
        if (Trees(panel, rows, options) is not { } trees) return models;
        return [.. models, trees, new(Blend, asked => [.. lifetime.Of(asked).Zip(trees.Of(asked), (one, other) => Math.Sqrt(one * other))])];
    }

    private static AmountModel Levelled(Contender contender, double[] amounts, PotentialPanel panel, int[] rows)
    {
        var level = Level(panel, amounts, rows);
        return new(contender, asked => Array.ConvertAll(asked, row => amounts[row] * level));
    }

    /// <summary>What the rows' customers brought against the amounts said of them: the lifetime model's, which know no losses, are brought to this level.</summary>
    internal static double Level(PotentialPanel panel, double[] amounts, int[] rows)
    {
        var known = Array.FindAll(rows, row => double.IsFinite(amounts[row]));
        var said = known.Sum(row => amounts[row]);
        return said > 0 ? known.Sum(panel.Brought) / said : 1;
    }

    /// <summary>Trees of the shape of churn's, with the loss of amounts that are often 0 and rarely large (Tweedie); null where there are too few rows.</summary>
    private static AmountModel? Trees(PotentialPanel panel, int[] rows, ChurnOptions options)
    {
        var mean = rows.Length == 0 ? 0 : rows.Average(panel.Brought);
        if (rows.Length < options.FewestForTrees || !(mean > 0)) return null;
        // Learnt as multiples of the mean: the least weight of a leaf then means the same in every currency.
        var training = new TrainingRows(panel.Customers.Features.Take(rows), Array.ConvertAll(rows, row => panel.Brought(row) / mean));
        var trees = BoostingTrainer.Train(training, BoostingLoss.Tweedie(Power), Contenders.Shape(rows.Length, options));
        return new(Boosting, asked => Array.ConvertAll(trees.Predict(panel.Customers.Features.Take(asked)), multiple => multiple * mean));
    }
}
