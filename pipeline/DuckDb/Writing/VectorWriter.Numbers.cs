using System.Globalization;
using System.Numerics;
using Analytics.Pipeline.DuckDb.Native;

namespace Analytics.Pipeline.DuckDb.Writing;

internal sealed unsafe partial class VectorWriter
{
    private void WriteNumber<T>(int row, T value) where T : struct, INumber<T>
    {
        switch (_type.Id)
        {
            case NativeType.BigInt: Set(row, Whole<T, long>(value)); break;
            case NativeType.Integer: Set(row, Whole<T, int>(value)); break;
            case NativeType.Double: Set(row, double.CreateChecked(value)); break;
            case NativeType.Decimal: WriteDecimal(row, value); break;
            case NativeType.SmallInt: Set(row, Whole<T, short>(value)); break;
            case NativeType.TinyInt: Set(row, Whole<T, sbyte>(value)); break;
            case NativeType.UTinyInt: Set(row, Whole<T, byte>(value)); break;
            case NativeType.USmallInt: Set(row, Whole<T, ushort>(value)); break;
            case NativeType.UInteger: Set(row, Whole<T, uint>(value)); break;
            case NativeType.UBigInt: Set(row, Whole<T, ulong>(value)); break;
            case NativeType.Float: Set(row, float.CreateChecked(value)); break;
            case NativeType.HugeInt: Set(row, Whole<T, Int128>(value)); break;
            case NativeType.UHugeInt: Set(row, Whole<T, UInt128>(value)); break;
            default: throw NotWritable(typeof(T));
        }
    }

    private void WriteBoolean(int row, bool value)
    {
        if (_type.Id != NativeType.Boolean) throw NotWritable(typeof(bool));
        Set(row, value ? (byte)1 : (byte)0);
    }

    private TTo Whole<TFrom, TTo>(TFrom value) where TFrom : struct, INumber<TFrom> where TTo : struct, INumber<TTo> =>
        TFrom.IsInteger(value) ? TTo.CreateChecked(value) : throw new InvalidCastException(
            $"{_name} is {_type.SqlName}, which does not take {value.ToString(null, CultureInfo.InvariantCulture)}: round it first.");

    private void WriteDecimal<T>(int row, T value) where T : struct, INumber<T>
    {
        var mantissa = T.CreateTruncating(0.5) == T.Zero
            ? checked(Int128.CreateChecked(value) * PowerOfTen(_type.Scale))
            : Mantissa(decimal.CreateChecked(value));
        if (Int128.Abs(mantissa) >= PowerOfTen(_type.Width)) throw new OverflowException(
            $"{_name} is {_type.SqlName}, which is too short for {value.ToString(null, CultureInfo.InvariantCulture)}.");
        switch (_type.Width)
        {
            case <= 4: Set(row, (short)mantissa); break;
            case <= 9: Set(row, (int)mantissa); break;
            case <= 18: Set(row, (long)mantissa); break;
            default: Set(row, mantissa); break;
        }
    }

    // Rounds half away from zero, as DuckDB does when it casts a decimal to fewer digits.
    private Int128 Mantissa(decimal value)
    {
        if (value.Scale > _type.Scale) value = decimal.Round(value, _type.Scale, MidpointRounding.AwayFromZero);
        Span<int> parts = stackalloc int[4];
        decimal.GetBits(value, parts);
        var size = (Int128)new UInt128((uint)parts[2], (ulong)(uint)parts[1] << 32 | (uint)parts[0]);
        var mantissa = checked(size * PowerOfTen(_type.Scale - value.Scale));
        return decimal.IsNegative(value) ? -mantissa : mantissa;
    }

    private static Int128 PowerOfTen(int exponent) => exponent <= 18 ? _powers[exponent] : _powers[18] * PowerOfTen(exponent - 18);

    private static readonly long[] _powers = [.. Enumerable.Range(0, 19).Select(i => (long)BigInteger.Pow(10, i))];
}
