namespace Analytics.Models.Calibration;

/// <summary>
/// Calibration by a rising curve (Zadrozny and Elkan 2002), fitted by pooling adjacent violators on rows that the trainer never saw;
/// straight lines join the blocks, so that customers keep their order within one.
/// </summary>
internal sealed record Isotonic(double[] Scores, double[] Rates)
{
    internal static Isotonic Fit(double[] scores, bool[] happened)
    {
        if (scores.Length == 0) throw new ArgumentException("Calibration needs at least one row.", nameof(scores));
        var blocks = new List<Block>();
        foreach (var group in Enumerable.Range(0, scores.Length).GroupBy(i => scores[i]).OrderBy(group => group.Key))
        {
            var block = new Block(group.Count(i => happened[i]), group.Count(), group.Key * group.Count());
            while (blocks.Count > 0 && blocks[^1].Rate >= block.Rate)
            {
                block = blocks[^1].With(block);
                blocks.RemoveAt(blocks.Count - 1);
            }
            blocks.Add(block);
        }
        return new Isotonic(blocks.Select(block => block.Sum / block.Rows).ToArray(), blocks.Select(block => block.Rate).ToArray());
    }

    /// <summary>The rate at the score, level beyond the first and last block.</summary>
    internal double Of(double score)
    {
        var at = Array.BinarySearch(Scores, score);
        if (at >= 0) return Rates[at];
        var above = ~at;
        if (above == 0) return Rates[0];
        if (above == Scores.Length) return Rates[^1];
        var share = (score - Scores[above - 1]) / (Scores[above] - Scores[above - 1]);
        return Rates[above - 1] + share * (Rates[above] - Rates[above - 1]);
    }

    /// <summary>Rows that share a rate.</summary>
    private sealed record Block(int Positives, int Rows, double Sum)
    {
        internal double Rate => (double)Positives / Rows;

        internal Block With(Block other) => new(Positives + other.Positives, Rows + other.Rows, Sum + other.Sum);
    }
}
