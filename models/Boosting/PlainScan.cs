namespace Analytics.Models.Boosting;

/// <summary>The best threshold of a feature, bin by bin, under every rule: bounds, trends, least weight and fewest rows. What the fast scan must equal.</summary>
internal sealed class PlainScan(BinnedRows binned, int[] trends, PackedGradients gradients, BoostingOptions options)
{
    private readonly LeafRules _rules = new(gradients, options);
    private readonly int _width = Histogram.Width(binned);

    /// <summary>The best split that gains more than this, with missing on the right, or on the left where that is better still.</summary>
    internal Split? Best(GrowingLeaf leaf, int feature, double above)
    {
        var missing = leaf.Sums[feature * _width + binned.MissingBin];
        var right = Scan(leaf, feature, missingLeft: false, above);
        return missing == 0 ? right : Scan(leaf, feature, missingLeft: true, right?.Gain ?? above) ?? right;
    }

    private Split? Scan(GrowingLeaf leaf, int feature, bool missingLeft, double above)
    {
        var sums = leaf.Sums.AsSpan(feature * _width, _width);
        var rows = leaf.Rows.Length == 0 ? [] : leaf.Rows.AsSpan(feature * _width, _width);
        var allRows = Histogram.Sum(rows);
        var (left, leftRows) = missingLeft ? (sums[binned.MissingBin], rows.IsEmpty ? 0 : rows[binned.MissingBin]) : (0, 0);
        // Where missing stays right, "all known left" is a question too.
        var bins = binned.Bins[feature].Count - (missingLeft || sums[binned.MissingBin] == 0 ? 1 : 0);
        Split? best = null;
        for (var bin = 0; bin < bins; bin++)
        {
            left += sums[bin];
            if (!rows.IsEmpty) leftRows += rows[bin];
            var allowed = sums[bin] != 0 && _rules.Allows(left, leftRows) && _rules.Allows(leaf.Total - left, allRows - leftRows);
            if (!allowed || _rules.Breaks(trends[feature], left, leaf)) continue;
            var gain = _rules.Gain(left, leaf.Total, leaf.Bounds);
            if (gain > (best?.Gain ?? above)) best = new Split(feature, bin, missingLeft, gain, left);
        }
        return best;
    }
}
