using Analytics.Models.Evaluation;

namespace Analytics.Models.Boosting;

/// <summary>
/// What each tree learns from: a share of the rows (Friedman 2002) and of the features, drawn without replacement (Knuth, The Art of
/// Computer Programming 2, algorithm 3.4.2 S). A row that is not drawn keeps its place and weighs nothing.
/// </summary>
internal sealed class Sampling(int rows, int features, BoostingOptions options)
{
    private readonly SplitMix64 _random = new((ulong)options.Seed);

    /// <summary>Whether the next tree may find what this one did not.</summary>
    internal bool Draws { get; } = options.RowShare < 1 || options.ColumnShare < 1;

    internal bool CountsRows { get; } = options.LeastLeafRows > 1;

    /// <summary>1 for each row drawn, where someone counts rows.</summary>
    internal long[] Drawn { get; } = options.LeastLeafRows > 1 ? Enumerable.Repeat(1L, rows).ToArray() : [];

    /// <summary>Takes the weight of the rows that are not drawn.</summary>
    internal void DrawRows(long[] gradients)
    {
        if (options.RowShare == 1) return;
        var wanted = Wanted(rows, options.RowShare);
        for (var row = 0; row < rows; row++)
        {
            var drawn = _random.Below(rows - row) < wanted;
            if (drawn) wanted--;
            else gradients[row] = 0;
            if (CountsRows) Drawn[row] = drawn ? 1 : 0;
        }
    }

    internal int[] DrawFeatures()
    {
        var drawn = new List<int>();
        var wanted = Wanted(features, options.ColumnShare);
        for (var feature = 0; feature < features; feature++)
            if (options.ColumnShare == 1 || _random.Below(features - feature) < wanted - drawn.Count) drawn.Add(feature);
        return [.. drawn];
    }

    private static int Wanted(int all, double share) => Math.Max(1, (int)Math.Round(all * share));
}
