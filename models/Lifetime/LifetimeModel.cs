namespace Analytics.Models.Lifetime;

/// <summary>
/// A "buy till you die" model: purchases at a customer's own rate until an unobserved end.
/// Parameters are positive; those at TimeParameters are times, in the unit of the histories.
/// </summary>
internal abstract record LifetimeModel
{
    /// <summary>As the literature calls it.</summary>
    internal abstract string Name { get; }

    internal abstract double[] Parameters { get; }

    internal abstract int[] TimeParameters { get; }

    internal abstract LifetimeModel With(double[] parameters);

    /// <summary>The customers' log-likelihood; fills its gradient in the parameters.</summary>
    internal abstract double LogLikelihood(HistoryGroups customers, Span<double> gradient);

    /// <summary>The probability that the customer has not ended at the end of observation.</summary>
    internal abstract double Alive(PurchaseHistory history);

    /// <summary>The expected number of purchases in the horizon that follows.</summary>
    internal abstract double ExpectedPurchases(PurchaseHistory history, double horizon);

    /// <summary>
    /// P(at least one purchase in the horizon): the complement of having stayed silent over it,
    /// L(x, t_x, T + h) / L(x, t_x, T), for silence after T is a history too.
    /// </summary>
    internal double BuysAgain(PurchaseHistory history, double horizon)
    {
        var longer = LogLikelihood(history.StillSilentAfter(horizon));
        return Math.Clamp(-Math.Exp(longer - LogLikelihood(history)) + 1, 0, 1);
    }

    internal double LogLikelihood(PurchaseHistory history) =>
        LogLikelihood(new HistoryGroups([history], [1]), stackalloc double[Parameters.Length]);
}
