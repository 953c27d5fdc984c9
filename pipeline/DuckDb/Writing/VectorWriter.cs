using System.Collections;
using System.Numerics;
using System.Runtime.CompilerServices;
using Analytics.Pipeline.DuckDb.Native;
using Analytics.Pipeline.DuckDb.Reading;

namespace Analytics.Pipeline.DuckDb.Writing;

/// <summary>Fills one vector of a chunk; the value's .NET type and the column's type are brought together where nothing is lost.</summary>
internal sealed unsafe partial class VectorWriter
{
    private readonly ColumnType _type;
    private readonly string _name;
    private readonly VectorWriter[] _children;
    private nint _vector;
    private byte* _data;
    private ulong* _validity;

    internal VectorWriter(ColumnType type, string name)
    {
        (_type, _name) = (type, name);
        _children = type.Id == NativeType.Map
            ? [new VectorWriter(new ColumnType(NativeType.Struct) { Children = type.Children, ChildNames = type.ChildNames }, name)]
            : [.. type.Children.Select(child => new VectorWriter(child, name))];
    }

    internal void Bind(nint vector)
    {
        _vector = vector;
        _validity = null;
        _data = _type.Id is NativeType.Struct or NativeType.Array ? null : NativeMethods.duckdb_vector_get_data(vector);
        if (_type.Id == NativeType.Array) _children[0].Bind(NativeMethods.duckdb_array_vector_get_child(vector));
        if (_type.Id != NativeType.Struct) return;
        for (var i = 0; i < _children.Length; i++) _children[i].Bind(NativeMethods.duckdb_struct_vector_get_child(vector, (ulong)i));
    }

    internal void Write<T>(int row, T value)
    {
        // The place may hold the NULL of a row that failed half-way.
        if (_validity != null) _validity[row >> 6] |= 1UL << (row & 63);
        switch (value)
        {
            case null or DBNull: WriteNull(row); break;
            case string v: WriteText(row, v); break;
            case int v: WriteNumber(row, v); break;
            case long v: WriteNumber(row, v); break;
            case double v: WriteNumber(row, v); break;
            case decimal v: WriteNumber(row, v); break;
            case bool v: WriteBoolean(row, v); break;
            case DateOnly v: WriteDate(row, v); break;
            case DateTime v: WriteDateTime(row, v); break;
            case DateTimeOffset v: WriteDateTimeOffset(row, v); break;
            case TimeOnly v: WriteTime(row, v.Ticks, typeof(TimeOnly)); break;
            case TimeSpan v: WriteTimeSpan(row, v); break;
            case DuckDBInterval v: WriteInterval(row, v); break;
            case Guid v: WriteGuid(row, v); break;
            case byte[] v: WriteBytes(row, v); break;
            default: WriteRare(row, value); break;
        }
    }

    internal void WriteNull(int row)
    {
        if (_validity == null)
        {
            NativeMethods.duckdb_vector_ensure_validity_writable(_vector);
            FindValidity();
        }
        _validity[row >> 6] &= ~(1UL << (row & 63));
        WriteNullInside(row);
    }

    internal void FindValidity() => _validity = NativeMethods.duckdb_vector_get_validity(_vector);

    private void WriteNullInside(int row)
    {
        if (_type.Id is NativeType.List or NativeType.Map) Set(row, default(NativeListEntry));
        else if (_type.Id == NativeType.Struct)
            foreach (var child in _children) child.WriteNull(row);
        else if (_type.Id == NativeType.Array)
            for (var i = 0; i < _type.ArraySize; i++) _children[0].WriteNull(row * _type.ArraySize + i);
    }

    private void WriteRare<T>(int row, T value)
    {
        switch (value)
        {
            case short v: WriteNumber(row, v); break;
            case byte v: WriteNumber(row, v); break;
            case float v: WriteNumber(row, v); break;
            case uint v: WriteNumber(row, v); break;
            case ulong v: WriteNumber(row, v); break;
            case ushort v: WriteNumber(row, v); break;
            case sbyte v: WriteNumber(row, v); break;
            case Int128 v: WriteNumber(row, v); break;
            case UInt128 v: WriteNumber(row, v); break;
            case BigInteger v: WriteNumber(row, v); break;
            case char v: WriteText(row, v.ToString()); break;
            case Enum v: WriteEnum(row, v); break;
            case IDictionary v: WriteDictionary(row, v); break;
            case IEnumerable v: WriteSequence(row, v); break;
            default: throw NotWritable(value!.GetType());
        }
    }

    private void WriteEnum(int row, Enum value)
    {
        if (_type.Id is NativeType.Varchar or NativeType.Enum) WriteText(row, value.ToString());
        else Write(row, Convert.ChangeType(value, value.GetTypeCode(), null));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Set<T>(int row, T value) where T : unmanaged => Unsafe.WriteUnaligned(_data + (long)row * sizeof(T), value);

    private InvalidCastException NotWritable(Type type) => new($"{_name} is {_type.SqlName}, which does not take a {type.Name}.");
}
