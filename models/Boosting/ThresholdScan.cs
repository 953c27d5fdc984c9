using System.Runtime.Intrinsics;

namespace Analytics.Models.Boosting;

/// <summary>
/// The best threshold of a feature where only its sides' weights restrict it, four candidates at once:
/// first the sums on the left of each bin that leaves both sides heavy enough, then the gains.
/// </summary>
internal sealed unsafe class ThresholdScan(BinnedRows binned, PackedGradients gradients, BoostingOptions options)
{
    private const int MostBins = 256;
    private const int Lanes = 4;
    private readonly int _width = Histogram.Width(binned);

    /// <summary>The best split that gains more than this, with missing on the right, or on the left where that is better still.</summary>
    internal Split? Best(GrowingLeaf leaf, int feature, double above)
    {
        var node = leaf.Sums.AsSpan(feature * _width, _width);
        var (missing, bins) = (node[binned.MissingBin], binned.Bins[feature].Count);
        if (missing == 0) return Scan(leaf, feature, node[..(bins - 1)], 0, above);
        var right = Scan(leaf, feature, node[..bins], 0, above);
        return Scan(leaf, feature, node[..(bins - 1)], missing, right?.Gain ?? above) ?? right;
    }

    private Split? Scan(GrowingLeaf leaf, int feature, ReadOnlySpan<long> node, long missingLeft, double above)
    {
        double* firsts = stackalloc double[MostBins], seconds = stackalloc double[MostBins];
        var candidates = stackalloc int[MostBins];
        var (least, all, left, count) = (gradients.SecondUnits(options.LeastLeafWeight), PackedGradients.SecondOf(leaf.Total), missingLeft, 0);
        for (var bin = 0; bin < node.Length; bin++)
        {
            left += node[bin];
            var second = PackedGradients.SecondOf(left);
            if (all - second < least) break;
            firsts[count] = PackedGradients.FirstOf(left);
            seconds[count] = second;
            candidates[count] = bin;
            count += (second >= least & node[bin] != 0) ? 1 : 0;
        }
        if (count == 0) return null;
        // The last four are filled up with a split that is never better than the one before it.
        for (var i = count; i % Lanes != 0; i++) (firsts[i], seconds[i]) = (firsts[count - 1], seconds[count - 1]);
        var (gain, at) = Greatest(firsts, seconds, count, leaf.Total, above);
        return at < 0 ? null : new Split(feature, candidates[at], missingLeft != 0, gain, PackedGradients.Pack((long)firsts[at], (long)seconds[at]));
    }

    private (double Gain, int At) Greatest(double* firsts, double* seconds, int count, long total, double above)
    {
        var (first, second, ridge) = ((double)PackedGradients.FirstOf(total), (double)PackedGradients.SecondOf(total), Vector256.Create(options.Ridge));
        var whole = first * gradients.FirstUnit * (first * gradients.FirstUnit) / (second * gradients.SecondUnit + options.Ridge);
        var (best, bestAt, at) = (Vector256.Create(above), Vector256.Create(-1L), Vector256.Create(0L, 1, 2, 3));
        for (var i = 0; i < count; i += Lanes)
        {
            var (left, leftSecond) = (Vector256.Load(firsts + i), Vector256.Load(seconds + i));
            var (right, rightSecond) = ((Vector256.Create(first) - left) * gradients.FirstUnit, (Vector256.Create(second) - leftSecond) * gradients.SecondUnit);
            left *= gradients.FirstUnit;
            var gain = left * left / (leftSecond * gradients.SecondUnit + ridge) + right * right / (rightSecond + ridge) - Vector256.Create(whole);
            var better = Vector256.GreaterThan(gain, best);
            best = Vector256.ConditionalSelect(better, gain, best);
            bestAt = Vector256.ConditionalSelect(better.AsInt64(), at, bestAt);
            at += Vector256.Create((long)Lanes);
        }
        return First(best, bestAt);
    }

    /// <summary>The greatest of the lanes; of equals, the first candidate.</summary>
    private static (double Gain, int At) First(Vector256<double> gains, Vector256<long> at)
    {
        var (gain, first) = (0.0, -1);
        for (var lane = 0; lane < Lanes; lane++)
            if (at[lane] >= 0 && (first < 0 || gains[lane] > gain || (gains[lane] == gain && at[lane] < first))) (gain, first) = (gains[lane], (int)at[lane]);
        return (gain, first);
    }
}
