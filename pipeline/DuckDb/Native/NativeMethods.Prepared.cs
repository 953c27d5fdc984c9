using System.Runtime.InteropServices;

namespace Analytics.Pipeline.DuckDb.Native;

/// <summary>Statements: splitting a text, preparing, binding, executing.</summary>
internal static partial class NativeMethods
{
    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial ulong duckdb_extract_statements(
        ConnectionHandle connection, string query, out ExtractedHandle statements);

    [LibraryImport(Library)]
    internal static partial nint duckdb_extract_statements_error(ExtractedHandle statements);

    [LibraryImport(Library)]
    internal static partial void duckdb_destroy_extracted(ref nint statements);

    [LibraryImport(Library)]
    internal static partial NativeState duckdb_prepare_extracted_statement(
        ConnectionHandle connection, ExtractedHandle statements, ulong index, out PreparedHandle prepared);

    [LibraryImport(Library)]
    internal static partial nint duckdb_prepare_error(PreparedHandle prepared);

    [LibraryImport(Library)]
    internal static partial void duckdb_destroy_prepare(ref nint prepared);

    [LibraryImport(Library)]
    internal static partial ulong duckdb_nparams(PreparedHandle prepared);

    [LibraryImport(Library)]
    internal static partial nint duckdb_parameter_name(PreparedHandle prepared, ulong index);

    [LibraryImport(Library)]
    internal static partial NativeState duckdb_clear_bindings(PreparedHandle prepared);

    [LibraryImport(Library)]
    internal static partial NativeState duckdb_bind_value(PreparedHandle prepared, ulong index, ValueHandle value);

    [LibraryImport(Library)]
    internal static partial NativeState duckdb_pending_prepared(PreparedHandle prepared, out PendingHandle pending);

    [LibraryImport(Library)]
    internal static partial NativePendingState duckdb_pending_execute_task(PendingHandle pending);

    [LibraryImport(Library)]
    internal static partial nint duckdb_pending_error(PendingHandle pending);

    [LibraryImport(Library)]
    internal static partial NativeState duckdb_execute_pending(PendingHandle pending, ResultHandle result);

    [LibraryImport(Library)]
    internal static partial void duckdb_destroy_pending(ref nint pending);

    [LibraryImport(Library)]
    internal static partial NativeState duckdb_execute_prepared_streaming(PreparedHandle prepared, ResultHandle result);
}
