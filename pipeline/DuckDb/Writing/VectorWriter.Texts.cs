using System.Buffers.Binary;
using System.Text;
using Analytics.Pipeline.DuckDb.Native;

namespace Analytics.Pipeline.DuckDb.Writing;

internal sealed unsafe partial class VectorWriter
{
    private Dictionary<string, int>? _codes;

    private void WriteText(int row, string value)
    {
        if (_type.Id == NativeType.Enum)
        {
            WriteLabel(row, value);
            return;
        }
        if (_type.Id != NativeType.Varchar) throw NotWritable(typeof(string));
        Span<byte> buffer = value.Length <= 256 ? stackalloc byte[768] : new byte[Encoding.UTF8.GetMaxByteCount(value.Length)];
        WriteString(row, buffer[..Encoding.UTF8.GetBytes(value, buffer)]);
    }

    private void WriteBytes(int row, byte[] value)
    {
        if (_type.Id == NativeType.Blob) WriteString(row, value);
        else WriteSequence(row, value);
    }

    // Short strings lie in the vector itself: a length and up to twelve bytes, zeros behind. Only longer ones need DuckDB's heap.
    private void WriteString(int row, ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length <= DuckDBString.InlineLength)
        {
            var place = new Span<byte>(_data + (long)row * sizeof(DuckDBString), sizeof(DuckDBString));
            place.Clear();
            BitConverter.TryWriteBytes(place, bytes.Length);
            bytes.CopyTo(place[4..]);
            return;
        }
        fixed (byte* start = bytes) NativeMethods.duckdb_vector_assign_string_element_len(_vector, (ulong)row, start, (ulong)bytes.Length);
    }

    private void WriteLabel(int row, string label)
    {
        _codes ??= _type.Labels.Select((text, code) => (text, code)).ToDictionary(p => p.text, p => p.code, StringComparer.Ordinal);
        if (!_codes.TryGetValue(label, out var code)) throw new InvalidCastException($"{_name} is {_type.SqlName}, which has no '{label}'.");
        if (_type.Labels.Length <= byte.MaxValue) Set(row, (byte)code);
        else if (_type.Labels.Length <= ushort.MaxValue) Set(row, (ushort)code);
        else Set(row, (uint)code);
    }

    private void WriteGuid(int row, Guid value)
    {
        if (_type.Id != NativeType.Uuid) throw NotWritable(typeof(Guid));
        Span<byte> bytes = stackalloc byte[16];
        value.TryWriteBytes(bytes, bigEndian: true, out _);
        Set(row, BinaryPrimitives.ReadUInt128BigEndian(bytes) ^ (UInt128.One << 127));
    }
}
