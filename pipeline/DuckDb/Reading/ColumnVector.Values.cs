using System.Numerics;
using System.Runtime.CompilerServices;
using Analytics.Pipeline.DuckDb.Native;

namespace Analytics.Pipeline.DuckDb.Reading;

internal sealed unsafe partial class ColumnVector
{
    /// <summary>The value as T; NULL only where T can be null.</summary>
    internal T Read<T>(int row)
    {
        if (!IsValid(row)) return default(T) is null && Nullable.GetUnderlyingType(typeof(T)) is not null ? default! : throw IsNull();
        if (typeof(T) == typeof(long)) return As<long, T>(ReadNumber<long>(row));
        if (typeof(T) == typeof(int)) return As<int, T>(ReadNumber<int>(row));
        if (typeof(T) == typeof(double)) return As<double, T>(ReadNumber<double>(row));
        if (typeof(T) == typeof(decimal)) return As<decimal, T>(ReadNumber<decimal>(row));
        if (typeof(T) == typeof(DateOnly)) return As<DateOnly, T>(ReadDate(row));
        if (typeof(T) == typeof(DateTime)) return As<DateTime, T>(ReadDateTime(row));
        if (typeof(T) == typeof(bool)) return As<bool, T>(ReadBoolean(row));
        if (typeof(T) == typeof(string)) return (T)(object)ReadText(row);
        if (typeof(T) == typeof(DuckDBInterval)) return As<DuckDBInterval, T>(ReadInterval(row));
        if (typeof(T) == typeof(Guid)) return As<Guid, T>(ReadGuid(row));
        return (T)ReadAs(typeof(T), row);
    }

    /// <summary>The value in the .NET type that stands for the column's type.</summary>
    internal object ReadObject(int row) => Type.Id switch
    {
        NativeType.Boolean => ReadBoolean(row),
        NativeType.TinyInt => At<sbyte>(row),
        NativeType.SmallInt => At<short>(row),
        NativeType.Integer => At<int>(row),
        NativeType.BigInt => At<long>(row),
        NativeType.UTinyInt => At<byte>(row),
        NativeType.USmallInt => At<ushort>(row),
        NativeType.UInteger => At<uint>(row),
        NativeType.UBigInt => At<ulong>(row),
        NativeType.HugeInt or NativeType.UHugeInt or NativeType.BigNum => ReadNumber<BigInteger>(row),
        NativeType.Float => At<float>(row),
        NativeType.Double => At<double>(row),
        NativeType.Decimal => ReadDecimal(row),
        NativeType.Varchar or NativeType.Enum or NativeType.Bit => ReadText(row),
        NativeType.Blob or NativeType.Geometry => ReadBytes(row),
        NativeType.Date => ReadDate(row),
        NativeType.Time or NativeType.TimeNs => ReadTime(row),
        NativeType.TimeTz => ReadDateTimeOffset(row),
        NativeType.Interval => ReadTimeSpan(row),
        NativeType.Uuid => ReadGuid(row),
        NativeType.List or NativeType.Array => ReadList(Type.ClrType, row),
        NativeType.Struct => ReadStruct(row),
        NativeType.Map => ReadMap(Type.ClrType, row),
        NativeType.Union => ReadUnion(row) ?? DBNull.Value,
        _ when Type.IsTimestamp => ReadDateTime(row),
        _ => throw new NotSupportedException($"Column '{Name}' is {Type.SqlName}, which this provider does not read: cast it to VARCHAR in SQL."),
    };

    private static T As<TFrom, T>(TFrom value) => Unsafe.As<TFrom, T>(ref value);

    /// <summary>The value as a type known only at run time: the rarer ones, the nullable and the nested.</summary>
    private object ReadAs(Type target, int row)
    {
        var type = Nullable.GetUnderlyingType(target) ?? target;
        if (type == typeof(object)) return ReadObject(row);
        if (type.IsEnum) return ReadEnum(type, row);
        return ReadRareNumber(type, row) ?? ReadOther(type, row) ?? throw NotReadableAs(target);
    }

    private object? ReadRareNumber(Type type, int row) =>
        type == typeof(long) ? ReadNumber<long>(row) :
        type == typeof(int) ? ReadNumber<int>(row) :
        type == typeof(double) ? ReadNumber<double>(row) :
        type == typeof(decimal) ? ReadNumber<decimal>(row) :
        type == typeof(short) ? ReadNumber<short>(row) :
        type == typeof(sbyte) ? ReadNumber<sbyte>(row) :
        type == typeof(byte) ? ReadNumber<byte>(row) :
        type == typeof(ushort) ? ReadNumber<ushort>(row) :
        type == typeof(uint) ? ReadNumber<uint>(row) :
        type == typeof(ulong) ? ReadNumber<ulong>(row) :
        type == typeof(float) ? ReadNumber<float>(row) :
        type == typeof(Int128) ? ReadNumber<Int128>(row) :
        type == typeof(UInt128) ? ReadNumber<UInt128>(row) :
        type == typeof(BigInteger) ? ReadNumber<BigInteger>(row) : null;

    private object? ReadOther(Type type, int row) =>
        type == typeof(bool) ? ReadBoolean(row) :
        type == typeof(string) ? ReadText(row) :
        type == typeof(byte[]) ? ReadBytes(row) :
        type == typeof(Stream) ? new MemoryStream(ReadBytes(row), writable: false) :
        type == typeof(DateOnly) ? ReadDate(row) :
        type == typeof(DateTime) ? ReadDateTime(row) :
        type == typeof(DateTimeOffset) ? ReadDateTimeOffset(row) :
        type == typeof(TimeOnly) ? ReadTime(row) :
        type == typeof(TimeSpan) ? ReadTimeSpan(row) :
        type == typeof(DuckDBInterval) ? ReadInterval(row) :
        type == typeof(Guid) ? ReadGuid(row) : ReadNested(type, row);

    private object ReadEnum(Type type, int row) => Type.Id is NativeType.Varchar or NativeType.Enum
        ? Enum.Parse(type, ReadText(row), ignoreCase: true)
        : Enum.ToObject(type, ReadNumber<long>(row));
}
