namespace Analytics.Models.Lifetime;

/// <summary>
/// A lifetime model fitted by maximum likelihood. Where the likelihood has no maximum inside the bounds (too little history: a ridge that
/// runs off to infinity), Pooled is true: the logarithms of the parameters were held near the start by a wide normal prior,
/// worth one customer, or one in a hundred of a larger base.
/// </summary>
internal sealed record LifetimeFit(LifetimeModel Model, double LogLikelihood, bool Pooled, bool Converged)
{
    /// <summary>Beyond e^±8 on inputs scaled to a mean age of 1, parameters are a limit and not an estimate.</summary>
    private const double Bound = 8;
    private const double PriorDeviation = 1.5;

    internal static LifetimeFit Of(IReadOnlyList<LifetimeModel> starts, HistoryGroups customers)
    {
        if (customers.Customers == 0) throw new ArgumentException("A lifetime model needs at least one customer.", nameof(customers));
        var meanAge = customers.Histories.Select((history, i) => history.Age * customers.Counts[i]).Sum() / customers.Customers;
        var scale = meanAge > 0 ? 1 / meanAge : 1;
        var scaled = customers.Scaled(scale);
        var best = Best(starts, scaled, penalty: 0);
        var pooled = !(best.Converged && best.Point.Max(Math.Abs) < Bound);
        if (pooled) best = Best(starts, scaled, penalty: 1 / (PriorDeviation * PriorDeviation));
        var model = Rescaled(starts[0].With(Array.ConvertAll(best.Point, Math.Exp)), 1 / scale);
        return new LifetimeFit(model, model.LogLikelihood(customers, new double[model.Parameters.Length]), pooled, best.Converged);
    }

    /// <summary>Starts that differ in how uneven the rates are and how fast customers end, for histories of mean age 1.</summary>
    internal static LifetimeFit BgNbd(HistoryGroups customers) => Of(BetaGeometricStarts(endsAfterFirst: false), customers);

    internal static LifetimeFit MbgNbd(HistoryGroups customers) => Of(BetaGeometricStarts(endsAfterFirst: true), customers);

    internal static LifetimeFit ParetoNbd(HistoryGroups customers) =>
        Of([new ParetoNbd(1, 1, 1, 1), new ParetoNbd(0.5, 0.2, 0.5, 0.3), new ParetoNbd(2, 0.5, 0.5, 3)], customers);

    private static BetaGeometric[] BetaGeometricStarts(bool endsAfterFirst) =>
        [new(1, 1, 1, 1, endsAfterFirst), new(0.3, 0.2, 0.8, 2.5, endsAfterFirst), new(2, 0.5, 0.3, 3, endsAfterFirst)];

    private static Minimum Best(IReadOnlyList<LifetimeModel> starts, HistoryGroups customers, double penalty)
    {
        var origin = Array.ConvertAll(starts[0].Parameters, Math.Log);
        return starts
            .Select(start => Bfgs.Minimise(
                (point, gradient) => Objective(start, customers, point, gradient) + Prior(point, gradient, origin, penalty / Math.Min(customers.Customers, 100)),
                Array.ConvertAll(start.Parameters, Math.Log)))
            .OrderByDescending(minimum => minimum.Converged)
            .ThenBy(minimum => minimum.Value)
            .First();
    }

    /// <summary>The mean negative log-likelihood as a function of the parameters' logarithms.</summary>
    private static double Objective(LifetimeModel model, HistoryGroups customers, double[] point, double[] gradient)
    {
        if (point.Max(Math.Abs) > 2 * Bound) return double.PositiveInfinity;
        var parameters = Array.ConvertAll(point, Math.Exp);
        var value = model.With(parameters).LogLikelihood(customers, gradient);
        for (var j = 0; j < point.Length; j++) gradient[j] *= -parameters[j] / customers.Customers;
        return -value / customers.Customers;
    }

    private static double Prior(double[] point, double[] gradient, double[] origin, double precision)
    {
        double sum = 0;
        for (var j = 0; j < point.Length; j++)
        {
            var distance = point[j] - origin[j];
            sum += precision / 2 * distance * distance;
            gradient[j] += precision * distance;
        }
        return sum;
    }

    private static LifetimeModel Rescaled(LifetimeModel model, double factor)
    {
        var parameters = model.Parameters;
        foreach (var time in model.TimeParameters) parameters[time] *= factor;
        return model.With(parameters);
    }
}
