using Analytics.Models.Evaluation;

namespace Analytics.Models.Tests;

/// <summary>Numbers drawn from the families that lifetime models are made of.</summary>
internal static class Variates
{
    /// <summary>Marsaglia and Tsang (2000), with the boost for shapes below 1.</summary>
    internal static double Gamma(SplitMix64 random, double shape)
    {
        if (shape < 1) return Gamma(random, shape + 1) * Math.Pow(1 - random.Uniform(), 1 / shape);
        var d = shape - 1.0 / 3;
        while (true)
        {
            var normal = Math.Sqrt(-2 * Math.Log(1 - random.Uniform())) * Math.Cos(2 * Math.PI * random.Uniform());
            var v = Math.Pow(1 + normal / Math.Sqrt(9 * d), 3);
            if (v > 0 && Math.Log(1 - random.Uniform()) < normal * normal / 2 + d - d * v + d * Math.Log(v)) return d * v;
        }
    }
}
