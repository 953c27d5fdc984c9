using System.Runtime.CompilerServices;
using Analytics.Pipeline.DuckDb.Native;

namespace Analytics.Pipeline.DuckDb.Reading;

/// <summary>One column of the current chunk, read in place.</summary>
internal sealed unsafe partial class ColumnVector
{
    private readonly ColumnVector[] _children;
    private byte* _data;
    private ulong* _validity;

    internal ColumnVector(ColumnType type, string name)
    {
        Type = type;
        Name = name;
        _children = CreateChildren(type, name);
    }

    internal ColumnType Type { get; }

    internal string Name { get; }

    internal byte* Data => _data;

    internal ulong* Validity => _validity;

    internal void Bind(nint vector)
    {
        _validity = NativeMethods.duckdb_vector_get_validity(vector);
        _data = Type.Id is NativeType.Struct or NativeType.Union or NativeType.Array ? null : NativeMethods.duckdb_vector_get_data(vector);
        if (_children.Length > 0) BindChildren(vector);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal bool IsValid(int row) => _validity == null || (_validity[row >> 6] & (1UL << (row & 63))) != 0;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private T At<T>(int row) where T : unmanaged => Unsafe.ReadUnaligned<T>(_data + (long)row * sizeof(T));

    private static ColumnVector[] CreateChildren(ColumnType type, string name) => type.Id switch
    {
        // A map is a list of (key, value) structs; a union is a struct that opens with its tag.
        NativeType.Map => [new ColumnVector(new ColumnType(NativeType.Struct) { Children = type.Children, ChildNames = type.ChildNames }, name)],
        NativeType.Union => [new ColumnVector(new ColumnType(NativeType.UTinyInt), name), .. type.Children.Select(t => new ColumnVector(t, name))],
        _ => [.. type.Children.Select(t => new ColumnVector(t, name))],
    };

    private void BindChildren(nint vector)
    {
        if (Type.Id is NativeType.List or NativeType.Map) _children[0].Bind(NativeMethods.duckdb_list_vector_get_child(vector));
        else if (Type.Id == NativeType.Array) _children[0].Bind(NativeMethods.duckdb_array_vector_get_child(vector));
        else
            for (var i = 0; i < _children.Length; i++)
                _children[i].Bind(NativeMethods.duckdb_struct_vector_get_child(vector, (ulong)i));
    }

    private InvalidCastException NotReadableAs(Type type) =>
        new($"Column '{Name}' is {Type.SqlName}, which cannot be read as {type.Name}.");

    private InvalidCastException IsNull() => new($"Column '{Name}' is NULL in this row: ask IsDBNull first, or read a nullable type.");
}
