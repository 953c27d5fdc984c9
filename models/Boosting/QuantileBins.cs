using Analytics.Models.Evaluation;

namespace Analytics.Models.Boosting;

/// <summary>A number cut into bins of about equal size, fewer where there are few rows: bin b holds the values in (Cuts[b − 1], Cuts[b]].</summary>
internal sealed record QuantileBins(double[] Cuts) : FeatureBins
{
    private const int RowsPerBin = 16;
    private const int AlwaysAllowed = 31;
    private const int SampleRows = 50_000;

    internal override int Count => Cuts.Length + 1;

    internal static QuantileBins Learn(double[] column, int seed)
    {
        var known = Array.FindAll(Sample(column, seed), double.IsFinite);
        Array.Sort(known);
        var distinct = new List<(double Value, int Rows)>();
        foreach (var value in known)
        {
            if (distinct.Count > 0 && distinct[^1].Value == value) distinct[^1] = (value, distinct[^1].Rows + 1);
            else distinct.Add((value, 1));
        }
        return new QuantileBins(Cut(distinct, known.Length, Math.Clamp(column.Length / RowsPerBin, AlwaysAllowed, Most)));
    }

    /// <summary>The number of cuts below the value.</summary>
    internal override byte Of(double value)
    {
        if (!double.IsFinite(value)) return Missing;
        var found = Array.BinarySearch(Cuts, value);
        return (byte)(found >= 0 ? found : ~found);
    }

    internal override void Of(ReadOnlySpan<double> values, Span<byte> bins)
    {
        new Ranks(Cuts).Of(values, bins);
        for (var i = 0; i < values.Length; i++)
            if (!double.IsFinite(values[i])) bins[i] = Missing;
    }

    private static double[] Sample(double[] column, int seed)
    {
        if (column.Length <= SampleRows) return column;
        var random = new SplitMix64((ulong)seed);
        var sample = new double[SampleRows];
        for (var i = 0; i < sample.Length; i++) sample[i] = column[random.Below(column.Length)];
        return sample;
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
