using System.Numerics;
using System.Runtime.Intrinsics;

namespace Analytics.Models.Boosting;

/// <summary>How many of some ordered numbers lie below each value; a value that is no number has rank 0.</summary>
internal sealed class Ranks
{
    /// <summary>Up to so many numbers, comparing with all of them is faster than halving: nothing waits.</summary>
    private static readonly int s_few = Vector512.IsHardwareAccelerated ? 127 : 47;

    private const int Together = 16;

    private readonly double[] _ordered;
    private readonly int _count;

    /// <summary>Filled up with infinities to a power of two, so that every search takes the same steps.</summary>
    internal Ranks(ReadOnlySpan<double> ordered)
    {
        _count = ordered.Length;
        _ordered = new double[BitOperations.RoundUpToPowerOf2((uint)ordered.Length + 1)];
        Array.Fill(_ordered, double.PositiveInfinity);
        ordered.CopyTo(_ordered);
    }

    /// <summary>Sixteen values at once are held against each number; the rest are searched for.</summary>
    internal void OfFew(ReadOnlySpan<double> values, Span<int> ranks)
    {
        var counted = _count <= s_few ? values.Length & -Together : 0;
        for (var i = 0; i < counted; i += Together) Count(values.Slice(i, Together)).CopyTo(ranks[i..]);
        Of(values[counted..], ranks[counted..]);
    }

    private Vector512<int> Count(ReadOnlySpan<double> values)
    {
        var (first, second) = (Vector512.Create(values), Vector512.Create(values[Vector512<double>.Count..]));
        var (below, belowSecond) = (Vector512<long>.Zero, Vector512<long>.Zero);
        foreach (var number in _ordered.AsSpan(0, _count))
        {
            below = Vector512.ConditionalSelect(Vector512.LessThan(Vector512.Create(number), first).AsInt64(), below + Vector512<long>.One, below);
            belowSecond = Vector512.ConditionalSelect(Vector512.LessThan(Vector512.Create(number), second).AsInt64(), belowSecond + Vector512<long>.One, belowSecond);
        }
        return Vector512.Narrow(below, belowSecond);
    }

    /// <summary>Eight searches by halving at once and without branches: while one waits for memory the others go on.</summary>
    internal unsafe void Of<T>(ReadOnlySpan<double> values, Span<T> ranks)
        where T : unmanaged, IBinaryInteger<T>
    {
        fixed (double* ordered = _ordered, value = values)
        fixed (T* rank = ranks)
        {
            var i = 0;
            for (; i + 8 <= values.Length; i += 8) Eight(ordered, value + i, rank + i);
            for (; i < values.Length; i++) rank[i] = T.CreateTruncating(One(ordered, value[i]));
        }
    }

    private unsafe void Eight<T>(double* ordered, double* value, T* rank)
        where T : unmanaged, IBinaryInteger<T>
    {
        nint a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0;
        for (nint half = _ordered.Length >> 1; half > 0; half >>= 1)
        {
            var middle = ordered + half - 1;
            a += half & -Below(middle[a], value[0]);
            b += half & -Below(middle[b], value[1]);
            c += half & -Below(middle[c], value[2]);
            d += half & -Below(middle[d], value[3]);
            e += half & -Below(middle[e], value[4]);
            f += half & -Below(middle[f], value[5]);
            g += half & -Below(middle[g], value[6]);
            h += half & -Below(middle[h], value[7]);
        }
        rank[0] = T.CreateTruncating(a);
        rank[1] = T.CreateTruncating(b);
        rank[2] = T.CreateTruncating(c);
        rank[3] = T.CreateTruncating(d);
        rank[4] = T.CreateTruncating(e);
        rank[5] = T.CreateTruncating(f);
        rank[6] = T.CreateTruncating(g);
        rank[7] = T.CreateTruncating(h);
    }

    private unsafe nint One(double* ordered, double value)
    {
        nint at = 0;
        for (nint half = _ordered.Length >> 1; half > 0; half >>= 1) at += half & -Below(ordered[at + half - 1], value);
        return at;
    }

    private static nint Below(double left, double right) => left < right ? 1 : 0;
}
