using System.Runtime.CompilerServices;
using Analytics.Models.Features;

namespace Analytics.Models.Boosting;

/// <summary>
/// The training rows in bins, twice: by row, for histograms (all features of a row in one cache line or two);
/// by column for partitioning (one feature of many rows).
/// </summary>
internal sealed unsafe class BinnedRows
{
    private const int CacheLine = 64;
    private readonly byte[] _rows;

    private BinnedRows(IReadOnlyList<FeatureBins> bins, int rows)
    {
        (Bins, Rows, Stride) = (bins, rows, (bins.Count + 15) / 16 * 16);
        MissingBin = bins.Select(bin => bin.Count).DefaultIfEmpty(1).Max();
        _rows = GC.AllocateArray<byte>(checked((rows * Stride) + CacheLine), pinned: true);
        var address = (nuint)Unsafe.AsPointer(ref _rows[0]);
        ByRow = (byte*)((address + CacheLine - 1) / CacheLine * CacheLine);
        ByColumn = bins.Select(_ => new byte[rows]).ToArray();
    }

    internal IReadOnlyList<FeatureBins> Bins { get; }

    internal int Rows { get; }

    /// <summary>Bytes from one row to the next in ByRow.</summary>
    internal int Stride { get; }

    /// <summary>The bin of missing values: after the last of the feature that has most bins.</summary>
    internal int MissingBin { get; }

    /// <summary>The rows one after the other, padded, the first at a cache line's start; they live as long as this object.</summary>
    internal byte* ByRow { get; }

    internal byte[][] ByColumn { get; }

    internal static BinnedRows Of(FeatureTable features, BoostingOptions options)
    {
        var bins = new FeatureBins[features.Columns.Length];
        Work.Each(bins.Length, options.Threads, f => bins[f] = options.Categorical.Contains(features.Names[f], StringComparer.Ordinal)
            ? CategoryBins.Learn(features.Names[f], features.Columns[f])
            : QuantileBins.Learn(features.Columns[f], options.Seed));
        return Of(features, bins, options.Threads);
    }

    /// <summary>Rows in the bins that other rows were given.</summary>
    internal static BinnedRows Of(FeatureTable features, IReadOnlyList<FeatureBins> bins, int threads)
    {
        var binned = new BinnedRows(bins, features.Rows);
        Work.Each(bins.Count, threads, f =>
        {
            var column = binned.ByColumn[f];
            bins[f].Of(features.Columns[f], column);
            column.AsSpan().Replace(FeatureBins.Missing, (byte)binned.MissingBin);
        });
        Work.Chunks(features.Rows, threads, (from, to) => binned.Transpose(from, to));
        return binned;
    }

    private void Transpose(int from, int to)
    {
        const int Block = 256;
        for (var start = from; start < to; start += Block)
        {
            var end = Math.Min(start + Block, to);
            for (var f = 0; f < ByColumn.Length; f++)
            {
                var column = ByColumn[f].AsSpan(start, end - start);
                var into = ByRow + ((long)start * Stride) + f;
                for (var i = 0; i < column.Length; i++) into[(long)i * Stride] = column[i];
            }
        }
    }
}
