using System.Numerics;
using Analytics.Pipeline.DuckDb.Native;

namespace Analytics.Pipeline.DuckDb.Reading;

internal sealed unsafe partial class ColumnVector
{
    /// <summary>Any number as any other: a value out of range is an OverflowException, a fraction never becomes an integer.</summary>
    internal T ReadNumber<T>(int row) where T : struct, INumber<T> => Type.Id switch
    {
        NativeType.BigInt => T.CreateChecked(At<long>(row)),
        NativeType.Integer => T.CreateChecked(At<int>(row)),
        NativeType.Double => FromFraction<double, T>(At<double>(row)),
        NativeType.Decimal => ReadDecimalAs<T>(row),
        NativeType.SmallInt => T.CreateChecked(At<short>(row)),
        NativeType.TinyInt => T.CreateChecked(At<sbyte>(row)),
        NativeType.UTinyInt => T.CreateChecked(At<byte>(row)),
        NativeType.USmallInt => T.CreateChecked(At<ushort>(row)),
        NativeType.UInteger => T.CreateChecked(At<uint>(row)),
        NativeType.UBigInt => T.CreateChecked(At<ulong>(row)),
        NativeType.Float => FromFraction<float, T>(At<float>(row)),
        NativeType.HugeInt => T.CreateChecked(At<Int128>(row)),
        NativeType.UHugeInt => T.CreateChecked(At<UInt128>(row)),
        NativeType.BigNum => T.CreateChecked(ReadBigNum(row)),
        _ => throw NotReadableAs(typeof(T)),
    };

    internal bool ReadBoolean(int row) => Type.Id == NativeType.Boolean ? At<byte>(row) != 0 : throw NotReadableAs(typeof(bool));

    private TTo FromFraction<TFrom, TTo>(TFrom value) where TFrom : struct, INumber<TFrom> where TTo : struct, INumber<TTo> =>
        TTo.CreateTruncating(0.5) != TTo.Zero || TFrom.IsInteger(value)
            ? TTo.CreateChecked(value)
            : throw new InvalidCastException($"Column '{Name}' holds {value}, which is no {typeof(TTo).Name}.");

    private T ReadDecimalAs<T>(int row) where T : struct, INumber<T>
    {
        if (Type.Scale == 0) return T.CreateChecked(Mantissa(row));
        if (typeof(T) == typeof(double) || typeof(T) == typeof(float)) return T.CreateChecked(ReadDecimalAsDouble(row));
        return FromFraction<decimal, T>(ReadDecimal(row));
    }

    private double ReadDecimalAsDouble(int row)
    {
        var mantissa = Mantissa(row);
        // Below 2^53 and 10^22 both are exact doubles, so that their quotient is the nearest double.
        if (Int128.Abs(mantissa) < 1L << 53 && Type.Scale <= 22) return (double)mantissa / Math.Pow(10, Type.Scale);
        return double.Parse(DecimalText(mantissa), System.Globalization.CultureInfo.InvariantCulture);
    }

    // The bytes after a header of three are the magnitude, big-endian; a negative number has all bits inverted.
    private BigInteger ReadBigNum(int row)
    {
        var bytes = BytesOf(row).ToArray();
        var negative = (bytes[0] & 0x80) == 0;
        if (negative)
            for (var i = 0; i < bytes.Length; i++) bytes[i] = (byte)~bytes[i];
        var magnitude = new BigInteger(bytes.AsSpan(3), isUnsigned: true, isBigEndian: true);
        return negative ? -magnitude : magnitude;
    }
}
