using System.Runtime.InteropServices;

namespace Analytics.Pipeline.DuckDb.Native;

/// <summary>Results: their columns, their chunks, their error.</summary>
internal static partial class NativeMethods
{
    [LibraryImport(Library)]
    internal static partial void duckdb_destroy_result(nint result);

    [LibraryImport(Library)]
    internal static partial nint duckdb_result_error(ResultHandle result);

    [LibraryImport(Library)]
    internal static partial NativeResultType duckdb_result_return_type(NativeResult result);

    [LibraryImport(Library)]
    internal static partial ulong duckdb_rows_changed(ResultHandle result);

    [LibraryImport(Library)]
    internal static partial ulong duckdb_column_count(ResultHandle result);

    [LibraryImport(Library)]
    internal static partial nint duckdb_column_name(ResultHandle result, ulong column);

    [LibraryImport(Library)]
    internal static partial LogicalTypeHandle duckdb_column_logical_type(ResultHandle result, ulong column);

    [LibraryImport(Library)]
    internal static partial ChunkHandle duckdb_fetch_chunk(NativeResult result);
}
