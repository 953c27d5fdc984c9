namespace Analytics.Models.Boosting;

/// <summary>A category a bin, in the order of their codes. A code that was not seen in training is as good as missing.</summary>
internal sealed record CategoryBins(double[] Codes) : FeatureBins
{
    internal override int Count => Codes.Length;

    internal static CategoryBins Learn(string name, double[] column)
    {
        var codes = column.Where(double.IsFinite).Distinct().Order().ToArray();
        if (codes.Length > Most)
            throw new ArgumentException($"The feature '{name}' has {codes.Length} categories; boosting takes at most {Most}. Group the rare ones.", nameof(column));
        return new CategoryBins(codes);
    }

    internal override byte Of(double value)
    {
        var found = double.IsFinite(value) ? Array.BinarySearch(Codes, value) : -1;
        return found >= 0 ? (byte)found : Missing;
    }
}
