using System.Runtime.InteropServices;

namespace Analytics.Pipeline.DuckDb.Native;

/// <summary>DuckDB's C API under its own names, one partial file per chapter of its documentation.</summary>
internal static partial class NativeMethods
{
    internal const string Library = "duckdb";

    static NativeMethods() => NativeLoader.Register();

    /// <summary>The one status check: an error becomes an exception with DuckDB's own text.</summary>
    internal static void Check(NativeState state, string? text, string otherwise)
    {
        if (state != NativeState.Success) throw new DuckDBException(string.IsNullOrEmpty(text) ? otherwise : text);
    }

    /// <summary>A text that DuckDB keeps.</summary>
    internal static string? Borrowed(nint text) => Marshal.PtrToStringUTF8(text);

    /// <summary>A text that DuckDB gave away: it is copied and freed.</summary>
    internal static string? Taken(nint text)
    {
        var copy = Marshal.PtrToStringUTF8(text);
        if (text != 0) duckdb_free(text);
        return copy;
    }

    [LibraryImport(Library)]
    internal static partial void duckdb_free(nint pointer);

    [LibraryImport(Library)]
    internal static partial ulong duckdb_vector_size();
}
