using System.Numerics;
using Analytics.Models.Features;

namespace Analytics.Models.Boosting;

/// <summary>
/// The training rows in bins, twice: by row, padded to 16 bytes, for histograms (all features of a row in one cache line or two);
/// by column for partitioning (one feature of many rows).
/// </summary>
internal sealed class BinnedRows
{
    private BinnedRows(IReadOnlyList<FeatureBins> bins, int rows)
    {
        (Bins, Rows, Stride) = (bins, rows, (bins.Count + 15) / 16 * 16);
        Width = (int)BitOperations.RoundUpToPowerOf2((uint)bins.Select(bin => bin.Count).DefaultIfEmpty(1).Max() + 1);
        ByRow = GC.AllocateArray<byte>(checked(rows * Stride), pinned: true);
        ByColumn = bins.Select(_ => new byte[rows]).ToArray();
    }

    internal IReadOnlyList<FeatureBins> Bins { get; }

    internal int Rows { get; }

    /// <summary>Bytes from one row to the next in ByRow.</summary>
    internal int Stride { get; }

    /// <summary>A power of two that holds every feature's bins and, last, the missing one.</summary>
    internal int Width { get; }

    internal int MissingBin => Width - 1;

    internal byte[] ByRow { get; }

    internal byte[][] ByColumn { get; }

    internal static BinnedRows Of(FeatureTable features, BoostingOptions options)
    {
        var bins = new FeatureBins[features.Columns.Length];
        Work.Each(bins.Length, options.Threads, f => bins[f] = FeatureBins.Learn(features.Columns[f], options.Seed));
        return Of(features, bins, options.Threads);
    }

    /// <summary>Rows in the bins that other rows were given.</summary>
    internal static BinnedRows Of(FeatureTable features, IReadOnlyList<FeatureBins> bins, int threads)
    {
        var binned = new BinnedRows(bins, features.Rows);
        Work.Each(bins.Count, threads, f =>
        {
            var (values, column) = (features.Columns[f], binned.ByColumn[f]);
            for (var row = 0; row < column.Length; row++) column[row] = (byte)(bins[f].Of(values[row]) & binned.MissingBin);
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
                var column = ByColumn[f];
                for (var row = start; row < end; row++) ByRow[row * Stride + f] = column[row];
            }
        }
    }
}
