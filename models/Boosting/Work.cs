namespace Analytics.Models.Boosting;

/// <summary>Work shared among threads; what each piece computes does not depend on who does it.</summary>
internal static class Work
{
    private const int SmallestChunk = 8_192;

    internal static void Each(int count, int threads, Action<int> piece)
    {
        if (threads == 1 || count < 2)
        {
            for (var i = 0; i < count; i++) piece(i);
            return;
        }
        Parallel.For(0, count, new ParallelOptions { MaxDegreeOfParallelism = threads }, piece);
    }

    /// <summary>Runs [from, to) ranges that together are [0, count); few rows stay on the caller's thread.</summary>
    internal static void Chunks(int count, int threads, Action<int, int> range)
    {
        var pieces = Pieces(count, threads);
        Each(pieces, threads, piece => range(Edge(count, pieces, piece), Edge(count, pieces, piece + 1)));
    }

    internal static int Pieces(int count, int threads) => Math.Clamp(count / SmallestChunk, 1, threads);

    internal static int Edge(int count, int pieces, int piece) => (int)((long)count * piece / pieces);
}
