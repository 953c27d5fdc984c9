using System.Numerics;
using Analytics.Dashboards.Pages;

namespace Analytics.Dashboards.Engine;

/// <summary>Packs whole numbers into few bytes: what is expected of them, their common step and least value taken out, then deflated plane by plane of their bits.</summary>
internal sealed class ColumnPacker
{
    private readonly List<byte> _packed = [];

    /// <summary>All that was packed, one after the other.</summary>
    public byte[] Bytes => [.. _packed];

    public PackedColumn Pack(long[] values) => Add(Coded(values, Expected.Nothing, null, [], []));

    /// <param name="values">One number per row.</param>
    /// <param name="expected">What each is near, if that saves bytes.</param>
    /// <param name="of">What the numbers that tell it are called.</param>
    /// <param name="known">Those numbers, by account or by row; none where nothing is told.</param>
    /// <param name="accounts">Each row's account.</param>
    public PackedColumn Pack(long[] values, Expected expected, string? of, long[] known, long[] accounts)
    {
        var near = Coded(values, expected, of, known, accounts);
        if (near.Planes.Count == 0 || expected is not (Expected.OfAccount or Expected.UsualOfAccount))
            return Add(near);
        var plain = Coded(values, Expected.Nothing, null, [], []);
        // What is usual of an account is told for this column alone.
        var told = expected is Expected.UsualOfAccount ? Coded(known, Expected.Nothing, null, [], []).Length : 0;
        return Add(plain.Length < near.Length + told ? plain : near);
    }

    private static CodedColumn Coded(long[] values, Expected expected, string? of, long[] known, long[] accounts)
    {
        var differences = new long[values.Length];
        for (var row = 0; row < values.Length; row++)
            differences[row] = expected switch
            {
                Expected.Before when row > 0 => values[row] - values[row - 1],
                Expected.BeforeOfAccount when row > 0 && accounts[row] == accounts[row - 1] => values[row] - values[row - 1],
                Expected.BeforeOfAccount when of is not null => values[row] - known[accounts[row]],
                Expected.OfAccount => values[row] - known[accounts[row]],
                Expected.UsualOfAccount => Swapped(values[row], known[accounts[row]]),
                Expected.OfRow => values[row] - known[row],
                _ => values[row],
            };
        var step = Math.Max(1, CommonStep([.. differences, .. expected is Expected.OfAccount ? known : []]));
        var least = differences.Length == 0 ? 0 : differences.Min() / step;
        var (lowest, highest) = values.Length == 0 ? (0, 0) : (values.Min(), values.Max());
        var (top, planes) = Planes(Array.ConvertAll(differences, difference => (ulong)(difference / step - least)));
        return new CodedColumn(new(step, least, lowest, highest, expected, of, top, []), planes);
    }

    private static long Swapped(long value, long usual) => value == usual ? 0 : value == 0 ? usual : value;

    private PackedColumn Add(CodedColumn coded) => coded.Column with { Planes = [.. coded.Planes.Select(Add)] };

    private PackedPlane Add(CodedPlane plane)
    {
        var (start, length) = Add(plane.Deflated);
        return new PackedPlane(start, length, plane.Base);
    }

    public PackedBytes Pack(byte[] bytes) => Add(Deflated.Fewest(bytes));

    /// <summary>What is packed begins at a whole group of characters, so that a browser reads it without the rest.</summary>
    private PackedBytes Add(byte[] deflated)
    {
        _packed.AddRange(new byte[(Base116.BytesOfGroup - (_packed.Count % Base116.BytesOfGroup)) % Base116.BytesOfGroup]);
        var start = _packed.Count;
        _packed.AddRange(deflated);
        return new PackedBytes(start, deflated.Length);
    }

    private static long CommonStep(long[] values)
    {
        var step = 0L;
        foreach (var value in values)
        {
            for (var rest = Math.Abs(value); rest != 0;)
                (step, rest) = (rest, step % rest);
            if (step == 1)
                break;
        }
        return step;
    }

    /// <summary>
    /// The last plane holds what the others leave of the bits, or eight of them, if that takes fewer bytes: few bits, most of them alike,
    /// cost a whole bit each, and the more lie together the less is lost.
    /// </summary>
    private static (int Top, IReadOnlyList<CodedPlane> Planes) Planes(ulong[] codes)
    {
        var bits = codes.Length == 0 ? 0 : 64 - BitOperations.LeadingZeroCount(codes.Max());
        if (bits == 0)
            return (0, []);
        var top = (bits - 1) / CodedPlane.Bits * CodedPlane.Bits;
        var lower = Enumerable.Range(0, Math.Max(0, (top / CodedPlane.Bits) - 1)).Select(place => CodedPlane.Of(codes, CodedPlane.Bits * place, CodedPlane.Bits)).ToList();
        var upper = Upper(codes, top, top);
        var wide = top == 0 ? upper : Upper(codes, top, bits - CodedPlane.Bits);
        return Length(wide) < Length(upper) ? (bits - CodedPlane.Bits, [.. lower, .. wide]) : (top, [.. lower, .. upper]);
    }

    /// <summary>The last plane from a bit on, and the one before it up to there.</summary>
    private static IReadOnlyList<CodedPlane> Upper(ulong[] codes, int bytes, int top)
    {
        var last = CodedPlane.Of(codes, top, CodedPlane.Bits);
        var before = bytes - CodedPlane.Bits;
        return bytes == 0 ? [last] : [CodedPlane.Of(codes, before, top - before), last];
    }

    private static int Length(IEnumerable<CodedPlane> planes) => planes.Sum(plane => plane.Deflated.Length);

    /// <summary>A column that may be packed: its planes are deflated, but have no place yet.</summary>
    private sealed record CodedColumn(PackedColumn Column, IReadOnlyList<CodedPlane> Planes)
    {
        public int Length => Length(Planes);
    }
}
