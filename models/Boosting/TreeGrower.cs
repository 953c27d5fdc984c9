namespace Analytics.Models.Boosting;

/// <summary>Grows a tree leaf-wise: the leaf whose split gains most is split next, until there are enough leaves or no gain.</summary>
internal sealed class TreeGrower(BinnedRows binned, PackedGradients gradients, BoostingOptions options)
{
    private readonly SplitFinder _finder = new(binned, gradients, options);
    private readonly RowPartition _rows = new(binned.Rows, binned.MissingBin, options.Threads);
    private readonly Stack<long[]> _spare = [];

    /// <summary>A leaf in the making: its rows, its sums by bin, and its best split.</summary>
    private sealed record Growing(int Node, int Start, int Count, long Total, long[] Sums, Split? Split);

    /// <summary>A tree for the current derivatives; adds its values to the scores of the training rows.</summary>
    internal Tree Grow(double[] scores)
    {
        _rows.Reset();
        var nodes = new TreeNodes();
        var leaves = new List<Growing> { Root(nodes) };
        while (leaves.Count < options.Leaves && Next(leaves) is { } leaf)
        {
            var (left, right) = Divide(nodes, leaf);
            leaves[leaves.IndexOf(leaf)] = left;
            leaves.Add(right);
        }
        foreach (var leaf in leaves)
        {
            nodes.SetValue(leaf.Node, _finder.LeafValue(leaf.Total));
            _spare.Push(leaf.Sums);
        }
        Work.Each(leaves.Count, binned.Rows < 50_000 ? 1 : options.Threads, i => AddToScores(leaves[i], nodes, scores));
        return nodes.ToTree();
    }

    /// <summary>Of equal gains, the leaf that came first.</summary>
    private static Growing? Next(List<Growing> leaves)
    {
        Growing? best = null;
        foreach (var leaf in leaves)
            if (leaf.Split is not null && (best is null || leaf.Split.Gain > best.Split!.Gain)) best = leaf;
        return best;
    }

    private Growing Root(TreeNodes nodes)
    {
        var total = 0L;
        foreach (var packed in gradients.Values) total += packed;
        var sums = Build(0, binned.Rows);
        return new Growing(nodes.Add(gradients.Second(total)), 0, binned.Rows, total, sums, _finder.Best(sums, total));
    }

    private (Growing Left, Growing Right) Divide(TreeNodes nodes, Growing leaf)
    {
        var split = leaf.Split!;
        var count = _rows.Divide(leaf.Start, leaf.Count, binned.ByColumn[split.Feature], split);
        var (leftFewer, other) = (count <= leaf.Count - count, leaf.Sums);
        var fewer = leftFewer ? Build(leaf.Start, count) : Build(leaf.Start + count, leaf.Count - count);
        Histogram.Subtract(leaf.Sums, fewer, other);
        var rest = leaf.Total - split.Left;
        var (left, right) = nodes.Divide(leaf.Node, split, Threshold(split), gradients.Second(split.Left), gradients.Second(rest));
        var (leftSums, rightSums) = leftFewer ? (fewer, other) : (other, fewer);
        return (
            new Growing(left, leaf.Start, count, split.Left, leftSums, _finder.Best(leftSums, split.Left)),
            new Growing(right, leaf.Start + count, leaf.Count - count, rest, rightSums, _finder.Best(rightSums, rest)));
    }

    private double Threshold(Split split)
    {
        var cuts = binned.Bins[split.Feature].Cuts;
        return split.Bin < cuts.Length ? cuts[split.Bin] : double.PositiveInfinity;
    }

    private long[] Build(int start, int count)
    {
        var pieces = Work.Pieces(count, options.Threads);
        var parts = Enumerable.Range(0, pieces).Select(_ => Spare()).ToArray();
        Work.Each(pieces, options.Threads, piece =>
        {
            var (from, to) = (Work.Edge(count, pieces, piece), Work.Edge(count, pieces, piece + 1));
            Array.Clear(parts[piece]);
            Histogram.Add(binned, _rows.Order.AsSpan(start + from, to - from), gradients.Values, parts[piece]);
        });
        foreach (var part in parts.Skip(1))
        {
            for (var i = 0; i < part.Length; i++) parts[0][i] += part[i];
            _spare.Push(part);
        }
        return parts[0];
    }

    private long[] Spare() => _spare.TryPop(out var sums) ? sums : new long[binned.Bins.Count * binned.Width];

    private void AddToScores(Growing leaf, TreeNodes nodes, double[] scores)
    {
        var value = nodes.Value(leaf.Node);
        foreach (var row in _rows.Order.AsSpan(leaf.Start, leaf.Count)) scores[row] += value;
    }
}
