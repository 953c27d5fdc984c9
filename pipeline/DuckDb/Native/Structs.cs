using System.Runtime.InteropServices;

namespace Analytics.Pipeline.DuckDb.Native;

internal enum NativeState
{
    Success = 0,
    Error = 1,
}

internal enum NativePendingState
{
    Ready = 0,
    NotReady = 1,
    Error = 2,
    NoTasks = 3,
}

internal enum NativeResultType
{
    Invalid = 0,
    ChangedRows = 1,
    Nothing = 2,
    QueryResult = 3,
}

/// <summary>duckdb_result: passed by value, so its size counts; only DuckDB looks inside.</summary>
[StructLayout(LayoutKind.Sequential)]
internal readonly struct NativeResult
{
    private readonly ulong _columns;
    private readonly ulong _rows;
    private readonly ulong _changed;
    private readonly nint _data;
    private readonly nint _error;
    private readonly nint _internal;
}

[StructLayout(LayoutKind.Sequential)]
internal readonly record struct NativeHugeInt(ulong Lower, long Upper)
{
    internal NativeHugeInt(Int128 value) : this((ulong)(UInt128)value, (long)(value >> 64)) { }
}

[StructLayout(LayoutKind.Sequential)]
internal readonly record struct NativeUHugeInt(ulong Lower, ulong Upper)
{
    internal NativeUHugeInt(UInt128 value) : this((ulong)value, (ulong)(value >> 64)) { }
}

[StructLayout(LayoutKind.Sequential)]
internal readonly record struct NativeDecimal(byte Width, byte Scale, NativeHugeInt Value);

[StructLayout(LayoutKind.Sequential)]
internal readonly record struct NativeDate(int Days);

/// <summary>duckdb_time and duckdb_timestamp.</summary>
[StructLayout(LayoutKind.Sequential)]
internal readonly record struct NativeMicros(long Micros);

[StructLayout(LayoutKind.Sequential)]
internal readonly record struct NativeListEntry(ulong Offset, ulong Length);
