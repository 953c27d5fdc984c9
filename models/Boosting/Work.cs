namespace Analytics.Models.Boosting;

/// <summary>Work shared among threads; what comes out does not depend on who does which piece.</summary>
internal static class Work
{
    private const int Chunk = 8_192;
    private const int PiecesPerThread = 4;

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

    /// <summary>How many workers are worth their while.</summary>
    internal static int Workers(int count, int threads) => Math.Clamp(count / Chunk, 1, threads);

    /// <summary>Workers that claim chunks in turn, so that all end together on a busy machine too.</summary>
    internal static void Claim(int count, int workers, Action<int, int, int> chunk)
    {
        if (workers == 1)
        {
            chunk(0, 0, count);
            return;
        }
        var claimed = 0;
        Each(workers, workers, worker =>
        {
            for (int to; (to = Interlocked.Add(ref claimed, Chunk)) - Chunk < count;) chunk(worker, to - Chunk, Math.Min(to, count));
        });
    }

    internal static int Pieces(int count, int threads) => threads == 1 ? 1 : Math.Clamp(count / Chunk, 1, threads * PiecesPerThread);

    internal static int Edge(int count, int pieces, int piece) => (int)((long)count * piece / pieces);
}
