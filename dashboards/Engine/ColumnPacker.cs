using Analytics.Dashboards.Pages;

namespace Analytics.Dashboards.Engine;

/// <summary>Packs whole numbers into few bytes: their common step and least value taken out, then deflated byte plane by byte plane.</summary>
internal static class ColumnPacker
{
    public static PackedColumn Pack(ReadOnlySpan<long> values)
    {
        var step = Math.Max(1, CommonStep(values));
        var codes = new ulong[values.Length];
        var least = Least(values) / step;
        var rises = Rises(values);
        for (var row = 0; row < values.Length; row++)
            codes[row] = (ulong)(values[row] / step - (rises && row > 0 ? values[row - 1] / step : least));
        return new PackedColumn(step, least, rises, [.. Planes(codes)]);
    }

    private static long CommonStep(ReadOnlySpan<long> values)
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

    private static long Least(ReadOnlySpan<long> values)
    {
        var least = values.IsEmpty ? 0 : long.MaxValue;
        foreach (var value in values)
            least = Math.Min(least, value);
        return least;
    }

    private static bool Rises(ReadOnlySpan<long> values)
    {
        for (var row = 1; row < values.Length; row++)
            if (values[row] < values[row - 1])
                return false;
        return values.Length > 1;
    }

    private static IEnumerable<string> Planes(ulong[] codes)
    {
        var greatest = codes.Length == 0 ? 0 : codes.Max();
        for (var shift = 0; shift < 64 && greatest >> shift != 0; shift += 8)
            yield return Deflated.Base64(Array.ConvertAll(codes, code => (byte)(code >> shift)));
    }
}
