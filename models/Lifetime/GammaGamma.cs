using MathNet.Numerics;

namespace Analytics.Models.Lifetime;

/// <summary>A customer's number of purchases x and their mean amount.</summary>
internal sealed record Spending(int Purchases, double MeanAmount);

/// <summary>
/// Gamma-Gamma (Fader and Hardie 2013, "The gamma-gamma model of monetary value"): amounts ~ gamma(p, ν), ν ~ gamma(q, v);
/// it draws a customer's mean amount towards everyone's, the more the fewer its purchases.
/// </summary>
internal sealed record GammaGamma(double P, double Q, double V, double MeanWhereUnfitted, bool Converged)
{
    /// <summary>The maximum likelihood fit on customers that have bought for positive amounts; where there is none, the plain mean stands in.</summary>
    internal static GammaGamma Fit(IEnumerable<Spending> customers)
    {
        var usable = customers.Where(spending => spending.Purchases > 0 && spending.MeanAmount > 0 && double.IsFinite(spending.MeanAmount)).ToList();
        var mean = usable.Count == 0 ? double.NaN : usable.Average(spending => spending.MeanAmount);
        var scaled = usable.ConvertAll(spending => spending with { MeanAmount = spending.MeanAmount / mean });
        double[][] starts = [[0, 0.5, 0], [1.8, 1.3, -0.5], [-0.5, 2, 1]];
        var best = starts
            .Select(start => usable.Count < 2 ? new Minimum(start, 0, false) : Bfgs.Minimise((point, gradient) => Objective(scaled, point, gradient), start))
            .OrderByDescending(minimum => minimum.Converged)
            .ThenBy(minimum => minimum.Value)
            .First();
        var (p, q, v) = (Math.Exp(best.Point[0]), Math.Exp(best.Point[1]), Math.Exp(best.Point[2]) * mean);
        return new GammaGamma(p, q, v, mean, best.Converged && q > 1);
    }

    /// <summary>The expected amount of a purchase, p (v + x m) / (p x + q − 1) (eq. 5).</summary>
    internal double ExpectedAmount(Spending spending) => Converged
        ? P * (V + spending.Purchases * spending.MeanAmount) / (P * spending.Purchases + Q - 1)
        : MeanWhereUnfitted;

    /// <summary>Equation 1a: fills the gradient in (p, q, v).</summary>
    internal static double LogLikelihood(IReadOnlyList<Spending> customers, double p, double q, double v, Span<double> gradient)
    {
        gradient.Clear();
        double sum = 0;
        var (logGammaQ, slopeQ) = (SpecialFunctions.GammaLn(q), SpecialFunctions.DiGamma(q));
        foreach (var (x, mean) in customers)
        {
            var (px, total) = (p * x, v + x * mean);
            var (logTotal, slopeBoth) = (Math.Log(total), SpecialFunctions.DiGamma(px + q));
            sum += SpecialFunctions.GammaLn(px + q) - SpecialFunctions.GammaLn(px) - logGammaQ
                + q * Math.Log(v) + (px - 1) * Math.Log(mean) + px * Math.Log(x) - (px + q) * logTotal;
            gradient[0] += x * (slopeBoth - SpecialFunctions.DiGamma(px) + Math.Log(mean) + Math.Log(x) - logTotal);
            gradient[1] += slopeBoth - slopeQ + Math.Log(v) - logTotal;
            gradient[2] += q / v - (px + q) / total;
        }
        return sum;
    }

    private static double Objective(List<Spending> customers, double[] point, double[] gradient)
    {
        if (point.Max(Math.Abs) > 12) return double.PositiveInfinity;
        var parameters = Array.ConvertAll(point, Math.Exp);
        var value = LogLikelihood(customers, parameters[0], parameters[1], parameters[2], gradient);
        for (var j = 0; j < 3; j++) gradient[j] *= -parameters[j] / customers.Count;
        return -value / customers.Count;
    }
}
