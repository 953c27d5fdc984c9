using Analytics.Models.Lifetime;
using Analytics.Models.Logistic;

namespace Analytics.Models.Features;

/// <summary>
/// What a lifetime model says of each customer at each cutoff, fitted on the histories known at that cutoff alone: so the test cutoff
/// never sees its own horizon. The family is the likeliest at the first cutoff, and the same at all: what two families say cannot be learnt as one
/// feature. Silent customers are in the fit too; without them everyone would look alive.
/// </summary>
internal static class LifetimeFeatures
{
    /// <summary>The log-odds of no purchase within the days that are learnt.</summary>
    internal const string Silence = "lifetime_silence";

    /// <summary>The purchases to expect within the days that are learnt.</summary>
    internal const string Purchases = "lifetime_orders";

    private const double Certain = 1e-6;

    internal static CustomerPanel AddTo(CustomerPanel panel)
    {
        if (panel.Histories.Count == 0 || panel.Features.Names.Contains(Silence, StringComparer.Ordinal)) return panel;
        var (silence, purchases) = (panel.Features.Missing(), panel.Features.Missing());
        var rows = Enumerable.Range(0, panel.Features.Rows).ToLookup(row => panel.Cutoffs[row]);
        var models = new Dictionary<DateOnly, LifetimeModel>();
        LifetimeFamily? family = null;
        foreach (var cutoff in panel.Histories.GroupBy(known => known.Cutoff).OrderBy(cutoff => cutoff.Key))
        {
            var histories = cutoff.ToDictionary(known => known.AccountId, known => known.History, StringComparer.Ordinal);
            family ??= LifetimeFamily.Likeliest(histories.Values);
            if (family?.Model(histories.Values) is not { } model) continue;
            models[cutoff.Key] = model;
            foreach (var row in rows[cutoff.Key])
            {
                if (!histories.TryGetValue(panel.AccountIds[row], out var history)) continue;
                silence[row] = -Sigmoid.LogOdds(Math.Clamp(model.BuysAgain(history, panel.LearntDays), Certain, 1 - Certain));
                purchases[row] = model.ExpectedPurchases(history, panel.LearntDays);
            }
        }
        return panel with { Features = panel.Features.With((Silence, silence), (Purchases, purchases)), Lifetimes = models };
    }
}
