using System.Runtime.InteropServices;

namespace Analytics.Models.Boosting;

/// <summary>The least and the greatest value that a leaf may take; monotone constraints narrow them from split to split.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct ValueBounds(double Low, double High)
{
    internal static ValueBounds None { get; } = new(double.NegativeInfinity, double.PositiveInfinity);
}

/// <summary>What a leaf should say, how much the penalised second-order loss falls when it does (Chen and Guestrin 2016, eqs. 5 to 7), and whether it may be.</summary>
internal sealed class LeafRules(PackedGradients gradients, BoostingOptions options)
{
    /// <summary>−G / (H + λ), as near as the bounds allow.</summary>
    internal double Value(long sums, ValueBounds bounds) =>
        Math.Min(Math.Max(-gradients.First(sums) / (gradients.Second(sums) + options.Ridge), bounds.Low), bounds.High);

    internal double Gain(long left, long total, ValueBounds bounds) => Worth(left, bounds) + Worth(total - left, bounds) - Worth(total, bounds);

    internal bool Allows(long sums, long rows) =>
        PackedGradients.SecondOf(sums) >= gradients.SecondUnits(options.LeastLeafWeight) && (options.LeastLeafRows <= 1 || rows >= options.LeastLeafRows);

    /// <summary>Whether both halves of a split could be heavy enough.</summary>
    internal bool MayDivide(GrowingLeaf leaf) =>
        PackedGradients.SecondOf(leaf.Total) >= 2 * gradients.SecondUnits(options.LeastLeafWeight) && leaf.Count >= 2 * options.LeastLeafRows;

    internal bool Breaks(int trend, long left, GrowingLeaf leaf) =>
        trend != 0 && trend * Value(left, leaf.Bounds) > trend * Value(leaf.Total - left, leaf.Bounds);

    /// <summary>Neither half of a split on a feature with a trend may cross the middle, whatever grows below.</summary>
    internal (ValueBounds Left, ValueBounds Right) Narrow(ValueBounds bounds, int trend, long left, long right)
    {
        if (trend == 0) return (bounds, bounds);
        var middle = (Value(left, bounds) + Value(right, bounds)) / 2;
        var (below, above) = (bounds with { High = middle }, bounds with { Low = middle });
        return trend > 0 ? (below, above) : (above, below);
    }

    /// <summary>Twice the fall of the loss: G² / (H + λ) where nothing bounds the value.</summary>
    private double Worth(long sums, ValueBounds bounds)
    {
        var (first, second) = (gradients.First(sums), gradients.Second(sums) + options.Ridge);
        if (bounds == ValueBounds.None) return first * first / second;
        var value = Value(sums, bounds);
        return -(2 * first + second * value) * value;
    }
}
