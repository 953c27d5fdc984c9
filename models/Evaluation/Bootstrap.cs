namespace Analytics.Models.Evaluation;

/// <summary>A figure and the range it would take on other customers drawn from the same base.</summary>
internal sealed record Estimate(double Value, double Low, double High);

/// <summary>A figure of the test rows, where row i stands weights[i] times.</summary>
internal delegate double Statistic(ReadOnlySpan<int> weights);

/// <summary>
/// Percentile bootstrap over customers (Efron 1979). Every statistic sees the same resamples, so a difference of two is a paired one.
/// </summary>
internal sealed record Bootstrap(int Resamples, int Seed)
{
    /// <summary>Each statistic with its 95 % interval; resamples in which it does not exist are left out.</summary>
    internal Estimate[] Of(int customers, params Statistic[] statistics) => Of(Enumerable.Range(0, customers).ToArray(), statistics);

    /// <summary>The same for rows of which several may be one customer's: customers are drawn, with all their rows.</summary>
    internal Estimate[] Of(int[] customerOfRow, params Statistic[] statistics)
    {
        var drawn = new int[customerOfRow.Length == 0 ? 0 : customerOfRow.Max() + 1];
        var weights = new int[customerOfRow.Length];
        Array.Fill(weights, 1);
        var values = Array.ConvertAll(statistics, statistic => statistic(weights));
        var samples = Array.ConvertAll(statistics, _ => new List<double>(Resamples));
        var random = new SplitMix64((ulong)Seed);
        for (var resample = 0; resample < Resamples; resample++)
        {
            Draw(random, drawn);
            for (var row = 0; row < weights.Length; row++) weights[row] = drawn[customerOfRow[row]];
            for (var s = 0; s < statistics.Length; s++)
            {
                var value = statistics[s](weights);
                if (double.IsFinite(value)) samples[s].Add(value);
            }
        }
        return values.Select((value, s) => Interval(value, samples[s])).ToArray();
    }

    /// <summary>Definition 7 of Hyndman and Fan (1996), on sorted values; NaN of nothing.</summary>
    internal static double Quantile(IReadOnlyList<double> sorted, double probability)
    {
        if (sorted.Count == 0) return double.NaN;
        var position = probability * (sorted.Count - 1);
        var below = (int)position;
        var above = Math.Min(below + 1, sorted.Count - 1);
        return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
    }

    private static void Draw(SplitMix64 random, int[] weights)
    {
        Array.Clear(weights);
        for (var i = 0; i < weights.Length; i++) weights[random.Below(weights.Length)]++;
    }

    private static Estimate Interval(double value, List<double> sample)
    {
        sample.Sort();
        return new Estimate(value, Quantile(sample, 0.025), Quantile(sample, 0.975));
    }
}
