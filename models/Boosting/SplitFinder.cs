namespace Analytics.Models.Boosting;

/// <summary>The best split of a leaf from its sums.</summary>
internal sealed class SplitFinder
{
    private const int BinsWorthSharing = 50_000;

    private readonly BinnedRows _binned;
    private readonly BoostingOptions _options;
    private readonly CategoryScan _categories;
    private readonly PlainScan _plain;
    private readonly ThresholdScan? _fast;

    internal SplitFinder(BinnedRows binned, int[] trends, PackedGradients gradients, BoostingOptions options)
    {
        (_binned, _options) = (binned, options);
        (_categories, _plain) = (new CategoryScan(binned, gradients, options), new PlainScan(binned, trends, gradients, options));
        _fast = options.LeastLeafRows > 1 || Array.Exists(trends, trend => trend != 0) ? null : new ThresholdScan(binned, gradients, options);
    }

    /// <summary>The best split on one of the features, or null where none gains enough; of equals, the lowest feature and bin.</summary>
    internal Split? Best(GrowingLeaf leaf, int[] features)
    {
        var parts = leaf.Sums.Length < BinsWorthSharing ? 1 : _options.Threads;
        var found = new Split?[parts];
        Work.Each(parts, _options.Threads, part => found[part] = Best(
            leaf, features.AsSpan()[Work.Edge(features.Length, parts, part)..Work.Edge(features.Length, parts, part + 1)]));
        Split? best = null;
        foreach (var split in found)
            if (split is not null && (best is null || split.Gain > best.Gain)) best = split;
        return best;
    }

    private Split? Best(GrowingLeaf leaf, ReadOnlySpan<int> features)
    {
        Split? best = null;
        foreach (var feature in features) best = Best(leaf, feature, best?.Gain ?? _options.LeastGain) ?? best;
        return best;
    }

    private Split? Best(GrowingLeaf leaf, int feature, double above) =>
        _binned.Bins[feature] is CategoryBins ? _categories.Best(leaf, feature, above)
        : _fast is not null ? _fast.Best(leaf, feature, above)
        : _plain.Best(leaf, feature, above);
}
