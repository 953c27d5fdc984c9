using System.Runtime.InteropServices;

namespace Analytics.Pipeline.DuckDb.Native;

/// <summary>Open, connect, configure.</summary>
internal static partial class NativeMethods
{
    [LibraryImport(Library)]
    internal static partial nint duckdb_library_version();

    [LibraryImport(Library)]
    internal static partial InstanceCacheHandle duckdb_create_instance_cache();

    [LibraryImport(Library)]
    internal static partial void duckdb_destroy_instance_cache(ref nint cache);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial NativeState duckdb_get_or_create_from_cache(
        InstanceCacheHandle cache, string path, out DatabaseHandle database, ConfigHandle config, out nint error);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial NativeState duckdb_open_ext(
        string? path, out DatabaseHandle database, ConfigHandle config, out nint error);

    [LibraryImport(Library)]
    internal static partial void duckdb_close(ref nint database);

    [LibraryImport(Library)]
    internal static partial NativeState duckdb_connect(DatabaseHandle database, out ConnectionHandle connection);

    [LibraryImport(Library)]
    internal static partial void duckdb_disconnect(ref nint connection);

    [LibraryImport(Library)]
    internal static partial void duckdb_interrupt(ConnectionHandle connection);

    [LibraryImport(Library)]
    internal static partial NativeState duckdb_create_config(out ConfigHandle config);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial NativeState duckdb_set_config(ConfigHandle config, string name, string option);

    [LibraryImport(Library)]
    internal static partial void duckdb_destroy_config(ref nint config);
}
