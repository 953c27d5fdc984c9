using System.Collections;
using Analytics.Pipeline.DuckDb.Native;

namespace Analytics.Pipeline.DuckDb.Reading;

internal sealed unsafe partial class ColumnVector
{
    private object? ReadNested(Type type, int row)
    {
        if (Type.Id is NativeType.List or NativeType.Array) return ReadSequence(type, row);
        if (Type.Id == NativeType.Map && Generic(type, typeof(Dictionary<,>), typeof(IDictionary<,>), typeof(IReadOnlyDictionary<,>)) is { } pair)
            return ReadMap(typeof(Dictionary<,>).MakeGenericType(pair), row);
        if (Type.Id == NativeType.Struct && type.IsAssignableFrom(typeof(Dictionary<string, object?>))) return ReadStruct(row);
        return Type.Id == NativeType.Union ? _children[1 + Tag(row)].ReadAs(type, row) : null;
    }

    private object? ReadSequence(Type type, int row)
    {
        if (type.IsArray && type.GetArrayRank() == 1) return ReadArray(type.GetElementType()!, row);
        return Generic(type, typeof(List<>), typeof(IList<>), typeof(IReadOnlyList<>), typeof(IEnumerable<>), typeof(ICollection<>), typeof(IReadOnlyCollection<>)) is [var element]
            ? ReadList(typeof(List<>).MakeGenericType(element), row)
            : null;
    }

    private static Type[]? Generic(Type type, params ReadOnlySpan<Type> definitions) =>
        type.IsGenericType && definitions.Contains(type.GetGenericTypeDefinition()) ? type.GetGenericArguments() : null;

    private object ReadList(Type listType, int row)
    {
        var (start, length) = Extent(row);
        var list = (IList)Activator.CreateInstance(listType, length)!;
        var element = listType.GetGenericArguments()[0];
        for (var i = start; i < start + length; i++) list.Add(_children[0].ReadElement(element, i));
        return list;
    }

    private Array ReadArray(Type element, int row)
    {
        var (start, length) = Extent(row);
        var array = Array.CreateInstance(element, length);
        for (var i = 0; i < length; i++) array.SetValue(_children[0].ReadElement(element, start + i), i);
        return array;
    }

    private Dictionary<string, object?> ReadStruct(int row)
    {
        var members = new Dictionary<string, object?>(_children.Length, StringComparer.OrdinalIgnoreCase);
        for (var i = 0; i < _children.Length; i++) members[Type.ChildNames[i]] = _children[i].ReadElement(typeof(object), row);
        return members;
    }

    private object ReadMap(Type dictionaryType, int row)
    {
        var (start, length) = Extent(row);
        var (keys, values) = (_children[0]._children[0], _children[0]._children[1]);
        var types = dictionaryType.GetGenericArguments();
        var map = (IDictionary)Activator.CreateInstance(dictionaryType, length)!;
        for (var i = start; i < start + length; i++) map.Add(keys.ReadElement(types[0], i)!, values.ReadElement(types[1], i));
        return map;
    }

    private object? ReadUnion(int row) => _children[1 + Tag(row)].ReadElement(typeof(object), row);

    private int Tag(int row) => _children[0].At<byte>(row);

    private object? ReadElement(Type type, int row)
    {
        if (IsValid(row)) return ReadAs(type, row);
        return !type.IsValueType || Nullable.GetUnderlyingType(type) is not null ? null : throw new InvalidCastException(
            $"Column '{Name}' has a NULL inside: read it with GetFieldValue and a nullable element, such as List<{type.Name}?>.");
    }

    private (int Start, int Length) Extent(int row)
    {
        if (Type.Id == NativeType.Array) return (row * Type.ArraySize, Type.ArraySize);
        var entry = At<NativeListEntry>(row);
        return (checked((int)entry.Offset), checked((int)entry.Length));
    }
}
