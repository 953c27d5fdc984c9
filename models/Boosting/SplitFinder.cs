namespace Analytics.Models.Boosting;

/// <summary>The best split of a node from its sums: the greatest fall of the penalised second-order loss (Chen and Guestrin 2016, eq. 7).</summary>
internal sealed class SplitFinder(BinnedRows binned, PackedGradients gradients, BoostingOptions options)
{
    /// <summary>The best split, or null where none gains enough; of equals, the lowest feature and bin.</summary>
    internal Split? Best(long[] sums, long total)
    {
        var found = new Split?[binned.Bins.Count];
        Work.Each(found.Length, binned.Rows < 50_000 ? 1 : options.Threads, feature => found[feature] = Best(sums, feature, total));
        Split? best = null;
        foreach (var split in found)
            if (split is not null && (best is null || split.Gain > best.Gain)) best = split;
        return best;
    }

    /// <summary>The value −G / (H + λ) that a leaf with these sums takes (eq. 5), shrunk.</summary>
    internal double LeafValue(long sums) => -options.Rate * gradients.First(sums) / (gradients.Second(sums) + options.Ridge);

    internal double Score(long sums)
    {
        var first = gradients.First(sums);
        return first * first / (gradients.Second(sums) + options.Ridge);
    }

    private Split? Best(long[] sums, int feature, long total)
    {
        var node = sums.AsSpan(feature * binned.Width, binned.Width);
        var missing = node[binned.MissingBin];
        var right = Scan(node, feature, total, 0);
        var left = missing == 0 ? null : Scan(node, feature, total, missing);
        return left is not null && (right is null || left.Gain > right.Gain) ? left : right;
    }

    private Split? Scan(ReadOnlySpan<long> node, int feature, long total, long missingLeft)
    {
        var (bestGain, bestBin, bestLeft, left) = (options.LeastGain, -1, 0L, missingLeft);
        var (whole, bins) = (Score(total), binned.Bins[feature].Count);
        // Where missing stays right, "all known left" is a question too.
        var last = missingLeft == 0 && node[binned.MissingBin] != 0 ? bins : bins - 1;
        for (var bin = 0; bin < last; bin++)
        {
            if (node[bin] == 0) continue;
            left += node[bin];
            if (gradients.Second(left) < options.LeastLeafWeight || gradients.Second(total - left) < options.LeastLeafWeight) continue;
            var gain = Score(left) + Score(total - left) - whole;
            if (gain > bestGain) (bestGain, bestBin, bestLeft) = (gain, bin, left);
        }
        return bestBin < 0 ? null : new Split(feature, bestBin, missingLeft != 0, bestGain, bestLeft);
    }
}
