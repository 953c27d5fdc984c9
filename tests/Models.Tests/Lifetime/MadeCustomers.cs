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
        var rate = Variates.Gamma(random, Truth.R) / Truth.Alpha;
        var (first, second) = (Variates.Gamma(random, Truth.A), Variates.Gamma(random, Truth.B));
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
}
