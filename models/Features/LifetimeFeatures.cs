using Analytics.Models.Lifetime;
using Analytics.Models.Logistic;

namespace Analytics.Models.Features;

/// <summary>
/// What a lifetime model says of each customer at each cutoff, fitted on the histories known at that cutoff alone: so the test cutoff
/// never sees its own horizon. Silent customers are in the fit too; without them everyone would look alive.
/// </summary>
internal static class LifetimeFeatures
{
    /// <summary>The log-odds of no purchase within the days that are learnt.</summary>
    internal const string Silence = "lifetime_silence";

    /// <summary>The purchases to expect within the days that are learnt.</summary>
    internal const string Purchases = "lifetime_orders";

    private const int MostFitted = 10_000;
    private const double Certain = 1e-6;

    internal static CustomerPanel AddTo(CustomerPanel panel)
    {
        if (panel.Histories.Count == 0 || panel.Features.Names.Contains(Silence, StringComparer.Ordinal)) return panel;
        var (silence, purchases) = (panel.Features.Missing(), panel.Features.Missing());
        var rows = Enumerable.Range(0, panel.Features.Rows).ToLookup(row => panel.Cutoffs[row]);
        var models = new Dictionary<DateOnly, LifetimeModel>();
        foreach (var cutoff in panel.Histories.GroupBy(known => known.Cutoff))
        {
            var histories = cutoff.ToDictionary(known => known.AccountId, known => known.History, StringComparer.Ordinal);
            if (Fit(histories.Values) is not { } model) continue;
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

    /// <summary>
    /// BG/NBD or MBG/NBD, whichever makes these histories the likelier (both have four parameters); null where neither converges,
    /// and the features are then missing. A large base is fitted on an even sample of it.
    /// </summary>
    internal static LifetimeModel? Fit(IReadOnlyCollection<PurchaseHistory> histories)
    {
        var step = 1 + (histories.Count - 1) / MostFitted;
        var groups = HistoryGroups.Of(histories.Where((_, i) => i % step == 0));
        return new[] { LifetimeFit.BgNbd(groups), LifetimeFit.MbgNbd(groups) }
            .Where(fit => fit.Converged)
            .MaxBy(fit => fit.LogLikelihood)?.Model;
    }
}
