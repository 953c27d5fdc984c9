using Analytics.Models.Evaluation;

namespace Analytics.Models.Boosting;

/// <summary>
/// A feature cut into bins of about equal size, at most 255 and fewer where there are few rows: bin b holds the values in (Cuts[b − 1], Cuts[b]].
/// Values that are not finite are missing, and have a bin of their own.
/// </summary>
internal sealed record FeatureBins(double[] Cuts)
{
    internal const byte Missing = 255;
    private const int Most = 255;
    private const int RowsPerBin = 8;
    private const int AlwaysAllowed = 31;
    private const int SampleRows = 50_000;

    /// <summary>The number of bins of known values.</summary>
    internal int Count => Cuts.Length + 1;

    internal static FeatureBins Learn(double[] column, int seed)
    {
        var known = Sample(column, seed).Where(double.IsFinite).Order().ToArray();
        var distinct = new List<(double Value, int Rows)>();
        foreach (var value in known)
        {
            if (distinct.Count > 0 && distinct[^1].Value == value) distinct[^1] = (value, distinct[^1].Rows + 1);
            else distinct.Add((value, 1));
        }
        return new FeatureBins(Cut(distinct, known.Length, Math.Clamp(column.Length / RowsPerBin, AlwaysAllowed, Most)));
    }

    /// <summary>The number of cuts below the value, found by halving without branches on the data.</summary>
    internal byte Of(double value)
    {
        if (!double.IsFinite(value)) return Missing;
        var (low, length) = (0, Cuts.Length);
        while (length > 0)
        {
            var half = length >> 1;
            var beyond = value > Cuts[low + half];
            low = beyond ? low + half + 1 : low;
            length = beyond ? length - half - 1 : half;
        }
        return (byte)low;
    }

    private static IEnumerable<double> Sample(double[] column, int seed)
    {
        if (column.Length <= SampleRows) return column;
        var random = new SplitMix64((ulong)seed);
        return Enumerable.Range(0, SampleRows).Select(_ => column[random.Below(column.Length)]);
    }

    private static double[] Cut(List<(double Value, int Rows)> distinct, int rows, int most)
    {
        var cuts = new List<double>();
        long seen = 0;
        for (var i = 0; i + 1 < distinct.Count; i++)
        {
            seen += distinct[i].Rows;
            var due = distinct.Count <= most || seen * most >= (cuts.Count + 1L) * rows;
            if (due && cuts.Count < most - 1) cuts.Add(Between(distinct[i].Value, distinct[i + 1].Value));
        }
        return [.. cuts];
    }

    /// <summary>A cut that leaves the lower value on its left and the higher on its right, whatever the rounding.</summary>
    private static double Between(double low, double high)
    {
        var middle = low / 2 + high / 2;
        return middle >= low && middle < high ? middle : low;
    }
}
