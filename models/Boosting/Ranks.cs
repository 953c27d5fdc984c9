using System.Numerics;

namespace Analytics.Models.Boosting;

/// <summary>How many of some ordered numbers lie below each value; a value that is no number has rank 0.</summary>
internal sealed class Ranks
{
    private readonly double[] _ordered;

    /// <summary>Filled up with infinities to a power of two, so that every search takes the same steps.</summary>
    internal Ranks(ReadOnlySpan<double> ordered)
    {
        _ordered = new double[BitOperations.RoundUpToPowerOf2((uint)ordered.Length + 1)];
        Array.Fill(_ordered, double.PositiveInfinity);
        ordered.CopyTo(_ordered);
    }

    /// <summary>Four searches by halving at once and without branches: each waits for memory while the others go on.</summary>
    internal unsafe void Of<T>(ReadOnlySpan<double> values, Span<T> ranks)
        where T : unmanaged, IBinaryInteger<T>
    {
        fixed (double* ordered = _ordered)
        {
            var i = 0;
            for (; i + 4 <= values.Length; i += 4)
            {
                var (first, second, third, fourth) = (values[i], values[i + 1], values[i + 2], values[i + 3]);
                double* a = ordered, b = ordered, c = ordered, d = ordered;
                for (nint half = _ordered.Length >> 1; half > 0; half >>= 1)
                {
                    a += half & -Below(a[half - 1], first);
                    b += half & -Below(b[half - 1], second);
                    c += half & -Below(c[half - 1], third);
                    d += half & -Below(d[half - 1], fourth);
                }
                ranks[i] = T.CreateTruncating(a - ordered);
                ranks[i + 1] = T.CreateTruncating(b - ordered);
                ranks[i + 2] = T.CreateTruncating(c - ordered);
                ranks[i + 3] = T.CreateTruncating(d - ordered);
            }
            for (; i < values.Length; i++)
            {
                var at = ordered;
                for (nint half = _ordered.Length >> 1; half > 0; half >>= 1) at += half & -Below(at[half - 1], values[i]);
                ranks[i] = T.CreateTruncating(at - ordered);
            }
        }
    }

    private static nint Below(double left, double right) => left < right ? 1 : 0;
}
