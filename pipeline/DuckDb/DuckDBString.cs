using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;
using System.Text;

namespace Analytics.Pipeline.DuckDb;

/// <summary>A VARCHAR, BLOB or BIT value where DuckDB keeps it: valid only as long as its chunk, and only through the chunk's span.</summary>
[StructLayout(LayoutKind.Explicit, Size = 16)]
public readonly unsafe struct DuckDBString
{
    internal const int InlineLength = 12;

    [FieldOffset(0)] private readonly int _length;
    [FieldOffset(4)] private readonly byte _inlined;
    [FieldOffset(8)] private readonly byte* _pointer;

    /// <summary>The length in bytes.</summary>
    public int Length => _length;

    /// <summary>The bytes (UTF-8 for text), in place.</summary>
    [UnscopedRef]
    public ReadOnlySpan<byte> Bytes => _length <= InlineLength
        ? MemoryMarshal.CreateReadOnlySpan(in _inlined, _length)
        : new ReadOnlySpan<byte>(_pointer, _length);

    /// <summary>The text as a new string.</summary>
    public override string ToString() => Encoding.UTF8.GetString(Bytes);
}
