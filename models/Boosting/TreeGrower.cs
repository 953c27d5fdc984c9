namespace Analytics.Models.Boosting;

/// <summary>Grows a tree leaf-wise: the leaf whose split gains most is split next, until there are enough leaves or no gain.</summary>
internal sealed class TreeGrower(BinnedRows binned, int[] trends, PackedGradients gradients, Sampling sampling, BoostingOptions options)
{
    private const int RowsWorthSharing = 50_000;

    private readonly SplitFinder _finder = new(binned, trends, gradients, options);
    private readonly LeafRules _rules = new(gradients, options);
    private readonly LeafSums _sums = new(binned, gradients, sampling, options.Threads);
    private readonly RowPartition _rows = new(binned.Rows, options.Threads);

    /// <summary>A tree for the current derivatives, no leaf of which takes a longer step upwards; adds its values to the scores of the training rows.</summary>
    internal Tree Grow(double[] scores, double longestStep = double.PositiveInfinity)
    {
        _rows.Reset();
        var (nodes, features) = (new TreeNodes(binned), sampling.DrawFeatures());
        var leaves = new List<GrowingLeaf> { Root(nodes, features) };
        while (leaves.Count < options.Leaves && Next(leaves) is { } leaf)
        {
            var (left, right) = Divide(nodes, leaf);
            if (leaves.Count + 1 < options.Leaves) Prepare(leaf, left, right, features);
            _sums.Release(leaf);
            leaves[leaves.IndexOf(leaf)] = left;
            leaves.Add(right);
        }
        leaves.ForEach(_sums.Release);
        var values = leaves.ConvertAll(leaf => options.Rate * Math.Min(_rules.Value(leaf.Total, leaf.Bounds), longestStep));
        for (var i = 0; i < leaves.Count; i++) nodes.SetValue(leaves[i].Node, values[i]);
        Work.Each(leaves.Count, binned.Rows < RowsWorthSharing ? 1 : options.Threads, i => AddToScores(leaves[i], values[i], scores));
        return nodes.ToTree();
    }

    /// <summary>Of equal gains, the leaf that came first.</summary>
    private static GrowingLeaf? Next(List<GrowingLeaf> leaves)
    {
        GrowingLeaf? best = null;
        foreach (var leaf in leaves)
            if (leaf.Split is not null && (best is null || leaf.Split.Gain > best.Split!.Gain)) best = leaf;
        return best;
    }

    private GrowingLeaf Root(TreeNodes nodes, int[] features)
    {
        var total = Histogram.Sum(gradients.Values);
        var root = new GrowingLeaf(nodes.Add(gradients.Second(total)), 0, binned.Rows, total, ValueBounds.None);
        _sums.Build(root, _rows.Order);
        root.Split = _finder.Best(root, features);
        return root;
    }

    private (GrowingLeaf Left, GrowingLeaf Right) Divide(TreeNodes nodes, GrowingLeaf leaf)
    {
        var split = leaf.Split!;
        var count = _rows.Divide(leaf.Start, leaf.Count, binned.ByColumn[split.Feature], split.Sides(binned.MissingBin));
        var rest = leaf.Total - split.Left;
        var (left, right) = nodes.Divide(leaf.Node, split, gradients.Second(split.Left), gradients.Second(rest));
        var (leftBounds, rightBounds) = _rules.Narrow(leaf.Bounds, trends[split.Feature], split.Left, rest);
        return (
            new GrowingLeaf(left, leaf.Start, count, split.Left, leftBounds),
            new GrowingLeaf(right, leaf.Start + count, leaf.Count - count, rest, rightBounds));
    }

    /// <summary>Finds the best splits of the halves that are heavy enough to have any.</summary>
    private void Prepare(GrowingLeaf parent, GrowingLeaf left, GrowingLeaf right, int[] features)
    {
        var (smaller, larger) = left.Count <= right.Count ? (left, right) : (right, left);
        var (first, second) = (_rules.MayDivide(smaller), _rules.MayDivide(larger));
        if (first || second) _sums.Build(smaller, _rows.Order);
        if (second) LeafSums.Inherit(parent, smaller, larger);
        if (first) smaller.Split = _finder.Best(smaller, features);
        if (second) larger.Split = _finder.Best(larger, features);
    }

    private void AddToScores(GrowingLeaf leaf, double value, double[] scores)
    {
        foreach (var row in _rows.Order.AsSpan(leaf.Start, leaf.Count)) scores[row] += value;
    }
}
