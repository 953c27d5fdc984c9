namespace Analytics.Models.Lifetime;

/// <summary>A kind of lifetime model, and the most customers that it is fitted on: an even sample of a larger base.</summary>
internal sealed record LifetimeFamily(Func<HistoryGroups, LifetimeFit> Fit, int MostFitted)
{
    private const int MostCompared = 2_000;

    private static readonly LifetimeFamily[] s_all =
    [
        new(LifetimeFit.BgNbd, 10_000),
        new(LifetimeFit.MbgNbd, 10_000),
        // Its integrals take a hundred times as long.
        new(LifetimeFit.ParetoNbd, MostCompared),
    ];

    /// <summary>Whichever of BG/NBD, MBG/NBD and Pareto/NBD makes these histories the likeliest (all have four parameters); null where none converges.</summary>
    internal static LifetimeFamily? Likeliest(IReadOnlyCollection<PurchaseHistory> histories)
    {
        var groups = Sample(histories, MostCompared);
        return s_all.Select(family => (Family: family, Fitted: family.Fit(groups)))
            .Where(one => one.Fitted.Converged)
            .OrderByDescending(one => one.Fitted.LogLikelihood)
            .Select(one => one.Family)
            .FirstOrDefault();
    }

    /// <summary>The maximum likelihood fit; null where it does not converge.</summary>
    internal LifetimeModel? Model(IReadOnlyCollection<PurchaseHistory> histories) => Fit(Sample(histories, MostFitted)) is { Converged: true } fitted ? fitted.Model : null;

    private static HistoryGroups Sample(IReadOnlyCollection<PurchaseHistory> histories, int most)
    {
        var step = 1 + (histories.Count - 1) / most;
        return HistoryGroups.Of(histories.Where((_, i) => i % step == 0));
    }
}
