using MathNet.Numerics.Integration;

namespace Analytics.Models.Lifetime;

/// <summary>
/// Pareto/NBD (Schmittlein, Morrison and Colombo 1987): purchases at rate λ ~ gamma(r, α) until an end at rate μ ~ gamma(s, β).
/// </summary>
internal sealed record ParetoNbd(double R, double Alpha, double S, double Beta) : LifetimeModel
{
    private static readonly GaussLegendreRule s_rule = new(0, 1, 32);

    internal override string Name => "Pareto/NBD";

    internal override double[] Parameters => [R, Alpha, S, Beta];

    internal override int[] TimeParameters => [1, 3];

    internal override LifetimeModel With(double[] parameters) => new ParetoNbd(parameters[0], parameters[1], parameters[2], parameters[3]);

    /// <summary>
    /// Γ(r + x) α^r β^s / Γ(r) · [(α + T)^−(r+x) (β + T)^−s + ∫ s (α + u)^−(r+x) (β + u)^−(s+1) du], u from t_x to T: alive at T, or ended
    /// at u (Fader and Hardie 2005, "A note on deriving the Pareto/NBD model", eq. 15 before its hypergeometric form).
    /// </summary>
    internal override double LogLikelihood(HistoryGroups customers, Span<double> gradient)
    {
        var gamma = new RisingFactorial(R, customers.MostRepeats);
        Span<double> slope = stackalloc double[4];
        gradient.Clear();
        double sum = 0;
        for (var i = 0; i < customers.Histories.Count; i++)
        {
            var (history, count) = (customers.Histories[i], customers.Counts[i]);
            var ended = Ended(history, slope);
            sum += count * (gamma.Logarithm(history.Repeats) + R * Math.Log(Alpha) + S * Math.Log(Beta) + LogAliveAt(history) + Math.Log(1 + ended));
            gradient[0] += count * (gamma.Slope(history.Repeats) + Math.Log(Alpha) + slope[0]);
            gradient[1] += count * (R / Alpha + slope[1]);
            gradient[2] += count * (Math.Log(Beta) + slope[2]);
            gradient[3] += count * (S / Beta + slope[3]);
        }
        return sum;
    }

    internal override double Alive(PurchaseHistory history) => 1 / (1 + Ended(history, stackalloc double[4]));

    /// <summary>P(alive) (r + x)(β + T) / ((α + T)(s − 1)) · [1 − ((β + T)/(β + T + h))^(s−1)] (the same note, eq. 22), smooth through s = 1.</summary>
    internal override double ExpectedPurchases(PurchaseHistory history, double horizon)
    {
        var growth = Math.Log((Beta + history.Age + horizon) / (Beta + history.Age));
        var exponent = (S - 1) * growth;
        var bracket = Math.Abs(exponent) < 1e-8 ? growth : (1 - Math.Exp(-exponent)) / (S - 1);
        return Alive(history) * (R + history.Repeats) * (Beta + history.Age) / (Alpha + history.Age) * bracket;
    }

    private double LogAliveAt(PurchaseHistory history) =>
        -(R + history.Repeats) * Math.Log(Alpha + history.Age) - S * Math.Log(Beta + history.Age);

    /// <summary>
    /// The odds of having ended: the integral over the first term; the slope is that of ln(first term + integral).
    /// Over ln(u + the smaller of α and β) the integrand's singularities stay away from the path, so few nodes are exact to rounding.
    /// </summary>
    private double Ended(PurchaseHistory history, Span<double> slope)
    {
        var (power, smaller) = (R + history.Repeats, Math.Min(Alpha, Beta));
        var (from, logAlive) = (Math.Log(smaller + history.Last), LogAliveAt(history));
        var length = Math.Log(smaller + LatestEnd(history)) - from;
        slope[0] = -Math.Log(Alpha + history.Age);
        slope[1] = -power / (Alpha + history.Age);
        slope[2] = -Math.Log(Beta + history.Age);
        slope[3] = -S / (Beta + history.Age);
        double total = 0;
        for (var node = 0; node < s_rule.Order; node++)
        {
            var logU = from + length * s_rule.GetAbscissa(node);
            var u = Math.Exp(logU) - smaller;
            var (logAlphaU, logBetaU) = (Math.Log(Alpha + u), Math.Log(Beta + u));
            var part = s_rule.GetWeight(node) * length * S * Math.Exp(logU - power * logAlphaU - (S + 1) * logBetaU - logAlive);
            total += part;
            slope[0] -= part * logAlphaU;
            slope[1] -= part * power / (Alpha + u);
            slope[2] += part * (1 / S - logBetaU);
            slope[3] -= part * (S + 1) / (Beta + u);
        }
        for (var j = 0; j < 4; j++) slope[j] /= 1 + total;
        return total;
    }

    /// <summary>The end of observation, or, for a busy customer, the time after which ends add less than rounding to the integral.</summary>
    private double LatestEnd(PurchaseHistory history)
    {
        const double Negligible = 45;
        if (Fall(history, history.Age) <= Negligible) return history.Age;
        var (low, high) = (history.Last, history.Age);
        for (var halving = 0; halving < 60; halving++)
        {
            var middle = (low + high) / 2;
            if (Fall(history, middle) <= Negligible) low = middle;
            else high = middle;
        }
        return high;
    }

    /// <summary>How far the logarithm of the integrand has fallen at u since the last purchase.</summary>
    private double Fall(PurchaseHistory history, double u) =>
        (R + history.Repeats) * Math.Log((Alpha + u) / (Alpha + history.Last)) + (S + 1) * Math.Log((Beta + u) / (Beta + history.Last));
}
