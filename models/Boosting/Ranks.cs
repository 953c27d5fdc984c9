using System.Numerics;
using System.Runtime.Intrinsics;

namespace Analytics.Models.Boosting;

/// <summary>How many of some ordered numbers, 255 at the most, lie below each value; of a value that is no number, any count.</summary>
internal sealed unsafe class Ranks
{
    private const int Cells = 1_024;
    private const int MostInCell = 4;
    private const int Chunk = 256;

    /// <summary>Added to a number below 2^51, it rounds it to a whole one, which then stands in the low bits.</summary>
    private const double Rounder = 3L << 51;

    private readonly double[] _ordered;
    private readonly int _half;
    private readonly double _least;
    private readonly double _cellsPerUnit;
    private readonly byte[] _before = [];
    private readonly int _inCell;

    /// <summary>Filled up with infinities to a power of two, so that every search takes the same steps.</summary>
    internal Ranks(ReadOnlySpan<double> ordered)
    {
        while (ordered is [.. var rest, double.PositiveInfinity]) ordered = rest;
        var size = (int)BitOperations.RoundUpToPowerOf2((uint)ordered.Length + 1);
        _half = size >> 1;
        _ordered = new double[size + MostInCell];
        Array.Fill(_ordered, double.PositiveInfinity);
        ordered.CopyTo(_ordered);
        if (ordered.Length < 2) return;
        (_least, _cellsPerUnit) = (ordered[0], (Cells - 1) / (ordered[^1] - ordered[0]));
        if (!double.IsNormal(_cellsPerUnit)) return;
        (_before, _inCell) = Count(ordered);
    }

    /// <summary>Each value's rank: looked up by its cell, where no cell holds many of the numbers; else searched for.</summary>
    internal void Of(ReadOnlySpan<double> values, Span<byte> ranks)
    {
        fixed (double* value = values)
        fixed (byte* rank = ranks)
        {
            var looked = _inCell is > 0 and <= MostInCell ? values.Length & -Vector256<double>.Count : 0;
            for (var from = 0; from < looked; from += Chunk) LookUp(value + from, rank + from, Math.Min(Chunk, looked - from));
            Halve(value + looked, rank + looked, values.Length - looked);
        }
    }

    /// <summary>
    /// Equal cells over the range of the numbers. A value's cell never falls as the value rises, rounding included, so the numbers of the cells before its own
    /// lie below it and those of the cells after it do not: only its own cell's are compared.
    /// </summary>
    private void LookUp(double* values, byte* ranks, int count)
    {
        var cells = stackalloc long[Chunk];
        for (var i = 0; i < count; i += Vector256<double>.Count) Cell(Vector256.Load(values + i)).Store(cells + i);
        fixed (double* ordered = _ordered)
        fixed (byte* before = _before)
            for (var i = 0; i < count; i++)
            {
                nint first = before[cells[i]];
                var own = ordered + first;
                var value = values[i];
                var rank = first + Below(own[0], value) + Below(own[1], value);
                if (_inCell > 2) rank += Below(own[2], value) + Below(own[3], value);
                ranks[i] = (byte)rank;
            }
    }

    private Vector256<long> Cell(Vector256<double> values)
    {
        var cell = (values - Vector256.Create(_least)) * Vector256.Create(_cellsPerUnit);
        var within = Vector256.MinNative(Vector256.MaxNative(cell, Vector256<double>.Zero), Vector256.Create(Cells - 1.0));
        return (within + Vector256.Create(Rounder)).AsInt64() & Vector256.Create(Cells - 1L);
    }

    /// <summary>The numbers in the cells before each, and the most in one.</summary>
    private (byte[] Before, int Most) Count(ReadOnlySpan<double> ordered)
    {
        var own = new int[Cells];
        foreach (var number in ordered) own[Cell(Vector256.Create(number)).ToScalar()]++;
        var before = new byte[Cells];
        for (var cell = 1; cell < Cells; cell++) before[cell] = (byte)(before[cell - 1] + own[cell - 1]);
        return (before, own.Max());
    }

    /// <summary>Eight searches by halving at once and without branches: while one waits for memory the others go on.</summary>
    private void Halve(double* values, byte* ranks, int count)
    {
        fixed (double* ordered = _ordered)
        {
            var i = 0;
            for (; i + 8 <= count; i += 8) Eight(ordered, values + i, ranks + i);
            for (; i < count; i++) ranks[i] = (byte)One(ordered, values[i]);
        }
    }

    private void Eight(double* ordered, double* value, byte* rank)
    {
        nint a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0;
        for (nint half = _half; half > 0; half >>= 1)
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
        (rank[0], rank[1], rank[2], rank[3]) = ((byte)a, (byte)b, (byte)c, (byte)d);
        (rank[4], rank[5], rank[6], rank[7]) = ((byte)e, (byte)f, (byte)g, (byte)h);
    }

    private nint One(double* ordered, double value)
    {
        nint at = 0;
        for (nint half = _half; half > 0; half >>= 1) at += half & -Below(ordered[at + half - 1], value);
        return at;
    }

    private static nint Below(double left, double right) => left < right ? 1 : 0;
}
