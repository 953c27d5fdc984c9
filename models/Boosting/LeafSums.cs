namespace Analytics.Models.Boosting;

/// <summary>Gives leaves their sums by bin: of the smaller half its rows are added up, the larger has its parent's less the smaller's.</summary>
internal sealed class LeafSums(BinnedRows binned, PackedGradients gradients, Sampling sampling, int threads)
{
    private readonly Stack<long[]> _spare = [];

    internal void Build(GrowingLeaf leaf, int[] order)
    {
        leaf.Sums = Build(leaf, order, gradients.Values);
        if (sampling.CountsRows) leaf.Rows = Build(leaf, order, sampling.Drawn);
    }

    /// <summary>The larger half takes over its parent's arrays.</summary>
    internal static void Inherit(GrowingLeaf parent, GrowingLeaf smaller, GrowingLeaf larger)
    {
        (larger.Sums, larger.Rows, parent.Sums, parent.Rows) = (parent.Sums, parent.Rows, [], []);
        Histogram.Subtract(larger.Sums, smaller.Sums);
        Histogram.Subtract(larger.Rows, smaller.Rows);
    }

    internal void Release(GrowingLeaf leaf)
    {
        if (leaf.Sums.Length > 0) _spare.Push(leaf.Sums);
        if (leaf.Rows.Length > 0) _spare.Push(leaf.Rows);
        (leaf.Sums, leaf.Rows) = ([], []);
    }

    private long[] Build(GrowingLeaf leaf, int[] order, long[] values)
    {
        var parts = new long[Work.Workers(leaf.Count, threads)][];
        for (var part = 0; part < parts.Length; part++) parts[part] = Zeros();
        Work.Claim(leaf.Count, parts.Length, (worker, from, to) => Histogram.Add(binned, order.AsSpan(leaf.Start + from, to - from), values, parts[worker]));
        foreach (var part in parts.AsSpan(1))
        {
            Histogram.Merge(parts[0], part);
            _spare.Push(part);
        }
        return parts[0];
    }

    private long[] Zeros()
    {
        if (!_spare.TryPop(out var sums)) return Histogram.Empty(binned);
        Array.Clear(sums);
        return sums;
    }
}
