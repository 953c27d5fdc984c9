using Analytics.Dashboards.Pages;

namespace Analytics.Dashboards.Engine;

/// <summary>Packs whole numbers into few bytes: what is expected of them, their common step and least value taken out, then deflated byte plane by byte plane.</summary>
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
        if (near.Planes.Count == 0 || expected is not Expected.OfAccount)
            return Add(near);
        var plain = Coded(values, Expected.Nothing, null, [], []);
        return Add(plain.Length < near.Length ? plain : near);
    }

    private static CodedColumn Coded(long[] values, Expected expected, string? of, long[] known, long[] accounts)
    {
        var differences = new long[values.Length];
        for (var row = 0; row < values.Length; row++)
            differences[row] = values[row] - (expected switch
            {
                Expected.Before => row > 0 ? values[row - 1] : 0,
                Expected.BeforeOfAccount when row > 0 && accounts[row] == accounts[row - 1] => values[row - 1],
                Expected.BeforeOfAccount => of is null ? 0 : known[accounts[row]],
                Expected.OfAccount => known[accounts[row]],
                Expected.OfRow => known[row],
                _ => 0,
            });
        var step = Math.Max(1, CommonStep([.. differences, .. expected is Expected.OfAccount ? known : []]));
        var least = differences.Length == 0 ? 0 : differences.Min() / step;
        var (lowest, highest) = values.Length == 0 ? (0, 0) : (values.Min(), values.Max());
        return new CodedColumn(new(step, least, lowest, highest, expected, of, []), [.. Planes(Array.ConvertAll(differences, difference => (ulong)(difference / step - least)))]);
    }

    private PackedColumn Add(CodedColumn coded) => coded.Column with { Planes = [.. coded.Planes.Select(Add)] };

    public PackedBytes Pack(byte[] bytes) => Add(Deflated.Fewer(bytes));

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

    private static IEnumerable<byte[]> Planes(ulong[] codes)
    {
        var greatest = codes.Length == 0 ? 0 : codes.Max();
        for (var shift = 0; shift < 64 && greatest >> shift != 0; shift += 8)
            yield return Deflated.Fewer(Array.ConvertAll(codes, code => (byte)(code >> shift)));
    }

    /// <summary>A column that may be packed: its planes are deflated, but have no place yet.</summary>
    private sealed record CodedColumn(PackedColumn Column, IReadOnlyList<byte[]> Planes)
    {
        public int Length => Planes.Sum(plane => plane.Length);
    }
}
