using Analytics.Models.Logistic;

namespace Analytics.Models.Calibration;

/// <summary>
/// Calibration by a rising curve (Zadrozny and Elkan 2002), fitted by pooling adjacent violators on rows that the trainer never saw. Straight lines of the
/// log-odds join the blocks and go on beyond them, so that no two customers become equal.
/// </summary>
internal sealed record Isotonic(double[] Scores, double[] Rates, double Certain) : Calibrator
{
    internal static Isotonic Fit(double[] scores, bool[] happened)
    {
        if (scores.Length == 0) throw new ArgumentException("Calibration needs at least one row.", nameof(scores));
        var (sorted, outcomes) = (scores.ToArray(), happened.ToArray());
        Array.Sort(sorted, outcomes);
        var blocks = new List<Block>();
        for (int from = 0, to; from < sorted.Length; from = to)
        {
            var positives = 0;
            for (to = from; to < sorted.Length && sorted[to] == sorted[from]; to++)
                if (outcomes[to]) positives++;
            Pool(blocks, new(positives, to - from, sorted[from] * (to - from)));
        }
        return new([.. blocks.Select(block => block.Sum / block.Rows)], [.. blocks.Select(block => block.Rate)], 0.5 / scores.Length);
    }

    internal override double Of(double logOdds)
    {
        var at = Array.BinarySearch(Scores, logOdds);
        if (at >= 0) return Shown(at);
        var above = ~at;
        if (above == 0) return Shown(0) + logOdds - Scores[0];
        if (above == Scores.Length) return Shown(above - 1) + logOdds - Scores[^1];
        var share = (logOdds - Scores[above - 1]) / (Scores[above] - Scores[above - 1]);
        return Shown(above - 1) + share * (Shown(above) - Shown(above - 1));
    }

    /// <summary>A rate of 0 or 1 is held half a row away from certainty.</summary>
    private double Shown(int block) => Sigmoid.LogOdds(Math.Clamp(Rates[block], Certain, 1 - Certain));

    private static void Pool(List<Block> blocks, Block block)
    {
        while (blocks.Count > 0 && blocks[^1].Rate >= block.Rate)
        {
            block = blocks[^1].With(block);
            blocks.RemoveAt(blocks.Count - 1);
        }
        blocks.Add(block);
    }

    /// <summary>Rows that share a rate.</summary>
    private sealed record Block(int Positives, int Rows, double Sum)
    {
        internal double Rate => (double)Positives / Rows;

        internal Block With(Block other) => new(Positives + other.Positives, Rows + other.Rows, Sum + other.Sum);
    }
}
