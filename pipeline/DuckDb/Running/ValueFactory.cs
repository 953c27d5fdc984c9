using System.Collections;
using System.Numerics;
using System.Text;
using Analytics.Pipeline.DuckDb.Native;
using Analytics.Pipeline.DuckDb.Reading;
using static Analytics.Pipeline.DuckDb.Native.NativeMethods;

namespace Analytics.Pipeline.DuckDb.Running;

/// <summary>DuckDB values from .NET values.</summary>
internal static unsafe class ValueFactory
{
    internal static ValueHandle Create(object? value, string what) => value switch
    {
        null or DBNull => duckdb_create_null_value(),
        string text => FromText(text),
        int number => duckdb_create_int32(number),
        long number => duckdb_create_int64(number),
        double number => duckdb_create_double(number),
        decimal number => FromDecimal(number),
        bool truth => duckdb_create_bool(truth),
        DateOnly date => duckdb_create_date(new NativeDate(Epoch.FromDate(date))),
        DateTime time => duckdb_create_timestamp(Micros(time)),
        DateTimeOffset time => duckdb_create_timestamp_tz(Micros(time.UtcDateTime)),
        TimeOnly time => duckdb_create_time(new NativeMicros(time.Ticks / TimeSpan.TicksPerMicrosecond)),
        TimeSpan span => duckdb_create_interval(DuckDBInterval.FromTimeSpan(span)),
        DuckDBInterval interval => duckdb_create_interval(interval),
        Guid guid => FromGuid(guid),
        byte[] bytes => FromBytes(bytes),
        Enum member => Create(Convert.ChangeType(member, member.GetTypeCode(), null), what),
        IEnumerable items => ListFactory.Create(items, what),
        _ => FromRareNumber(value) ?? throw new NotSupportedException(
            $"The value of {what} is a {value.GetType().Name}, which has no DuckDB type here. Convert it to a number, text, date, Guid, byte[] or a list of these."),
    };

    internal static NativeDecimal ToNative(decimal number)
    {
        Span<int> parts = stackalloc int[4];
        decimal.GetBits(number, parts);
        var size = new UInt128((uint)parts[2], (ulong)(uint)parts[1] << 32 | (uint)parts[0]);
        var mantissa = decimal.IsNegative(number) ? -(Int128)size : (Int128)size;
        var digits = (byte)size.ToString(null, null).Length;
        return new NativeDecimal(Math.Max(digits, (byte)(number.Scale + 1)), number.Scale, new NativeHugeInt(mantissa));
    }

    private static ValueHandle? FromRareNumber(object value) => value switch
    {
        sbyte number => duckdb_create_int8(number),
        byte number => duckdb_create_uint8(number),
        short number => duckdb_create_int16(number),
        ushort number => duckdb_create_uint16(number),
        uint number => duckdb_create_uint32(number),
        ulong number => duckdb_create_uint64(number),
        float number => duckdb_create_float(number),
        Int128 number => duckdb_create_hugeint(new NativeHugeInt(number)),
        UInt128 number => duckdb_create_uhugeint(new NativeUHugeInt(number)),
        BigInteger number when number > (BigInteger)Int128.MaxValue => duckdb_create_uhugeint(new NativeUHugeInt((UInt128)number)),
        BigInteger number => duckdb_create_hugeint(new NativeHugeInt((Int128)number)),
        char letter => FromText(letter.ToString()),
        _ => null,
    };

    private static ValueHandle FromDecimal(decimal number) => duckdb_create_decimal(ToNative(number));

    private static NativeMicros Micros(DateTime time) => new(Epoch.FromDateTime(NativeType.Timestamp, time));

    private static ValueHandle FromText(string text) => FromUtf8(Encoding.UTF8.GetBytes(text));

    private static ValueHandle FromUtf8(ReadOnlySpan<byte> text)
    {
        // An empty array pins as null, which DuckDB would take for no text at all.
        byte nothing = 0;
        fixed (byte* start = text) return duckdb_create_varchar_length(start == null ? &nothing : start, (ulong)text.Length);
    }

    private static ValueHandle FromBytes(byte[] bytes)
    {
        byte nothing = 0;
        fixed (byte* start = bytes) return duckdb_create_blob(start == null ? &nothing : start, (ulong)bytes.Length);
    }

    private static ValueHandle FromGuid(Guid guid)
    {
        Span<byte> bytes = stackalloc byte[16];
        guid.TryWriteBytes(bytes, bigEndian: true, out _);
        return duckdb_create_uuid(new NativeUHugeInt(System.Buffers.Binary.BinaryPrimitives.ReadUInt128BigEndian(bytes)));
    }
}
