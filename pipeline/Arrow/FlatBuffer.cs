using System.Buffers.Binary;
using System.Text;

namespace Analytics.Pipeline.Arrow;

/// <summary>A value in a FlatBuffer, the form that Arrow's metadata have (flatbuffers.dev/internals).</summary>
internal abstract record FlatValue
{
    /// <summary>A table; a null field is left out, which reads as its default.</summary>
    internal sealed record Table(params FlatValue?[] Fields) : FlatValue;

    /// <summary>A number of 1, 2, 4 or 8 bytes, kept in its table.</summary>
    internal sealed record Scalar(long Value, int Size) : FlatValue;

    internal sealed record Text(string Value) : FlatValue;

    internal sealed record Tables(IReadOnlyList<Table> Items) : FlatValue;

    /// <summary>Structs made of 8-byte numbers.</summary>
    internal sealed record Structs(int Count, IReadOnlyList<long> Words) : FlatValue;
}

/// <summary>Writes a FlatBuffer front to back: what a table refers to follows it, and its offsets are filled in then.</summary>
internal sealed class FlatBuffer
{
    private byte[] _bytes = new byte[1024];
    private int _length;

    public static byte[] Of(FlatValue.Table root)
    {
        var buffer = new FlatBuffer();
        buffer.Reserve(4);
        buffer.PutOffset(0, buffer.Write(root));
        buffer.Align(8);
        return buffer._bytes[..buffer._length];
    }

    private int Write(FlatValue value) => value switch
    {
        FlatValue.Table table => Write(table),
        FlatValue.Text text => Write(text),
        FlatValue.Tables tables => Write(tables),
        FlatValue.Structs structs => Write(structs),
        _ => throw new InvalidOperationException("A scalar lies in its table."),
    };

    private int Write(FlatValue.Table table)
    {
        Align(2);
        var vtable = Reserve(4 + 2 * table.Fields.Length);
        Align(8);
        var start = Reserve(4);
        BinaryPrimitives.WriteInt32LittleEndian(_bytes.AsSpan(start), start - vtable);
        var places = Array.ConvertAll(table.Fields, field => field is null ? 0 : Place(field));
        PutShort(vtable, 4 + 2 * table.Fields.Length);
        PutShort(vtable + 2, _length - start);
        for (var i = 0; i < places.Length; i++) PutShort(vtable + 4 + 2 * i, places[i] == 0 ? 0 : places[i] - start);
        for (var i = 0; i < places.Length; i++)
            if (table.Fields[i] is { } child and not FlatValue.Scalar) PutOffset(places[i], Write(child));
        return start;
    }

    /// <summary>A field's room in its table, with the number itself where it is one.</summary>
    private int Place(FlatValue field)
    {
        var size = field is FlatValue.Scalar { Size: var bytes } ? bytes : 4;
        Align(size);
        var place = Reserve(size);
        if (field is FlatValue.Scalar scalar)
            for (var i = 0; i < size; i++) _bytes[place + i] = (byte)(scalar.Value >> (8 * i));
        return place;
    }

    private int Write(FlatValue.Text text)
    {
        var bytes = Encoding.UTF8.GetBytes(text.Value);
        Align(4);
        var start = Reserve(4 + bytes.Length + 1);
        BinaryPrimitives.WriteInt32LittleEndian(_bytes.AsSpan(start), bytes.Length);
        bytes.CopyTo(_bytes, start + 4);
        return start;
    }

    private int Write(FlatValue.Tables tables)
    {
        Align(4);
        var start = Reserve(4 + 4 * tables.Items.Count);
        BinaryPrimitives.WriteInt32LittleEndian(_bytes.AsSpan(start), tables.Items.Count);
        for (var i = 0; i < tables.Items.Count; i++) PutOffset(start + 4 + 4 * i, Write(tables.Items[i]));
        return start;
    }

    private int Write(FlatValue.Structs structs)
    {
        // The count is four bytes and what follows it lies on eight.
        Align(8);
        Reserve(4);
        var start = Reserve(4);
        BinaryPrimitives.WriteInt32LittleEndian(_bytes.AsSpan(start), structs.Count);
        foreach (var word in structs.Words)
        {
            var place = Reserve(8);
            BinaryPrimitives.WriteInt64LittleEndian(_bytes.AsSpan(place), word);
        }
        return start;
    }

    private void PutShort(int place, int value) => BinaryPrimitives.WriteUInt16LittleEndian(_bytes.AsSpan(place), checked((ushort)value));

    private void PutOffset(int place, int target) => BinaryPrimitives.WriteInt32LittleEndian(_bytes.AsSpan(place), target - place);

    private void Align(int size) => Reserve((size - _length % size) % size);

    private int Reserve(int size)
    {
        if (_length + size > _bytes.Length) Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, _length + size));
        var start = _length;
        _length += size;
        return start;
    }
}
