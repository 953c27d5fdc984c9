using Analytics.Models.Features;
using Analytics.Models.Lifetime;

namespace Analytics.Models;

/// <summary>What a customer is expected to bring over the horizon: purchases, amount, and the amount discounted at 10 % a year, in four steps; weighed by the chance of ordering at all, where one is given.</summary>
internal sealed record Outlook(double Orders, double Amount, double Discounted)
{
    private const int Steps = 4;
    private const double YearlyRate = 0.10;

    /// <summary>How many times the purchases of the days that are learnt are expected over the horizon.</summary>
    internal double Stretch { get; private init; } = 1;

    internal static Outlook Of(LifetimeModel model, KnownHistory known, GammaGamma amounts, (int Days, int Learnt) over, double? buys)
    {
        var days = over.Days;
        var each = Math.Max(0, amounts.ExpectedAmount(PotentialPanel.Spent(known)));
        double before = 0, discounted = 0;
        for (var step = 1; step <= Steps; step++)
        {
            var until = model.ExpectedPurchases(known.History, (double)days * step / Steps);
            var middle = days * (step - 0.5) / Steps;
            discounted += (until - before) * each / Math.Pow(1 + YearlyRate, middle / 365);
            before = until;
        }
        var sure = model.BuysAgain(known.History, days);
        var weight = buys is { } given && sure > 0 ? given / sure : 1;
        var learnt = model.ExpectedPurchases(known.History, over.Learnt);
        return new(before * weight, before * each * weight, discounted * weight) { Stretch = learnt > 0 ? before / learnt : 1 };
    }
}
