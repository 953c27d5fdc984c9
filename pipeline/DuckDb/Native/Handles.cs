using System.Runtime.InteropServices;

namespace Analytics.Pipeline.DuckDb.Native;

internal sealed class InstanceCacheHandle : NativeHandle
{
    protected override void Destroy() => NativeMethods.duckdb_destroy_instance_cache(ref handle);
}

internal sealed class ConfigHandle : NativeHandle
{
    protected override void Destroy() => NativeMethods.duckdb_destroy_config(ref handle);
}

internal sealed class DatabaseHandle : NativeHandle
{
    private int _users;

    internal void AddUser() => Interlocked.Increment(ref _users);

    /// <summary>Closes the database with the last connection that uses it.</summary>
    internal void RemoveUser()
    {
        if (Interlocked.Decrement(ref _users) == 0) Dispose();
    }

    protected override void Destroy() => NativeMethods.duckdb_close(ref handle);
}

internal sealed class ConnectionHandle : NativeHandle
{
    protected override void Destroy() => NativeMethods.duckdb_disconnect(ref handle);
}

internal sealed class ExtractedHandle : NativeHandle
{
    protected override void Destroy() => NativeMethods.duckdb_destroy_extracted(ref handle);
}

internal sealed class PreparedHandle : NativeHandle
{
    protected override void Destroy() => NativeMethods.duckdb_destroy_prepare(ref handle);
}

internal sealed class PendingHandle : NativeHandle
{
    protected override void Destroy() => NativeMethods.duckdb_destroy_pending(ref handle);
}

internal sealed class ValueHandle : NativeHandle
{
    protected override void Destroy() => NativeMethods.duckdb_destroy_value(ref handle);
}

internal sealed class ChunkHandle : NativeHandle
{
    protected override void Destroy() => NativeMethods.duckdb_destroy_data_chunk(ref handle);
}

internal sealed class LogicalTypeHandle : NativeHandle
{
    protected override void Destroy() => NativeMethods.duckdb_destroy_logical_type(ref handle);
}

internal sealed class AppenderHandle : NativeHandle
{
    protected override void Destroy() => _ = NativeMethods.duckdb_appender_destroy(ref handle);
}

/// <summary>A duckdb_result in native memory of ours, where it does not move.</summary>
internal sealed unsafe class ResultHandle : NativeHandle
{
    internal ResultHandle() => SetHandle((nint)NativeMemory.AllocZeroed((nuint)sizeof(NativeResult)));

    internal NativeResultType ReturnType => NativeMethods.duckdb_result_return_type(*(NativeResult*)handle);

    internal string? Error => NativeMethods.Borrowed(NativeMethods.duckdb_result_error(this));

    internal ChunkHandle Fetch() => NativeMethods.duckdb_fetch_chunk(*(NativeResult*)handle);

    protected override void Destroy()
    {
        NativeMethods.duckdb_destroy_result(handle);
        NativeMemory.Free((void*)handle);
    }
}
