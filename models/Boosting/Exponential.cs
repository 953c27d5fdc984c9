using System.Runtime.Intrinsics;

namespace Analytics.Models.Boosting;

/// <summary>
/// eˣ by stated operations, four at once: the runtime's own differs in the last bit from one machine to another, and a model must not.
/// x = n ln 2 + r with |r| ≤ ln 2 / 2 (Cody and Waite 1980), eʳ by its series to the 12th power; within 2 units of the last place.
/// </summary>
internal static class Exponential
{
    private const double Greatest = 700;
    private const double PerLog2 = 1.4426950408889634;
    private const double Log2High = 0.693147180369123816490;
    private const double Log2Low = 1.90821492927058770002e-10;

    /// <summary>Added and taken away again, it rounds to a whole number; in between, the number stands in the low bits.</summary>
    private const double Rounder = 3L << 51;

    private static readonly double[] s_series = [.. Enumerable.Range(0, 13).Select(n => 1 / Enumerable.Range(1, n).Aggregate(1.0, (product, i) => product * i))];

    /// <summary>What the vector must equal, operation by operation.</summary>
    internal static double Of(double x)
    {
        var within = Math.Min(Math.Max(x, -Greatest), Greatest);
        var rounded = within * PerLog2 + Rounder;
        var n = rounded - Rounder;
        var r = within - n * Log2High - n * Log2Low;
        var sum = s_series[^1];
        for (var power = s_series.Length - 2; power >= 0; power--) sum = sum * r + s_series[power];
        return sum * BitConverter.Int64BitsToDouble((BitConverter.DoubleToInt64Bits(rounded) + 1023) << 52);
    }

    internal static Vector256<double> Of(Vector256<double> x)
    {
        var within = Vector256.Min(Vector256.Max(x, Vector256.Create(-Greatest)), Vector256.Create(Greatest));
        var rounded = within * PerLog2 + Vector256.Create(Rounder);
        var n = rounded - Vector256.Create(Rounder);
        var r = within - n * Log2High - n * Log2Low;
        var sum = Vector256.Create(s_series[^1]);
        for (var power = s_series.Length - 2; power >= 0; power--) sum = sum * r + Vector256.Create(s_series[power]);
        return sum * ((rounded.AsInt64() + Vector256.Create(1023L)) << 52).AsDouble();
    }
}
