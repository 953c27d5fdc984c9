using Analytics.Models.Evaluation;
using Analytics.Models.Lifetime;

namespace Analytics.Models.Tests.Lifetime;

/// <summary>Customers drawn from a BG/NBD whose parameters are known, and their purchases in the horizon after.</summary>
internal static class MadeCustomers
{
    internal const int Horizon = 26;

    internal static readonly BetaGeometric Truth = new(0.8, 6, 1.5, 4);

    internal static List<(PurchaseHistory History, int Later)> Draw(int count, ulong seed)
    {
        var random = new SplitMix64(seed);
        return Enumerable.Range(0, count).Select(_ => Customer(random)).ToList();
    }

    private static (PurchaseHistory History, int Later) Customer(SplitMix64 random)
    {
        var rate = Gamma(random, Truth.R) / Truth.Alpha;
        var (first, second) = (Gamma(random, Truth.A), Gamma(random, Truth.B));
        var end = first / (first + second);
        var age = 20 + 20 * random.Uniform();
        var (time, last, repeats, later) = (0.0, 0.0, 0, 0);
        while (true)
        {
            time -= Math.Log(1 - random.Uniform()) / rate;
            if (time > age + Horizon) break;
            if (time <= age) (last, repeats) = (time, repeats + 1);
            else later++;
            if (random.Uniform() < end) break;
        }
        return (new PurchaseHistory(repeats, last, age), later);
    }

    /// <summary>Marsaglia and Tsang (2000), with the boost for shapes below 1.</summary>
    private static double Gamma(SplitMix64 random, double shape)
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
