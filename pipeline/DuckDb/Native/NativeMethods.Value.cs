using System.Runtime.InteropServices;

namespace Analytics.Pipeline.DuckDb.Native;

/// <summary>Single values, for parameters.</summary>
internal static partial class NativeMethods
{
    [LibraryImport(Library)]
    internal static partial void duckdb_destroy_value(ref nint value);

    [LibraryImport(Library)]
    internal static partial ValueHandle duckdb_create_null_value();

    [LibraryImport(Library)]
    internal static partial ValueHandle duckdb_create_bool([MarshalAs(UnmanagedType.U1)] bool value);

    [LibraryImport(Library)]
    internal static partial ValueHandle duckdb_create_int8(sbyte value);

    [LibraryImport(Library)]
    internal static partial ValueHandle duckdb_create_uint8(byte value);

    [LibraryImport(Library)]
    internal static partial ValueHandle duckdb_create_int16(short value);

    [LibraryImport(Library)]
    internal static partial ValueHandle duckdb_create_uint16(ushort value);

    [LibraryImport(Library)]
    internal static partial ValueHandle duckdb_create_int32(int value);

    [LibraryImport(Library)]
    internal static partial ValueHandle duckdb_create_uint32(uint value);

    [LibraryImport(Library)]
    internal static partial ValueHandle duckdb_create_int64(long value);

    [LibraryImport(Library)]
    internal static partial ValueHandle duckdb_create_uint64(ulong value);

    [LibraryImport(Library)]
    internal static partial ValueHandle duckdb_create_hugeint(NativeHugeInt value);

    [LibraryImport(Library)]
    internal static partial ValueHandle duckdb_create_uhugeint(NativeUHugeInt value);

    [LibraryImport(Library)]
    internal static partial ValueHandle duckdb_create_float(float value);

    [LibraryImport(Library)]
    internal static partial ValueHandle duckdb_create_double(double value);

    [LibraryImport(Library)]
    internal static partial ValueHandle duckdb_create_decimal(NativeDecimal value);

    [LibraryImport(Library)]
    internal static unsafe partial ValueHandle duckdb_create_varchar_length(byte* text, ulong length);

    [LibraryImport(Library)]
    internal static unsafe partial ValueHandle duckdb_create_blob(byte* data, ulong length);

    [LibraryImport(Library)]
    internal static partial ValueHandle duckdb_create_date(NativeDate value);

    [LibraryImport(Library)]
    internal static partial ValueHandle duckdb_create_time(NativeMicros value);

    [LibraryImport(Library)]
    internal static partial ValueHandle duckdb_create_timestamp(NativeMicros value);

    [LibraryImport(Library)]
    internal static partial ValueHandle duckdb_create_timestamp_tz(NativeMicros value);

    [LibraryImport(Library)]
    internal static partial ValueHandle duckdb_create_interval(DuckDBInterval value);

    [LibraryImport(Library)]
    internal static partial ValueHandle duckdb_create_uuid(NativeUHugeInt value);

    [LibraryImport(Library)]
    internal static unsafe partial ValueHandle duckdb_create_list_value(nint type, nint* values, ulong count);

    /// <summary>The type belongs to the value: it must not be destroyed.</summary>
    [LibraryImport(Library)]
    internal static partial nint duckdb_get_value_type(ValueHandle value);
}
