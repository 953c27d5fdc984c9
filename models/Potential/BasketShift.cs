using Analytics.Models.Features;
using MathNet.Numerics.Distributions;

namespace Analytics.Models;

/// <summary>
/// What an order of the last period is worth against the same customer's orders of the period before: the median of the customers that ordered in both,
/// and whether so many fell, or rose, that chance does not explain it (sign test).
/// </summary>
internal sealed record BasketShift(double Ratio, int Customers, bool BeyondChance)
{
    private const int Fewest = 20;
    private const double WorthSaying = 0.1;
    private const double Chance = 0.001;

    internal bool IsTold => BeyondChance && Math.Abs(Ratio - 1) >= WorthSaying;

    /// <summary>The ratio where it is worth telling, else 1.</summary>
    internal static double LevelOf(CustomerPanel panel, int[] rows) => Of(panel, rows) is { IsTold: true } shift ? shift.Ratio : 1;

    /// <summary>Null where fewer than 20 customers ordered in both periods, or the exports do not tell.</summary>
    internal static BasketShift? Of(CustomerPanel panel) => Of(panel, panel.AsOfRows());

    /// <summary>The same as it was told by the customers of a past date.</summary>
    internal static BasketShift? Of(CustomerPanel panel, int[] rows)
    {
        if (Ratios("revenue_recent", "orders_recent") is not { } now || Ratios("revenue_before", "orders_before") is not { } before) return null;
        var shifts = now.Zip(before, (recent, earlier) => recent / earlier).Where(ratio => ratio > 0 && double.IsFinite(ratio)).Order().ToList();
        if (shifts.Count < Fewest) return null;
        var (fallen, risen) = (shifts.Count(ratio => ratio < 1), shifts.Count(ratio => ratio > 1));
        var asUneven = fallen + risen == 0 ? 1 : 2 * Binomial.CDF(0.5, fallen + risen, Math.Min(fallen, risen));
        return new(Evaluation.Bootstrap.Quantile(shifts, 0.5), shifts.Count, asUneven < Chance);

        double[]? Ratios(string amounts, string orders) =>
            panel.Features.Only(amounts).Columns.SingleOrDefault() is { } sums && panel.Features.Only(orders).Columns.SingleOrDefault() is { } counts
                ? Array.ConvertAll(rows, row => sums[row] / counts[row])
                : null;
    }
}
