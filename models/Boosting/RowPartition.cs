namespace Analytics.Models.Boosting;

/// <summary>The rows of each node as a range of one array; splitting a node keeps the order within its children.</summary>
internal sealed class RowPartition(int rows, int missingBin, int threads)
{
    private readonly int[] _left = new int[rows];
    private readonly int[] _right = new int[rows];

    internal int[] Order { get; } = new int[rows];

    internal void Reset()
    {
        for (var row = 0; row < Order.Length; row++) Order[row] = row;
    }

    /// <summary>Sends the rows of [start, start + count) to the split's sides; returns how many went left.</summary>
    internal int Divide(int start, int count, byte[] column, Split split)
    {
        var pieces = Work.Pieces(count, threads);
        var lefts = new int[pieces];
        Work.Each(pieces, threads, piece => lefts[piece] = Sort(start + Work.Edge(count, pieces, piece), start + Work.Edge(count, pieces, piece + 1), column, split));
        var totalLeft = lefts.Sum();
        Work.Each(pieces, threads, piece =>
        {
            var from = Work.Edge(count, pieces, piece);
            var before = lefts.AsSpan(0, piece).ToArray().Sum();
            var moved = Work.Edge(count, pieces, piece + 1) - from;
            _left.AsSpan(start + from, lefts[piece]).CopyTo(Order.AsSpan(start + before));
            _right.AsSpan(start + from, moved - lefts[piece]).CopyTo(Order.AsSpan(start + totalLeft + from - before));
        });
        return totalLeft;
    }

    /// <summary>
    /// Both sides are written every time and one of them kept: a branch here would be guessed wrong half of the time. Where missing goes left,
    /// bins are shifted by one, the last wraps round to 0, and one comparison serves both.
    /// </summary>
    private unsafe int Sort(int from, int to, byte[] column, Split split)
    {
        var shift = split.MissingLeft ? 1 : 0;
        var limit = split.Bin + shift;
        fixed (int* order = Order, left = _left, right = _right)
        fixed (byte* bins = column)
        {
            var toLeft = left + from;
            var toRight = right + from;
            for (var i = from; i < to; i++)
            {
                var row = order[i];
                *toLeft = row;
                *toRight = row;
                var goesLeft = ((bins[row] + shift) & missingBin) <= limit ? 1 : 0;
                toLeft += goesLeft;
                toRight += 1 - goesLeft;
            }
            return (int)(toLeft - (left + from));
        }
    }
}
