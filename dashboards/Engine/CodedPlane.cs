namespace Analytics.Dashboards.Engine;

/// <summary>Some bits of each code, deflated: a byte a row, or several rows as the digits of one byte, if that takes fewer.</summary>
/// <param name="Deflated">The bytes as the page holds them.</param>
/// <param name="Base">The base of the digits; none where each row has its byte.</param>
internal sealed record CodedPlane(byte[] Deflated, int? Base)
{
    public const int Bits = 8;
    private const int Values = 1 << Bits;

    /// <param name="codes">One code per row.</param>
    /// <param name="shift">The lowest bit.</param>
    /// <param name="bits">How many there are from it on, eight at most.</param>
    public static CodedPlane Of(ulong[] codes, int shift, int bits)
    {
        var rows = Array.ConvertAll(codes, code => (byte)((code >> shift) & ((1UL << bits) - 1)));
        var single = new CodedPlane(Pages.Deflated.Fewest(rows), null);
        var count = rows.Max() + 1;
        if (count == 1 || count * count > Values)
            return single;
        // A symbol costs whole bits, and the end of a block takes a place among few: of several rows in one byte less is lost.
        var several = new CodedPlane(Pages.Deflated.Fewest(Together(rows, count)), count);
        return several.Deflated.Length < single.Deflated.Length ? several : single;
    }

    private static byte[] Together(byte[] rows, int count)
    {
        var inByte = 1;
        for (var power = count * count; power <= Values; power *= count)
            inByte++;
        var bytes = new byte[(rows.Length + inByte - 1) / inByte];
        for (var row = rows.Length - 1; row >= 0; row--)
            bytes[row / inByte] = (byte)((bytes[row / inByte] * count) + rows[row]);
        return bytes;
    }
}
