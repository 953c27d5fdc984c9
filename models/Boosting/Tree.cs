namespace Analytics.Models.Boosting;

/// <summary>
/// A regression tree by node; node 0 is the root. A leaf has feature −1. A row goes left where its value is at most the threshold,
/// or is missing and MissingLeft says so. Cover is the weight of the training rows that passed.
/// </summary>
internal sealed record Tree(int[] Feature, double[] Threshold, bool[] MissingLeft, int[] Left, int[] Right, double[] Value, double[] Cover)
{
    internal int Nodes => Feature.Length;

    internal bool IsLeaf(int node) => Feature[node] < 0;

    internal int Next(int node, double value)
    {
        var left = double.IsFinite(value) ? value <= Threshold[node] : MissingLeft[node];
        return left ? Left[node] : Right[node];
    }

    internal double Predict(ReadOnlySpan<double> row)
    {
        var node = 0;
        while (!IsLeaf(node)) node = Next(node, row[Feature[node]]);
        return Value[node];
    }
}
