using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Analytics.Models.Boosting;

/// <summary>
/// The leaves of a tree that still stand, for a block of rows. Eight leaves make a byte of each row, so that a question, which strikes out neighbours, mostly
/// changes one byte.
/// </summary>
internal static unsafe class LeafMasks
{
    internal const int MostLeaves = 32;
    internal const int Bytes = MostLeaves / 8;
    private const int Lanes = 32;
    private const int Block = RankedColumns.Block;

    /// <summary>Where its column starts in the block; the rank from which the answer is "right", and the leaves that it then leaves, each four times over.</summary>
    [StructLayout(LayoutKind.Auto)]
    internal readonly record struct Question(int Start, uint Right, uint Left)
    {
        private const uint FourTimes = 0x01010101;

        internal static Question Of(int start, sbyte right, byte left) => new(start, (byte)right * FourTimes, left * FourTimes);
    }

    /// <summary>One byte of leaves of each row of the block: those that the questions leave.</summary>
    internal static void Ask(ReadOnlySpan<Question> questions, sbyte* ranks, byte* standing)
    {
        var all = Vector256<sbyte>.AllBitsSet;
        var (a, b, c, d, e, f, g, h) = (all, all, all, all, all, all, all, all);
        foreach (ref readonly var question in questions)
        {
            var (right, left) = (Vector256.Create(question.Right).AsSByte(), Vector256.Create(question.Left).AsSByte());
            var rank = ranks + question.Start;
            a &= Vector256.GreaterThan(right, Vector256.Load(rank)) | left;
            b &= Vector256.GreaterThan(right, Vector256.Load(rank + Lanes)) | left;
            c &= Vector256.GreaterThan(right, Vector256.Load(rank + 2 * Lanes)) | left;
            d &= Vector256.GreaterThan(right, Vector256.Load(rank + 3 * Lanes)) | left;
            e &= Vector256.GreaterThan(right, Vector256.Load(rank + 4 * Lanes)) | left;
            f &= Vector256.GreaterThan(right, Vector256.Load(rank + 5 * Lanes)) | left;
            g &= Vector256.GreaterThan(right, Vector256.Load(rank + 6 * Lanes)) | left;
            h &= Vector256.GreaterThan(right, Vector256.Load(rank + 7 * Lanes)) | left;
        }
        var into = (Vector256<sbyte>*)standing;
        (into[0], into[1], into[2], into[3], into[4], into[5], into[6], into[7]) = (a, b, c, d, e, f, g, h);
    }

    /// <summary>Adds to each row the value of its leftmost standing leaf.</summary>
    internal static void Add(double* leaves, byte* standing, double* sums)
    {
        var rows = stackalloc uint[Lanes];
        for (var row = 0; row < Block; row += Lanes)
        {
            var (first, second) = (Vector256.Load(standing + row), Vector256.Load(standing + row + Block));
            var (third, fourth) = (Vector256.Load(standing + row + 2 * Block), Vector256.Load(standing + row + 3 * Block));
            Join(Vector256.WidenLower(first) | Vector256.WidenLower(second) << 8, Vector256.WidenLower(third) | Vector256.WidenLower(fourth) << 8, rows);
            Join(Vector256.WidenUpper(first) | Vector256.WidenUpper(second) << 8, Vector256.WidenUpper(third) | Vector256.WidenUpper(fourth) << 8, rows + Lanes / 2);
            for (var lane = 0; lane < Lanes; lane += 4)
            {
                var sum = sums + row + lane;
                sum[0] += leaves[BitOperations.TrailingZeroCount(rows[lane])];
                sum[1] += leaves[BitOperations.TrailingZeroCount(rows[lane + 1])];
                sum[2] += leaves[BitOperations.TrailingZeroCount(rows[lane + 2])];
                sum[3] += leaves[BitOperations.TrailingZeroCount(rows[lane + 3])];
            }
        }
    }

    /// <summary>Sixteen rows whose leaves stand in two halves.</summary>
    private static void Join(Vector256<ushort> low, Vector256<ushort> high, uint* rows)
    {
        (Vector256.WidenLower(low) | Vector256.WidenLower(high) << 16).Store(rows);
        (Vector256.WidenUpper(low) | Vector256.WidenUpper(high) << 16).Store(rows + Vector256<uint>.Count);
    }
}
