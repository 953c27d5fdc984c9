namespace Analytics.Models;

/// <summary>
/// What customers of a size bring: level × size ^ exponent, the exponent from 0 (size tells nothing) to 1 (twice the size, twice the amount). By Poisson's
/// likelihood, so that as much is said of the customers learnt from as they brought (Gourieroux, Monfort and Trognon 1984).
/// </summary>
internal sealed record AmountCurve(double Level, double Exponent)
{
    private const double Precision = 1e-6;

    internal double Of(double size) => Level * Math.Pow(size, Exponent);

    /// <summary>The likelihood is concave in the exponent: its slope, Σ y ln s / Σ y − Σ s^e ln s / Σ s^e, falls.</summary>
    internal static AmountCurve Fit(double[] sizes, double[] brought)
    {
        var sum = brought.Sum();
        if (!(sum > 0)) return new(0, 0);
        var logs = Array.ConvertAll(sizes, Math.Log);
        var mean = logs.Zip(brought, (log, amount) => log * amount).Sum() / sum;
        var (low, high) = (0.0, 1.0);
        while (high - low > Precision)
        {
            var middle = (low + high) / 2;
            if (Mean(logs, middle) < mean) low = middle;
            else high = middle;
        }
        return new(sum / sizes.Sum(size => Math.Pow(size, high)), high);
    }

    private static double Mean(double[] logs, double exponent)
    {
        var weights = Array.ConvertAll(logs, log => Math.Exp(exponent * log));
        return logs.Zip(weights, (log, weight) => log * weight).Sum() / weights.Sum();
    }
}
