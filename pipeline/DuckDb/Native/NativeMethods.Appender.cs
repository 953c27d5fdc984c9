using System.Runtime.InteropServices;

namespace Analytics.Pipeline.DuckDb.Native;

/// <summary>The appender.</summary>
internal static partial class NativeMethods
{
    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial NativeState duckdb_appender_create_ext(
        ConnectionHandle connection, string? catalog, string? schema, string table, out AppenderHandle appender);

    [LibraryImport(Library)]
    internal static partial nint duckdb_appender_error(AppenderHandle appender);

    [LibraryImport(Library)]
    internal static partial ulong duckdb_appender_column_count(AppenderHandle appender);

    [LibraryImport(Library)]
    internal static partial LogicalTypeHandle duckdb_appender_column_type(AppenderHandle appender, ulong column);

    [LibraryImport(Library)]
    internal static partial NativeState duckdb_append_data_chunk(AppenderHandle appender, ChunkHandle chunk);

    [LibraryImport(Library)]
    internal static partial NativeState duckdb_append_default_to_chunk(
        AppenderHandle appender, ChunkHandle chunk, ulong column, ulong row);

    [LibraryImport(Library)]
    internal static partial NativeState duckdb_appender_flush(AppenderHandle appender);

    [LibraryImport(Library)]
    internal static partial NativeState duckdb_appender_clear(AppenderHandle appender);

    [LibraryImport(Library)]
    internal static partial NativeState duckdb_appender_destroy(ref nint appender);
}
