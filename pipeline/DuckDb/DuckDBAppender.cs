using System.Globalization;
using Analytics.Pipeline.DuckDb.Native;
using Analytics.Pipeline.DuckDb.Reading;
using Analytics.Pipeline.DuckDb.Writing;

namespace Analytics.Pipeline.DuckDb;

/// <summary>Adds rows to a table fast, in chunks; they are all in the table after Flush, Close or Dispose, which throw what DuckDB refuses.</summary>
public sealed class DuckDBAppender : IDisposable
{
    private readonly DuckDBConnection _connection;
    private readonly AppenderHandle _handle;
    private readonly ChunkHandle _chunk;
    private readonly VectorWriter[] _writers;
    private readonly DuckDBAppenderRow _current;
    private readonly int _capacity = (int)NativeMethods.duckdb_vector_size();
    private int _rows;
    private bool _failed;

    internal DuckDBAppender(DuckDBConnection connection, string? catalog, string? schema, string table)
    {
        _connection = connection;
        var state = NativeMethods.duckdb_appender_create_ext(connection.Handle, catalog, schema, table, out _handle);
        try
        {
            NativeMethods.Check(state, Error, $"No appender could be opened on {table}.");
            _handle.KeepAlive(connection.Handle);
            (_chunk, _writers) = CreateChunk(table);
        }
        catch
        {
            _handle.Dispose();
            throw;
        }
        _current = new DuckDBAppenderRow(this);
        BindWriters();
        connection.Track(this);
    }

    internal int ColumnCount => _writers.Length;

    private string? Error => NativeMethods.Borrowed(NativeMethods.duckdb_appender_error(_handle));

    /// <summary>Begins a row; the row before must have ended.</summary>
    public DuckDBAppenderRow CreateRow()
    {
        ObjectDisposedException.ThrowIf(_handle.IsClosed, this);
        if (_failed) throw new InvalidOperationException("The appender failed before: its rows are lost, dispose it.");
        _current.Begin();
        return _current;
    }

    /// <summary>Writes the rows so far into the table.</summary>
    public void Flush()
    {
        ObjectDisposedException.ThrowIf(_handle.IsClosed, this);
        AppendChunk();
        Guard(NativeMethods.duckdb_appender_flush(_handle));
    }

    /// <summary>Flushes and closes; a row that was begun and not ended is an InvalidOperationException.</summary>
    public void Close()
    {
        if (_handle.IsClosed) return;
        try
        {
            if (_failed) return;
            Flush();
            _current.ThrowIfOpen();
        }
        finally
        {
            Release();
        }
    }

    public void Dispose() => Close();

    internal void Write<T>(int column, T value) => _writers[column].Write(_rows, value);

    internal void WriteDefault(int column)
    {
        Guard(NativeMethods.duckdb_append_default_to_chunk(_handle, _chunk, (ulong)column, (ulong)_rows));
        _writers[column].FindValidity();
    }

    internal void EndRow()
    {
        if (++_rows == _capacity) AppendChunk();
    }

    private void AppendChunk()
    {
        if (_rows == 0) return;
        NativeMethods.duckdb_data_chunk_set_size(_chunk, (ulong)_rows);
        Guard(NativeMethods.duckdb_append_data_chunk(_handle, _chunk));
        NativeMethods.duckdb_data_chunk_reset(_chunk);
        _rows = 0;
        BindWriters();
    }

    private void Guard(NativeState state)
    {
        if (state != NativeState.Success) _failed = true;
        NativeMethods.Check(state, Error, "DuckDB refused the rows.");
    }

    private void Release()
    {
        if (_failed) NativeMethods.duckdb_appender_clear(_handle);
        _connection.Forget(this);
        _chunk.Dispose();
        _handle.Dispose();
    }

    private void BindWriters()
    {
        for (var i = 0; i < _writers.Length; i++) _writers[i].Bind(NativeMethods.duckdb_data_chunk_get_vector(_chunk, (ulong)i));
    }

    private unsafe (ChunkHandle Chunk, VectorWriter[] Writers) CreateChunk(string table)
    {
        var count = (int)NativeMethods.duckdb_appender_column_count(_handle);
        var types = new LogicalTypeHandle[count];
        var pointers = new nint[count];
        for (var i = 0; i < count; i++)
        {
            types[i] = NativeMethods.duckdb_appender_column_type(_handle, (ulong)i);
            pointers[i] = types[i].DangerousGetHandle();
        }
        fixed (nint* start = pointers)
        {
            var chunk = NativeMethods.duckdb_create_data_chunk(start, (ulong)count);
            chunk.KeepAlive(_handle);
            return (chunk, [.. types.Select((type, i) => new VectorWriter(ColumnType.Read(type), Describe(table, i)))]);
        }
    }

    private static string Describe(string table, int column) => string.Create(CultureInfo.InvariantCulture, $"Column {column + 1} of {table}");
}
