namespace Analytics.Models;

/// <summary>
/// What the customers of the as-of date are expected to bring over the horizon, by the best way found, refitted on the past dates: the amount and the same
/// discounted. Where no past date tells, the lifetime model's.
/// </summary>
internal static class AmountFinal
{
    /// <summary>One for each row, which its chance of the top fifth goes with; null where nothing is known.</summary>
    internal static (double Amount, double Discounted)?[] Of(PotentialPanel panel, int[] rows, TopChances chances, AmountBacktest? backtest, ChurnOptions options)
    {
        var best = backtest?.Best.Contender ?? AmountModels.Lifetime;
        var model = AmountModels.Train(panel, panel.Customers.LabelledRows(), options).Find(model => model.Contender == best);
        var told = Array.FindAll(Enumerable.Range(0, rows.Length).ToArray(), i => panel.OverHorizon.TryGetValue(rows[i], out var outlook) && double.IsFinite(outlook.Amount));
        var outlooks = Array.ConvertAll(told, i => panel.OverHorizon[rows[i]]);
        var amounts = model is null
            ? Array.ConvertAll(outlooks, outlook => outlook.Amount)
            : Stretched(panel, model, Array.ConvertAll(told, i => rows[i]), new([.. told.Select(i => chances.OverHorizon[i])], [.. told.Select(i => chances.Learnt[i])]), outlooks);
        var level = backtest is { FollowsShifts: true } ? BasketShift.LevelOf(panel.Customers, rows) : 1;
        var worth = new (double, double)?[rows.Length];
        for (var i = 0; i < told.Length; i++) worth[told[i]] = (level * amounts[i], level * (outlooks[i].Amount > 0 ? outlooks[i].Discounted * amounts[i] / outlooks[i].Amount : amounts[i]));
        return worth;
    }

    /// <summary>Over a horizon longer than what is learnt, all amounts together grow as the purchases do, and a customer's size as its own.</summary>
    private static double[] Stretched(PotentialPanel panel, AmountModel model, int[] rows, TopChances chances, Outlook[] outlooks)
    {
        var sizes = model.Sizes(rows);
        var stretched = sizes.Zip(outlooks, (size, outlook) => size * outlook.Stretch).ToArray();
        var growth = sizes.Sum() > 0 ? stretched.Sum() / sizes.Sum() : 1;
        var amounts = stretched.Select((size, i) => model.Joined.Of(size / growth, chances.OverHorizon[i], panel.Ordering.Of(rows[i]))).ToArray();
        if (panel.Customers.HorizonDays == panel.Customers.LearntDays) return amounts;
        var level = growth * sizes.Select((size, i) => model.Joined.Of(size, chances.Learnt[i], panel.Ordering.Lifetime[rows[i]])).Sum() / amounts.Sum();
        return Array.ConvertAll(amounts, amount => amount * level);
    }
}
