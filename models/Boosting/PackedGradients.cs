using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Analytics.Models.Boosting;

/// <summary>
/// First and second derivatives as whole numbers, one in each half of a 64-bit word, so that one addition sums both and the sums are
/// the same in any order. Units are as fine as the number of rows allows without overflow (Shi et al. 2022 quantise further).
/// </summary>
internal sealed class PackedGradients(int rows)
{
    private const int Block = 512;

    /// <summary>Added to a number it rounds it, half to even, and the whole number then stands in the low bits.</summary>
    private const double Rounder = 3L << 51;

    internal long[] Values { get; } = GC.AllocateArray<long>(rows, pinned: true);

    /// <summary>What one unit of a packed first derivative stands for.</summary>
    internal double FirstUnit { get; private set; } = 1;

    /// <summary>What one unit of a packed second derivative stands for.</summary>
    internal double SecondUnit { get; private set; } = 1;

    internal void Fill(BoostingLoss loss, double[] targets, double[] scores, int threads)
    {
        var (most, mostSecond) = loss.Bounds ?? Greatest(loss, targets, scores, threads);
        FirstUnit = Unit(most, int.MaxValue);
        SecondUnit = Unit(mostSecond, uint.MaxValue);
        Work.Chunks(rows, threads, (from, to) => Derive(loss, targets, scores, from, to, (row, first, second) => Pack(first, second, Values.AsSpan(row))));
    }

    internal double First(long packed) => FirstOf(packed) * FirstUnit;

    internal double Second(long packed) => SecondOf(packed) * SecondUnit;

    /// <summary>The fewest units of a second derivative that stand for at least this much.</summary>
    internal long SecondUnits(double least)
    {
        var units = (long)Math.Ceiling(Math.Min(least / SecondUnit, uint.MaxValue));
        return units * SecondUnit < least ? units + 1 : units;
    }

    internal static long Pack(long first, long second) => (first << 32) + second;

    /// <summary>The upper half; the lower is never negative, so it borrows nothing from it.</summary>
    internal static long FirstOf(long packed) => packed >> 32;

    internal static long SecondOf(long packed) => packed & uint.MaxValue;

    /// <summary>What the vectors must equal.</summary>
    internal long Plain(double first, double second) => Pack((long)Math.Round(first * (1 / FirstUnit)), (long)Math.Round(second * (1 / SecondUnit)));

    private void Pack(ReadOnlySpan<double> first, ReadOnlySpan<double> second, Span<long> packed)
    {
        var (perFirst, perSecond, rounder) = (1 / FirstUnit, 1 / SecondUnit, Vector256.Create(Rounder));
        var firsts = MemoryMarshal.Cast<double, Vector256<double>>(first);
        var seconds = MemoryMarshal.Cast<double, Vector256<double>>(second);
        var words = MemoryMarshal.Cast<long, Vector256<long>>(packed);
        for (var i = 0; i < firsts.Length; i++)
        {
            // The rounder's own bits leave the upper half by the shift, and cancel in the lower.
            var high = (firsts[i] * perFirst + rounder).AsInt64() << 32;
            words[i] = high + ((seconds[i] * perSecond + rounder).AsInt64() - rounder.AsInt64());
        }
        for (var i = firsts.Length * Vector256<double>.Count; i < first.Length; i++) packed[i] = Plain(first[i], second[i]);
    }

    private delegate void Derived(int row, ReadOnlySpan<double> first, ReadOnlySpan<double> second);

    private static void Derive(BoostingLoss loss, double[] targets, double[] scores, int from, int to, Derived derived)
    {
        Span<double> first = stackalloc double[Block], second = stackalloc double[Block];
        for (var start = from; start < to; start += Block)
        {
            var length = Math.Min(Block, to - start);
            loss.Derive(targets.AsSpan(start, length), scores.AsSpan(start, length), first, second);
            derived(start, first[..length], second[..length]);
        }
    }

    private (double First, double Second) Greatest(BoostingLoss loss, double[] targets, double[] scores, int threads)
    {
        var (mostFirst, mostSecond) = (new double[Work.Pieces(rows, threads)], new double[Work.Pieces(rows, threads)]);
        Work.Each(mostFirst.Length, threads, piece => Derive(
            loss, targets, scores, Work.Edge(rows, mostFirst.Length, piece), Work.Edge(rows, mostFirst.Length, piece + 1), (_, first, second) =>
            {
                mostFirst[piece] = Most(first, mostFirst[piece]);
                mostSecond[piece] = Most(second, mostSecond[piece]);
            }));
        return (mostFirst.Max(), mostSecond.Max());
    }

    private static double Most(ReadOnlySpan<double> values, double most)
    {
        foreach (var value in values) most = Math.Max(most, Math.Abs(value));
        return most;
    }

    private double Unit(double most, double limit) => most > 0 ? most / Math.Floor(Math.Min(limit / rows, 1 << 24) * 0.999) : 1;
}
