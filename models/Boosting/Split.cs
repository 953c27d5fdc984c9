namespace Analytics.Models.Boosting;

/// <summary>
/// A question to a row: is the feature's bin at most this one, or, of a categorical feature, one of these? Missing goes to the side stated;
/// Left sums that side's derivatives.
/// </summary>
internal sealed record Split(int Feature, int Bin, bool MissingLeft, double Gain, long Left)
{
    internal int[]? Categories { get; init; }

    /// <summary>By bin, 1 where its rows go left.</summary>
    internal byte[] Sides(int missingBin)
    {
        var sides = new byte[missingBin + 1];
        if (Categories is null) sides.AsSpan(0, Math.Min(Bin + 1, missingBin)).Fill(1);
        else foreach (var bin in Categories) sides[bin] = 1;
        sides[missingBin] = MissingLeft ? (byte)1 : (byte)0;
        return sides;
    }
}
