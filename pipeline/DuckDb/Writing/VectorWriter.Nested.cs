using System.Collections;
using Analytics.Pipeline.DuckDb.Native;

namespace Analytics.Pipeline.DuckDb.Writing;

internal sealed unsafe partial class VectorWriter
{
    private void WriteSequence(int row, IEnumerable sequence)
    {
        var items = sequence.Cast<object?>().ToArray();
        if (_type.Id == NativeType.List) WriteItems(row, items);
        else if (_type.Id == NativeType.Array) WriteArray(row, items);
        else throw NotWritable(sequence.GetType());
    }

    private void WriteItems(int row, object?[] items)
    {
        var start = Extend(row, items.Length);
        for (var i = 0; i < items.Length; i++) _children[0].Write(start + i, items[i]);
    }

    private void WriteArray(int row, object?[] items)
    {
        if (items.Length != _type.ArraySize) throw new InvalidCastException($"{_name} is {_type.SqlName}, which does not take {items.Length} values.");
        for (var i = 0; i < items.Length; i++) _children[0].Write(row * items.Length + i, items[i]);
    }

    private void WriteDictionary(int row, IDictionary pairs)
    {
        if (_type.Id == NativeType.Struct) WriteStruct(row, pairs);
        else if (_type.Id == NativeType.Map) WriteMap(row, pairs);
        else throw NotWritable(pairs.GetType());
    }

    private void WriteStruct(int row, IDictionary members)
    {
        for (var i = 0; i < _children.Length; i++) _children[i].Write(row, members[_type.ChildNames[i]]);
    }

    private void WriteMap(int row, IDictionary pairs)
    {
        var at = Extend(row, pairs.Count);
        var entry = _children[0];
        foreach (DictionaryEntry pair in pairs)
        {
            entry._children[0].Write(at, pair.Key);
            entry._children[1].Write(at++, pair.Value);
        }
    }

    /// <summary>Makes room for a row's elements behind those of the rows before it; the child vector may move.</summary>
    private int Extend(int row, int length)
    {
        var start = NativeMethods.duckdb_list_vector_get_size(_vector);
        NativeMethods.Check(NativeMethods.duckdb_list_vector_reserve(_vector, start + (ulong)length), null, $"DuckDB has no room for {_name}.");
        NativeMethods.Check(NativeMethods.duckdb_list_vector_set_size(_vector, start + (ulong)length), null, $"DuckDB has no room for {_name}.");
        Set(row, new NativeListEntry(start, (ulong)length));
        _children[0].Bind(NativeMethods.duckdb_list_vector_get_child(_vector));
        return (int)start;
    }
}
