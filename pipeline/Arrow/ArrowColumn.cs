using System.Buffers;
using System.Runtime.InteropServices;
using Analytics.Pipeline.DuckDb;

namespace Analytics.Pipeline.Arrow;

/// <summary>A column of a record batch, gathered from DuckDB's chunks into Arrow's buffers: which rows have a value, where texts end, the values.</summary>
internal sealed class ArrowColumn(string name, ArrowType type)
{
    private readonly Bits _valid = new();
    private readonly Bits _flags = new();
    private readonly ArrayBufferWriter<byte> _ends = new();
    private readonly ArrayBufferWriter<byte> _values = new();
    private int _end;

    public string Name => name;

    public ArrowType Type => type;

    public long Nulls { get; private set; }

    public void Add(DuckDBDataChunk chunk, int column)
    {
        for (var row = 0; row < chunk.RowCount; row++)
        {
            var valid = chunk.IsValid(column, row);
            _valid.Add(valid);
            if (!valid) Nulls++;
        }
        switch (type.Width)
        {
            case -1: AddFlags(chunk, column); break;
            case 0: AddTexts(chunk, column); break;
            case 1: AddRaw<sbyte>(chunk, column); break;
            case 2: AddRaw<short>(chunk, column); break;
            case 4: AddRaw<int>(chunk, column); break;
            case 8 when type.Sql == "DOUBLE": AddRaw<double>(chunk, column); break;
            case 8: AddRaw<long>(chunk, column); break;
            default: AddDecimals(chunk, column); break;
        }
    }

    /// <summary>The buffers in the format's order; a column without NULLs needs no validity.</summary>
    public IEnumerable<ReadOnlyMemory<byte>> Take()
    {
        yield return Nulls == 0 ? default : _valid.Written;
        if (type.Width == 0) yield return Ends();
        yield return type.Width < 0 ? _flags.Written : _values.WrittenMemory;
    }

    public void Clear()
    {
        _valid.Clear();
        _flags.Clear();
        _ends.ResetWrittenCount();
        _values.ResetWrittenCount();
        (_end, Nulls) = (0, 0);
    }

    private ReadOnlyMemory<byte> Ends() => _ends.WrittenCount == 0 ? new byte[4] : _ends.WrittenMemory;

    private void AddFlags(DuckDBDataChunk chunk, int column)
    {
        var values = chunk.Column<bool>(column);
        for (var row = 0; row < values.Length; row++) _flags.Add(chunk.IsValid(column, row) && values[row]);
    }

    private void AddTexts(DuckDBDataChunk chunk, int column)
    {
        if (_ends.WrittenCount == 0) Put(_ends, 0);
        var values = chunk.Column<DuckDBString>(column);
        for (var row = 0; row < values.Length; row++)
        {
            if (chunk.IsValid(column, row))
            {
                _values.Write(values[row].Bytes);
                _end = checked(_end + values[row].Length);
            }
            Put(_ends, _end);
        }
    }

    // Where a row is NULL DuckDB leaves whatever was there: zero keeps the file the same from run to run.
    private void AddRaw<T>(DuckDBDataChunk chunk, int column) where T : unmanaged
    {
        var values = chunk.Column<T>(column);
        for (var row = 0; row < values.Length; row++) Put(_values, chunk.IsValid(column, row) ? values[row] : default);
    }

    private void AddDecimals(DuckDBDataChunk chunk, int column)
    {
        switch (type.Stored)
        {
            case 2: Widen(chunk, column, static (short digits) => digits); break;
            case 4: Widen(chunk, column, static (int digits) => digits); break;
            case 8: Widen(chunk, column, static (long digits) => digits); break;
            default: AddRaw<Int128>(chunk, column); break;
        }
    }

    private void Widen<T>(DuckDBDataChunk chunk, int column, Func<T, Int128> widened) where T : unmanaged
    {
        var values = chunk.Column<T>(column);
        for (var row = 0; row < values.Length; row++) Put(_values, chunk.IsValid(column, row) ? widened(values[row]) : Int128.Zero);
    }

    private static void Put<T>(ArrayBufferWriter<byte> buffer, T value) where T : unmanaged =>
        buffer.Write(MemoryMarshal.AsBytes(MemoryMarshal.CreateReadOnlySpan(ref value, 1)));

    /// <summary>One bit for each row, the lowest first.</summary>
    private sealed class Bits
    {
        private byte[] _bytes = new byte[256];
        private int _count;

        public ReadOnlyMemory<byte> Written => _bytes.AsMemory(0, (_count + 7) / 8);

        public void Add(bool bit)
        {
            if (_count / 8 == _bytes.Length) Array.Resize(ref _bytes, 2 * _bytes.Length);
            if (bit) _bytes[_count / 8] |= (byte)(1 << (_count % 8));
            _count++;
        }

        public void Clear()
        {
            Array.Clear(_bytes);
            _count = 0;
        }
    }
}
