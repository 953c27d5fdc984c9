using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Analytics.Models.Features;

namespace Analytics.Models.Boosting;

/// <summary>
/// A block of rows as questions see them: signed bytes, a column for each feature, where the value's rank among all thresholds of the feature stands;
/// missing values come after every threshold or before, as the question wants it, which makes two columns. A question by categories has one of its own.
/// </summary>
internal sealed class RankedColumns
{
    internal const int Block = 256;

    /// <summary>One more threshold than this, and the ranks would not fit a byte beside the two for missing values.</summary>
    internal const int MostThresholds = 254;

    private const sbyte First = sbyte.MinValue + 1;
    private readonly List<Column> _columns = [];

    private sealed record Column(int Feature, double[] Thresholds, Ranks Ranks, sbyte Missing, Func<double, bool>? IsRight);

    internal int Count => _columns.Count;

    /// <summary>The column that answers the node's question, and the rank from which the answer is "right".</summary>
    internal (int Column, sbyte Right) For(Tree tree, int node, double[] thresholds)
    {
        if (tree.LeftCategories[node] is not null)
        {
            _columns.Add(new(tree.Feature[node], [], new([]), 0, value => tree.Next(node, value) == tree.Right[node]));
            return (_columns.Count - 1, sbyte.MaxValue);
        }
        var missing = tree.MissingLeft[node] ? sbyte.MinValue : sbyte.MaxValue;
        var found = _columns.FindIndex(column => column.IsRight is null && column.Feature == tree.Feature[node] && column.Missing == missing);
        if (found < 0)
        {
            found = _columns.Count;
            _columns.Add(new(tree.Feature[node], thresholds, new(thresholds), missing, null));
        }
        return (found, (sbyte)(First + Array.BinarySearch(thresholds, tree.Threshold[node]) + 1));
    }

    /// <summary>Fills in each column for the rows from the one given on.</summary>
    internal void Fill(FeatureTable features, int from, int rows, Span<sbyte> ranks)
    {
        for (var c = 0; c < _columns.Count; c++) Fill(_columns[c], features.Columns[_columns[c].Feature].AsSpan(from, rows), ranks.Slice(c * Block, rows));
    }

    private static void Fill(Column column, ReadOnlySpan<double> values, Span<sbyte> ranks)
    {
        if (column.IsRight is { } isRight)
        {
            for (var i = 0; i < values.Length; i++) ranks[i] = isRight(values[i]) ? sbyte.MaxValue : sbyte.MinValue;
            return;
        }
        column.Ranks.Of(values, MemoryMarshal.Cast<sbyte, byte>(ranks));
        Shift(ranks);
        if (AllKnown(values)) return;
        for (var i = 0; i < values.Length; i++)
            if (!double.IsFinite(values[i])) ranks[i] = column.Missing;
    }

    /// <summary>Ranks from 0 on become ranks from the first signed one on.</summary>
    private static void Shift(Span<sbyte> ranks)
    {
        foreach (ref var many in MemoryMarshal.Cast<sbyte, Vector256<sbyte>>(ranks)) many += Vector256.Create(First);
        foreach (ref var one in ranks[(ranks.Length & -Vector256<sbyte>.Count)..]) one += First;
    }

    /// <summary>0 times a number is 0, 0 times anything else is not.</summary>
    private static bool AllKnown(ReadOnlySpan<double> values)
    {
        var sum = Vector256<double>.Zero;
        foreach (var four in MemoryMarshal.Cast<double, Vector256<double>>(values)) sum += four * 0;
        var known = sum == Vector256<double>.Zero;
        foreach (var value in values[(values.Length & -Vector256<double>.Count)..]) known &= double.IsFinite(value);
        return known;
    }
}
