namespace Analytics.Models.Boosting;

/// <summary>A leaf in the making: its rows, a range of the partition; the sum of their derivatives; and the bounds of its value.</summary>
internal sealed record GrowingLeaf(int Node, int Start, int Count, long Total, ValueBounds Bounds)
{
    /// <summary>The derivatives' sums by feature and bin; empty where the leaf cannot be split.</summary>
    internal long[] Sums { get; set; } = [];

    /// <summary>The numbers of rows by feature and bin; empty where the options do not ask for them.</summary>
    internal long[] Rows { get; set; } = [];

    internal Split? Split { get; set; }
}
