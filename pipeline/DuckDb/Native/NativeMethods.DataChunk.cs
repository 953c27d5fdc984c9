using System.Runtime.InteropServices;

namespace Analytics.Pipeline.DuckDb.Native;

/// <summary>Data chunks and their vectors.</summary>
internal static partial class NativeMethods
{
    [LibraryImport(Library)]
    internal static unsafe partial ChunkHandle duckdb_create_data_chunk(nint* types, ulong columns);

    [LibraryImport(Library)]
    internal static partial void duckdb_destroy_data_chunk(ref nint chunk);

    [LibraryImport(Library)]
    internal static partial void duckdb_data_chunk_reset(ChunkHandle chunk);

    [LibraryImport(Library)]
    internal static partial nint duckdb_data_chunk_get_vector(ChunkHandle chunk, ulong column);

    [LibraryImport(Library)]
    internal static partial ulong duckdb_data_chunk_get_size(ChunkHandle chunk);

    [LibraryImport(Library)]
    internal static partial void duckdb_data_chunk_set_size(ChunkHandle chunk, ulong rows);

    [LibraryImport(Library)]
    internal static unsafe partial byte* duckdb_vector_get_data(nint vector);

    [LibraryImport(Library)]
    internal static unsafe partial ulong* duckdb_vector_get_validity(nint vector);

    [LibraryImport(Library)]
    internal static partial void duckdb_vector_ensure_validity_writable(nint vector);

    [LibraryImport(Library)]
    internal static unsafe partial void duckdb_vector_assign_string_element_len(nint vector, ulong row, byte* text, ulong length);

    [LibraryImport(Library)]
    internal static partial nint duckdb_list_vector_get_child(nint vector);

    [LibraryImport(Library)]
    internal static partial ulong duckdb_list_vector_get_size(nint vector);

    [LibraryImport(Library)]
    internal static partial NativeState duckdb_list_vector_set_size(nint vector, ulong size);

    [LibraryImport(Library)]
    internal static partial NativeState duckdb_list_vector_reserve(nint vector, ulong capacity);

    [LibraryImport(Library)]
    internal static partial nint duckdb_struct_vector_get_child(nint vector, ulong index);

    [LibraryImport(Library)]
    internal static partial nint duckdb_array_vector_get_child(nint vector);
}
