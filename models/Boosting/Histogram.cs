using System.Runtime.Intrinsics.X86;

namespace Analytics.Models.Boosting;

/// <summary>Sums of packed derivatives by feature and bin, each feature as wide as the widest.</summary>
internal static class Histogram
{
    private const int RowsAhead = 16;

    /// <summary>What every faster way must equal: one feature after the other, one row after the other.</summary>
    internal static void Plain(BinnedRows binned, ReadOnlySpan<int> rows, long[] gradients, Span<long> sums)
    {
        sums.Clear();
        for (var f = 0; f < binned.ByColumn.Length; f++)
            foreach (var row in rows)
                sums[f * binned.Width + binned.ByColumn[f][row]] += gradients[row];
    }

    /// <summary>Row by row, fetching rows ahead of their use: a node's rows lie scattered, and waiting for memory is most of the cost.</summary>
    internal static unsafe void Add(BinnedRows binned, ReadOnlySpan<int> rows, long[] gradients, Span<long> sums)
    {
        var (features, stride, width) = (binned.ByColumn.Length, binned.Stride, binned.Width);
        fixed (byte* bins = binned.ByRow)
        fixed (long* packed = gradients, into = sums)
        fixed (int* order = rows)
        {
            for (var i = 0; i < rows.Length; i++)
            {
                if (Sse.IsSupported && i + RowsAhead < rows.Length)
                {
                    Sse.Prefetch0(bins + (long)order[i + RowsAhead] * stride);
                    Sse.Prefetch0(packed + order[i + RowsAhead]);
                }
                AddRow(bins + (long)order[i] * stride, features, width, packed[order[i]], into);
            }
        }
    }

    /// <summary>The larger child's sums are its parent's less its sibling's.</summary>
    internal static void Subtract(ReadOnlySpan<long> parent, ReadOnlySpan<long> sibling, Span<long> sums)
    {
        for (var i = 0; i < sums.Length; i++) sums[i] = parent[i] - sibling[i];
    }

    private static unsafe void AddRow(byte* bins, int features, int width, long gradient, long* into)
    {
        var f = 0;
        for (; f + 8 <= features; f += 8, into += 8 * width)
        {
            var eight = *(ulong*)(bins + f);
            into[(byte)eight] += gradient;
            into[width + (byte)(eight >> 8)] += gradient;
            into[2 * width + (byte)(eight >> 16)] += gradient;
            into[3 * width + (byte)(eight >> 24)] += gradient;
            into[4 * width + (byte)(eight >> 32)] += gradient;
            into[5 * width + (byte)(eight >> 40)] += gradient;
            into[6 * width + (byte)(eight >> 48)] += gradient;
            into[7 * width + (byte)(eight >> 56)] += gradient;
        }
        for (; f < features; f++, into += width) into[bins[f]] += gradient;
    }
}
