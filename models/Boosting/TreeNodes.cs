namespace Analytics.Models.Boosting;

/// <summary>A tree while it grows.</summary>
internal sealed class TreeNodes(BinnedRows binned)
{
    private readonly List<Node> _nodes = [];

    private sealed record Node(double Cover)
    {
        internal int Feature { get; init; } = -1;

        internal double Threshold { get; init; }

        internal double[]? LeftCategories { get; init; }

        internal bool MissingLeft { get; init; }

        internal int Left { get; init; } = -1;

        internal int Right { get; init; } = -1;

        internal double Value { get; set; }
    }

    internal int Add(double cover)
    {
        _nodes.Add(new Node(cover));
        return _nodes.Count - 1;
    }

    internal (int Left, int Right) Divide(int node, Split split, double leftCover, double rightCover)
    {
        var (left, right) = (Add(leftCover), Add(rightCover));
        _nodes[node] = _nodes[node] with
        {
            Feature = split.Feature,
            Threshold = binned.Bins[split.Feature] is QuantileBins { Cuts: var cuts } ? Threshold(cuts, split.Bin) : 0,
            LeftCategories = binned.Bins[split.Feature] is CategoryBins { Codes: var codes } ? [.. split.Categories!.Order().Select(bin => codes[bin])] : null,
            MissingLeft = split.MissingLeft,
            Left = left,
            Right = right,
        };
        return (left, right);
    }

    internal void SetValue(int node, double value) => _nodes[node].Value = value;

    internal Tree ToTree() => new(
        [.. _nodes.Select(node => node.Feature)],
        [.. _nodes.Select(node => node.Threshold)],
        [.. _nodes.Select(node => node.LeftCategories)],
        [.. _nodes.Select(node => node.MissingLeft)],
        [.. _nodes.Select(node => node.Left)],
        [.. _nodes.Select(node => node.Right)],
        [.. _nodes.Select(node => node.Value)],
        [.. _nodes.Select(node => node.Cover)]);

    /// <summary>"All known values left" has no cut.</summary>
    private static double Threshold(double[] cuts, int bin) => bin < cuts.Length ? cuts[bin] : double.PositiveInfinity;
}
