namespace Analytics.Models.Evaluation;

/// <summary>The generator of Steele, Lea and Flood (2014), figure 17: the same numbers from a seed on every machine and runtime.</summary>
internal sealed class SplitMix64(ulong seed)
{
    private ulong _state = seed;

    internal ulong Next()
    {
        var z = _state += 0x9E3779B97F4A7C15UL;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
        return z ^ (z >> 31);
    }

    /// <summary>A whole number in [0, bound).</summary>
    internal int Below(int bound) => (int)Math.BigMul(Next(), (ulong)bound, out _);

    /// <summary>A number in [0, 1) with 53 random bits.</summary>
    internal double Uniform() => (Next() >> 11) * (1.0 / (1UL << 53));
}
