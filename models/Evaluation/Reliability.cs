namespace Analytics.Models.Evaluation;

/// <summary>Rows given about the same probability: what was said and what happened.</summary>
internal sealed record ReliabilityBin(int Count, double Predicted, double Observed)
{
    private const double Z = 1.959963984540054;

    /// <summary>The 95 % interval of the observed rate (Wilson 1927).</summary>
    internal (double Low, double High) Wilson()
    {
        var spread = Z * Z / Count;
        var centre = (Observed + spread / 2) / (1 + spread);
        var half = Z * Math.Sqrt(Observed * (1 - Observed) / Count + spread / (4 * Count)) / (1 + spread);
        return (Math.Max(0, centre - half), Math.Min(1, centre + half));
    }
}

/// <summary>The reliability curve: bins of equal size by rising probability; equal probabilities share a bin.</summary>
internal static class Reliability
{
    private const int RowsPerBin = 25;
    private const int MostBins = 10;

    internal static IReadOnlyList<ReliabilityBin> Bins(double[] probabilities, bool[] happened)
    {
        var order = Enumerable.Range(0, probabilities.Length).OrderBy(i => probabilities[i]).ThenBy(i => i).ToArray();
        var wanted = Math.Clamp(order.Length / RowsPerBin, 1, MostBins);
        var bins = new List<ReliabilityBin>();
        for (int start = 0, bin = 1; start < order.Length; bin++)
        {
            var end = Math.Max(start + 1, (int)((long)order.Length * Math.Min(bin, wanted) / wanted));
            while (end < order.Length && probabilities[order[end]] == probabilities[order[end - 1]]) end++;
            bins.Add(Bin(order.AsSpan(start, end - start), probabilities, happened));
            start = end;
        }
        return bins;
    }

    /// <summary>Expected calibration error: the mean distance between said and seen, weighted by rows (Naeini et al. 2015, eq. 1).</summary>
    internal static double ExpectedCalibrationError(IReadOnlyList<ReliabilityBin> bins)
    {
        double rows = bins.Sum(bin => bin.Count);
        return rows == 0 ? double.NaN : bins.Sum(bin => bin.Count / rows * Math.Abs(bin.Predicted - bin.Observed));
    }

    /// <summary>
    /// The calibration error to expect of perfectly right probabilities: a bin's observed rate strays from the true one as a mean of so many
    /// draws does, by √(2 / π) of its standard deviation.
    /// </summary>
    internal static double ErrorOfChance(IReadOnlyList<ReliabilityBin> bins)
    {
        double rows = bins.Sum(bin => bin.Count);
        return rows == 0 ? double.NaN : bins.Sum(bin => bin.Count / rows * Math.Sqrt(2 / Math.PI * bin.Predicted * (1 - bin.Predicted) / bin.Count));
    }

    private static ReliabilityBin Bin(ReadOnlySpan<int> rows, double[] probabilities, bool[] happened)
    {
        double predicted = 0;
        var observed = 0;
        foreach (var row in rows)
        {
            predicted += probabilities[row];
            if (happened[row]) observed++;
        }
        return new ReliabilityBin(rows.Length, predicted / rows.Length, (double)observed / rows.Length);
    }
}
