namespace Analytics.Models.Boosting;

/// <summary>
/// A regression tree by node; node 0 is the root. A leaf has feature −1. A row goes left where its value is at most the threshold (or, where
/// the node lists categories in rising order, is one of them), or is missing and MissingLeft says so. Cover is the weight of the training rows that passed.
/// </summary>
internal sealed record Tree(
    int[] Feature, double[] Threshold, double[]?[] LeftCategories, bool[] MissingLeft, int[] Left, int[] Right, double[] Value, double[] Cover)
{
    internal int Nodes => Feature.Length;

    internal bool IsLeaf(int node) => Feature[node] < 0;

    internal int Next(int node, double value) => GoesLeft(node, value) ? Left[node] : Right[node];

    internal double Predict(ReadOnlySpan<double> row)
    {
        var node = 0;
        while (!IsLeaf(node)) node = Next(node, row[Feature[node]]);
        return Value[node];
    }

    private bool GoesLeft(int node, double value)
    {
        if (!double.IsFinite(value)) return MissingLeft[node];
        return LeftCategories[node] is { } categories ? Array.BinarySearch(categories, value) >= 0 : value <= Threshold[node];
    }
}
