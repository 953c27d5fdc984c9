namespace Analytics.Models.Boosting;

/// <summary>A feature's known values in bins, at most 255. Values that are not finite are missing, and have a bin of their own.</summary>
internal abstract record FeatureBins
{
    internal const byte Missing = 255;
    protected const int Most = 255;

    /// <summary>The number of bins of known values.</summary>
    internal abstract int Count { get; }

    internal abstract byte Of(double value);

    /// <summary>The bins of many values.</summary>
    internal virtual void Of(ReadOnlySpan<double> values, Span<byte> bins)
    {
        for (var i = 0; i < values.Length; i++) bins[i] = Of(values[i]);
    }
}
