namespace Analytics.Models.Boosting;

/// <summary>A question to a row: is the feature's bin at most this one? Missing goes to the side stated.</summary>
internal sealed record Split(int Feature, int Bin, bool MissingLeft, double Gain, long Left)
{
    /// <summary>Shifted by one where missing goes left, the missing bin wraps round to 0 and one comparison serves both.</summary>
    internal bool GoesLeft(byte bin) => MissingLeft ? (byte)(bin + 1) <= Bin + 1 : bin <= Bin;
}
