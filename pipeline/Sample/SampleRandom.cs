namespace Analytics.Pipeline.Sample;

/// <summary>Draws for the sample: xoshiro-quality is not needed, the same bytes on every system are, so the steps are spelled out (SplitMix64, Steele et al. 2014).</summary>
internal sealed class SampleRandom(ulong seed)
{
    private ulong _state = seed;

    /// <summary>Draws of one account's own, which change no one else's.</summary>
    public static SampleRandom Of(int seed, int account, ulong purpose)
    {
        var mixed = new SampleRandom(((ulong)(uint)seed << 32) + (uint)account + (purpose << 56));
        mixed.Next();
        return new(mixed.Next());
    }

    /// <summary>Uniform in [0, 1).</summary>
    public double Uniform() => (Next() >> 11) * (1.0 / (1UL << 53));

    public int Below(int bound) => (int)(Uniform() * bound);

    public bool Chance(double probability) => Uniform() < probability;

    public T Pick<T>(IReadOnlyList<T> items) => items[Below(items.Count)];

    public T Pick<T>(IReadOnlyList<T> items, Func<T, double> weight)
    {
        var left = Uniform() * items.Sum(weight);
        foreach (var item in items)
            if ((left -= weight(item)) < 0) return item;
        return items[^1];
    }

    /// <summary>Waiting time with the given mean.</summary>
    public double Exponential(double mean) => -mean * Math.Log(1 - Uniform());

    /// <summary>Standard normal (Box and Muller 1958).</summary>
    public double Normal() => Math.Sqrt(-2 * Math.Log(1 - Uniform())) * Math.Cos(2 * Math.PI * Uniform());

    /// <summary>Multiplicative noise with median 1.</summary>
    public double LogNormal(double sigma) => Math.Exp(sigma * Normal());

    private ulong Next()
    {
        var z = _state += 0x9E3779B97F4A7C15;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
