using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.X86;

namespace Analytics.Models.Boosting;

/// <summary>Sums of packed derivatives by feature and bin, a feature's a fixed width from the next one's.</summary>
internal static unsafe class Histogram
{
    private const int RowsAhead = 16;
    private const int FeaturesAtOnce = 8;
    private const int LongsPerCacheLine = 8;

    /// <summary>The width of 255 bins and the missing one, known to the compiler so that it can spare the arithmetic.</summary>
    private const int Widest = 256 + LongsPerCacheLine;

    /// <summary>An odd number of cache lines: at a power of two, the same bin of every feature would compete for the same place in the cache.</summary>
    internal static int Width(BinnedRows binned) => (((binned.MissingBin / LongsPerCacheLine) + 1) | 1) * LongsPerCacheLine;

    /// <summary>A row's padding is summed too, which costs less than leaving it out.</summary>
    internal static long[] Empty(BinnedRows binned) =>
        new long[(binned.Bins.Count + FeaturesAtOnce - 1) / FeaturesAtOnce * FeaturesAtOnce * Width(binned)];

    /// <summary>What every faster way must equal: one feature after the other, one row after the other.</summary>
    internal static void Plain(BinnedRows binned, ReadOnlySpan<int> rows, long[] gradients, Span<long> sums)
    {
        for (var f = 0; f < binned.ByColumn.Length; f++)
            foreach (var row in rows)
                sums[f * Width(binned) + binned.ByColumn[f][row]] += gradients[row];
    }

    /// <summary>Row by row, fetching rows ahead of their use: a node's rows lie scattered, and waiting for memory is most of the cost.</summary>
    internal static void Add(BinnedRows binned, ReadOnlySpan<int> rows, long[] gradients, long[] sums)
    {
        var (groups, width) = ((binned.Bins.Count + FeaturesAtOnce - 1) / FeaturesAtOnce, Width(binned));
        fixed (int* order = rows)
        fixed (long* packed = gradients, into = sums)
        {
            if (width == Widest) Add(binned.ByRow, binned.Stride, order, rows.Length, packed, into, groups, Widest);
            else Add(binned.ByRow, binned.Stride, order, rows.Length, packed, into, groups, width);
        }
        GC.KeepAlive(binned);
    }

    /// <summary>The larger child's sums are its parent's less its sibling's.</summary>
    internal static void Subtract(long[] sums, long[] sibling)
    {
        var whole = MemoryMarshal.Cast<long, Vector<long>>(sums.AsSpan());
        var part = MemoryMarshal.Cast<long, Vector<long>>(sibling.AsSpan());
        for (var i = 0; i < whole.Length; i++) whole[i] -= part[i];
    }

    /// <summary>Two workers' sums are one.</summary>
    internal static void Merge(long[] sums, long[] others)
    {
        var all = MemoryMarshal.Cast<long, Vector<long>>(sums.AsSpan());
        var part = MemoryMarshal.Cast<long, Vector<long>>(others.AsSpan());
        for (var i = 0; i < all.Length; i++) all[i] += part[i];
    }

    internal static long Sum(ReadOnlySpan<long> bins)
    {
        var sum = 0L;
        foreach (var bin in bins) sum += bin;
        return sum;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Add(byte* bins, nint stride, int* order, int rows, long* gradients, long* sums, int groups, nint width)
    {
        for (var i = 0; i < rows; i++)
        {
            if (Sse.IsSupported && i + RowsAhead < rows)
            {
                Sse.Prefetch0(bins + order[i + RowsAhead] * stride);
                Sse.Prefetch0(gradients + order[i + RowsAhead]);
            }
            var gradient = gradients[order[i]];
            var row = bins + order[i] * stride;
            var into = sums;
            for (var group = 0; group < groups; group++, into += FeaturesAtOnce * width)
            {
                var eight = row + group * FeaturesAtOnce;
                into[eight[0]] += gradient;
                (into + width)[eight[1]] += gradient;
                (into + 2 * width)[eight[2]] += gradient;
                (into + 3 * width)[eight[3]] += gradient;
                (into + 4 * width)[eight[4]] += gradient;
                (into + 5 * width)[eight[5]] += gradient;
                (into + 6 * width)[eight[6]] += gradient;
                (into + 7 * width)[eight[7]] += gradient;
            }
        }
    }
}
