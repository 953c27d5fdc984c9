namespace Analytics.Models;

/// <summary>
/// What the customers of the as-of date are expected to bring over the horizon, by the best way found, refitted on every past date:
/// the amount and the same discounted. Where nothing could be tested, the lifetime model's.
/// </summary>
internal sealed record AmountFinal(IReadOnlyDictionary<int, (double Amount, double Discounted)> Amounts)
{
    internal static AmountFinal Train(PotentialPanel panel, int[] rows, AmountBacktest? backtest, ChurnOptions options)
    {
        var labelled = panel.Customers.LabelledRows();
        var level = AmountModels.Level(panel, panel.Expected, labelled);
        var told = Array.FindAll(rows, row => panel.OverHorizon.TryGetValue(row, out var outlook) && double.IsFinite(outlook.Amount));
        var trees = backtest is null || backtest.Best.Contender == AmountModels.Lifetime
            ? null
            : AmountModels.Train(panel, labelled, options).Find(model => model.Contender == AmountModels.Boosting)?.Of(told);
        return new(told.Select((row, i) => (row, Amount: Of(panel.OverHorizon[row], trees?[i]))).ToDictionary(one => one.row, one => one.Amount));

        (double Amount, double Discounted) Of(Outlook outlook, double? learnt)
        {
            var (lifetime, discounted) = (outlook.Amount * level, outlook.Discounted * level);
            if (learnt is not { } amount || !(lifetime > 0)) return (lifetime, discounted);
            amount *= outlook.Stretch;
            if (backtest!.Best.Contender == AmountModels.Blend) amount = Math.Sqrt(amount * lifetime);
            return (amount, discounted * amount / lifetime);
        }
    }

    /// <summary>
    /// The rows' amounts, none below what its chance of the top fifth alone is worth: an expectation is at least the chance of an amount times that amount
    /// (Markov's inequality). Null where nothing is known.
    /// </summary>
    internal (double Amount, double Discounted)?[] AtLeast(int[] rows, double[] chances, PotentialPanel panel)
    {
        var entrance = panel.Entrance() * (Amounts.Count == 0 ? 0 : Amounts.Values.Average(one => one.Amount));
        return [.. rows.Select((row, i) => Amounts.TryGetValue(row, out var known) ? Raised(known, chances[i] * entrance) : ((double, double)?)null)];
    }

    private static (double Amount, double Discounted) Raised((double Amount, double Discounted) known, double least) =>
        known.Amount > 0 && known.Amount < least ? (least, known.Discounted * least / known.Amount) : known;
}
