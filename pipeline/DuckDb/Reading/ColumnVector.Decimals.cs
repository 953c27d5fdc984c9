using System.Globalization;

namespace Analytics.Pipeline.DuckDb.Reading;

internal sealed unsafe partial class ColumnVector
{
    private static readonly Int128 _decimalLimit = Int128.One << 96;

    private Int128 Mantissa(int row) => Type.Width switch
    {
        <= 4 => At<short>(row),
        <= 9 => At<int>(row),
        <= 18 => At<long>(row),
        _ => At<Int128>(row),
    };

    /// <summary>A DECIMAL exactly; one that has more digits than System.Decimal holds is an OverflowException.</summary>
    private decimal ReadDecimal(int row)
    {
        if (Type.Width <= 18) return FromLong(Type.Width <= 4 ? At<short>(row) : Type.Width <= 9 ? At<int>(row) : At<long>(row));
        var (mantissa, scale) = (At<Int128>(row), (int)Type.Scale);
        while (scale > 0 && (scale > 28 || Int128.Abs(mantissa) >= _decimalLimit) && mantissa % 10 == 0)
            (mantissa, scale) = (mantissa / 10, scale - 1);
        var size = Int128.Abs(mantissa);
        if (scale > 28 || size >= _decimalLimit) throw TooLong(row);
        return new decimal((int)(uint)(size & uint.MaxValue), (int)(uint)(size >> 32 & uint.MaxValue), (int)(uint)(size >> 64), mantissa < 0, (byte)scale);
    }

    private decimal FromLong(long mantissa)
    {
        var size = (ulong)Math.Abs(mantissa);
        return new decimal((int)(uint)size, (int)(uint)(size >> 32), 0, mantissa < 0, Type.Scale);
    }

    private string DecimalText(Int128 mantissa)
    {
        if (Type.Scale == 0) return mantissa.ToString(CultureInfo.InvariantCulture);
        var digits = Int128.Abs(mantissa).ToString(CultureInfo.InvariantCulture).PadLeft(Type.Scale + 1, '0');
        return $"{(mantissa < 0 ? "-" : "")}{digits[..^Type.Scale]}.{digits[^Type.Scale..]}";
    }

    private OverflowException TooLong(int row) => new(
        $"Column '{Name}' holds {DecimalText(Mantissa(row))}, more digits than System.Decimal has. Read it with GetString or GetDouble, or round it in SQL.");
}
