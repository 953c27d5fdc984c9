using System.Buffers.Binary;
using static Analytics.Pipeline.Arrow.FlatValue;

namespace Analytics.Pipeline.Arrow;

/// <summary>The Arrow IPC file format (arrow.apache.org/docs/format/Columnar.html): schema, record batches, and a footer that finds them.</summary>
internal sealed class ArrowFile : IDisposable
{
    private const short Version5 = 4;
    private const byte SchemaMessage = 1, BatchMessage = 3;
    private static readonly byte[] Padding = new byte[8];

    private readonly FileStream _file;
    private readonly Table _schema;
    private readonly List<long> _blocks = [];

    public ArrowFile(string path, IReadOnlyList<ArrowColumn> columns)
    {
        _file = File.Create(path);
        _schema = new(new Scalar(0, 2), new Tables([.. columns.Select(Field)]));
        _file.Write("ARROW1\0\0"u8);
        WriteMessage(SchemaMessage, _schema, 0);
    }

    public void WriteBatch(IReadOnlyList<ArrowColumn> columns, long rows)
    {
        var buffers = columns.SelectMany(column => column.Take()).ToList();
        var places = new List<long>();
        var length = 0L;
        foreach (var buffer in buffers)
        {
            places.AddRange([length, buffer.Length]);
            length += Padded(buffer.Length);
        }
        var nodes = new Structs(columns.Count, [.. columns.SelectMany(column => (long[])[rows, column.Nulls])]);
        var start = _file.Position;
        var metadata = WriteMessage(BatchMessage, new(new Scalar(rows, 8), nodes, new Structs(buffers.Count, places)), length);
        foreach (var buffer in buffers)
        {
            _file.Write(buffer.Span);
            _file.Write(Padding.AsSpan(0, (int)(Padded(buffer.Length) - buffer.Length)));
        }
        _blocks.AddRange([start, metadata, length]);
    }

    /// <summary>The end mark and the footer.</summary>
    public void Finish()
    {
        WriteNumbers(-1, 0);
        var footer = FlatBuffer.Of(new(new Scalar(Version5, 2), _schema, new Structs(0, []), new Structs(_blocks.Count / 3, _blocks)));
        _file.Write(footer);
        WriteNumbers(footer.Length);
        _file.Write("ARROW1"u8);
    }

    public void Dispose() => _file.Dispose();

    private static Table Field(ArrowColumn column) => new(
        new Text(column.Name), new Scalar(1, 1), new Scalar(column.Type.Code, 1), column.Type.Description, null, new Tables([]));

    /// <summary>The length of what stands before the message's body.</summary>
    private int WriteMessage(byte kind, Table header, long body)
    {
        var message = FlatBuffer.Of(new(new Scalar(Version5, 2), new Scalar(kind, 1), header, new Scalar(body, 8)));
        WriteNumbers(-1, message.Length);
        _file.Write(message);
        return 8 + message.Length;
    }

    private void WriteNumbers(params ReadOnlySpan<int> numbers)
    {
        Span<byte> bytes = stackalloc byte[4];
        foreach (var number in numbers)
        {
            BinaryPrimitives.WriteInt32LittleEndian(bytes, number);
            _file.Write(bytes);
        }
    }

    private static long Padded(long length) => (length + 7) / 8 * 8;
}
