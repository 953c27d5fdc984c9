namespace Analytics.Models.Boosting;

/// <summary>A tree while it grows.</summary>
internal sealed class TreeNodes
{
    private readonly List<(int Feature, double Threshold, bool MissingLeft, int Left, int Right, double Value, double Cover)> _nodes = [];

    internal int Add(double cover)
    {
        _nodes.Add((-1, 0, false, -1, -1, 0, cover));
        return _nodes.Count - 1;
    }

    internal (int Left, int Right) Divide(int node, Split split, double threshold, double leftCover, double rightCover)
    {
        var (left, right) = (Add(leftCover), Add(rightCover));
        _nodes[node] = (split.Feature, threshold, split.MissingLeft, left, right, 0, _nodes[node].Cover);
        return (left, right);
    }

    internal double Value(int node) => _nodes[node].Value;

    internal void SetValue(int node, double value) => _nodes[node] = _nodes[node] with { Value = value };

    internal Tree ToTree() => new(
        _nodes.Select(node => node.Feature).ToArray(),
        _nodes.Select(node => node.Threshold).ToArray(),
        _nodes.Select(node => node.MissingLeft).ToArray(),
        _nodes.Select(node => node.Left).ToArray(),
        _nodes.Select(node => node.Right).ToArray(),
        _nodes.Select(node => node.Value).ToArray(),
        _nodes.Select(node => node.Cover).ToArray());
}
