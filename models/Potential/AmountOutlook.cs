using Analytics.Models.Lifetime;
using MathNet.Numerics;

namespace Analytics.Models;

/// <summary>
/// A customer's amount over some days, before anything is learnt from labels: P(at least one purchase) and their expected number from a lifetime model,
/// their number geometric from the first one on, their sum as the gamma-gamma model has it.
/// </summary>
internal sealed record AmountOutlook(double Buys, double Purchases, Spending Spending)
{
    private const int MostPurchases = 100;
    private const int MostWeighed = 2_000;
    private const double Negligible = 1e-4;

    internal static AmountOutlook Of(LifetimeModel model, PurchaseHistory history, Spending spending, int days)
    {
        var buys = model.BuysAgain(history, days);
        return new(buys, Math.Max(buys, model.ExpectedPurchases(history, days)), spending);
    }

    /// <summary>The same, with another chance of ordering at all.</summary>
    internal AmountOutlook Given(double? buys) => buys is { } given && Buys > 0 ? this with { Buys = given, Purchases = given * Purchases / Buys } : this;

    internal double Expected(GammaGamma amounts) => Purchases * Math.Max(0, amounts.ExpectedAmount(Spending));

    /// <summary>
    /// P(the sum of its amounts exceeds the threshold). Given n purchases, the sum of gamma(p n, ν) amounts with ν ~ gamma(q + p x, v + x m)
    /// has a beta prime distribution (Johnson, Kotz and Balakrishnan 1995, section 27.8).
    /// </summary>
    internal double Above(double threshold, GammaGamma amounts)
    {
        if (Buys <= 0) return 0;
        if (threshold <= 0) return Buys;
        var more = 1 - Buys / Purchases;
        var (q, v) = (amounts.Q + amounts.P * Spending.Purchases, amounts.V + Spending.Purchases * Math.Max(0, Spending.MeanAmount));
        double sum = 0, exactly = 1 - more, left = 1, above = 0;
        for (var n = 1; n <= MostPurchases && left * (1 - above) > Negligible; n++)
        {
            above = amounts.Converged ? 1 - SpecialFunctions.BetaRegularized(amounts.P * n, q, threshold / (threshold + v)) : n * amounts.MeanWhereUnfitted > threshold ? 1 : 0;
            sum += exactly * above;
            left -= exactly;
            exactly *= more;
        }
        // The more purchases, the likelier: those left out exceed it at least as surely as the last.
        return Buys * Math.Clamp(sum + left * above, 0, 1);
    }

    /// <summary>Each customer's P(top fifth): above the amount that as many are expected to exceed as a fifth of them is.</summary>
    internal static double[] TopFifth(IReadOnlyList<AmountOutlook> outlooks, GammaGamma amounts)
    {
        var sample = outlooks.Where((_, i) => i % (1 + outlooks.Count / MostWeighed) == 0).ToList();
        var threshold = Threshold(sample, amounts, places: sample.Count * (outlooks.Count / 5) / (double)Math.Max(1, outlooks.Count));
        return Chances(outlooks, threshold, amounts);
    }

    private static double[] Chances(IReadOnlyList<AmountOutlook> outlooks, double threshold, GammaGamma amounts)
    {
        var chances = new double[outlooks.Count];
        Parallel.For(0, chances.Length, i => chances[i] = outlooks[i].Above(threshold, amounts));
        return chances;
    }

    private static double Threshold(List<AmountOutlook> sample, GammaGamma amounts, double places)
    {
        if (sample.Sum(one => one.Buys) <= places) return 0;
        var (low, high) = (0.0, 4 * sample.Max(one => one.Expected(amounts)));
        while (high - low > 1e-3 * high)
        {
            var middle = (low + high) / 2;
            if (Chances(sample, middle, amounts).Sum() > places) low = middle;
            else high = middle;
        }
        return high;
    }
}
