namespace Analytics.Models.Boosting;

/// <summary>
/// The best set of categories to go left: in the order of G / H it is a prefix, so n − 1 of the 2ⁿ⁻¹ − 1 sets need be tried (Fisher 1958).
/// Missing is a category of its own.
/// </summary>
internal sealed class CategoryScan(BinnedRows binned, PackedGradients gradients, BoostingOptions options)
{
    private readonly LeafRules _rules = new(gradients, options);
    private readonly int _width = Histogram.Width(binned);

    internal Split? Best(GrowingLeaf leaf, int feature, double above)
    {
        var sums = leaf.Sums.AsMemory(feature * _width, _width);
        var order = Enumerable.Range(0, binned.MissingBin + 1).Where(bin => sums.Span[bin] != 0).OrderBy(bin => Ratio(sums.Span[bin])).ToArray();
        var allRows = leaf.Rows.Length == 0 ? 0 : Histogram.Sum(leaf.Rows.AsSpan(feature * _width, _width));
        var (left, leftRows, best, bestLeft, taken) = (0L, 0L, above, 0L, 0);
        for (var i = 0; i + 1 < order.Length; i++)
        {
            left += sums.Span[order[i]];
            leftRows += leaf.Rows.Length == 0 ? 0 : leaf.Rows[feature * _width + order[i]];
            if (!_rules.Allows(left, leftRows) || !_rules.Allows(leaf.Total - left, allRows - leftRows)) continue;
            var gain = _rules.Gain(left, leaf.Total, leaf.Bounds);
            if (gain > best) (best, bestLeft, taken) = (gain, left, i + 1);
        }
        if (taken == 0) return null;
        var categories = order[..taken];
        return new Split(feature, -1, categories.Contains(binned.MissingBin), best, bestLeft) { Categories = Array.FindAll(categories, bin => bin != binned.MissingBin) };
    }

    private double Ratio(long sums) => gradients.First(sums) / Math.Max(gradients.Second(sums), double.Epsilon);
}
