namespace Analytics.Models.Boosting;

/// <summary>The rows of each leaf as a range of one array; splitting a leaf keeps the order within its halves.</summary>
internal sealed class RowPartition(int rows, int threads)
{
    private readonly int[] _right = new int[rows];

    internal int[] Order { get; } = new int[rows];

    internal void Reset()
    {
        for (var row = 0; row < Order.Length; row++) Order[row] = row;
    }

    /// <summary>Sends the rows of [start, start + count) to the sides of their bins; returns how many went left.</summary>
    internal int Divide(int start, int count, byte[] column, byte[] sides)
    {
        var pieces = Work.Pieces(count, threads);
        var lefts = new int[pieces];
        Work.Each(pieces, threads, piece => lefts[piece] = Sort(start + Work.Edge(count, pieces, piece), start + Work.Edge(count, pieces, piece + 1), column, sides));
        var befores = new int[pieces];
        for (var piece = 1; piece < pieces; piece++)
        {
            befores[piece] = befores[piece - 1] + lefts[piece - 1];
            Order.AsSpan(start + Work.Edge(count, pieces, piece), lefts[piece]).CopyTo(Order.AsSpan(start + befores[piece]));
        }
        var totalLeft = befores[^1] + lefts[^1];
        Work.Each(pieces, threads, piece =>
        {
            var from = Work.Edge(count, pieces, piece);
            var rights = Work.Edge(count, pieces, piece + 1) - from - lefts[piece];
            _right.AsSpan(start + from, rights).CopyTo(Order.AsSpan(start + totalLeft + from - befores[piece]));
        });
        return totalLeft;
    }

    /// <summary>
    /// Rows that go left close up in place, the others are set aside. Both are written every time and one of them kept: a branch here
    /// would be guessed wrong half of the time.
    /// </summary>
    private unsafe int Sort(int from, int to, byte[] column, byte[] sides)
    {
        fixed (int* order = Order, right = _right)
        fixed (byte* bins = column, goesLeft = sides)
        {
            int* toLeft = order + from, toRight = right + from;
            for (var i = from; i < to; i++)
            {
                var row = order[i];
                nint side = goesLeft[bins[row]];
                *toLeft = row;
                *toRight = row;
                toLeft += side;
                toRight += 1 - side;
            }
            return (int)(toLeft - (order + from));
        }
    }
}
