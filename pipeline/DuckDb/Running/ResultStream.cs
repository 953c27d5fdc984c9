using Analytics.Pipeline.DuckDb.Native;
using Analytics.Pipeline.DuckDb.Reading;

namespace Analytics.Pipeline.DuckDb.Running;

/// <summary>The chunks of one result, fetched as they are asked for.</summary>
internal sealed class ResultStream : IDisposable
{
    private readonly DuckDBCommand _command;
    private readonly ConnectionHandle _connection;
    private readonly ResultHandle _result;
    private readonly Queue<ChunkHandle> _ahead = new();
    private DuckDBException? _failure;
    private bool _ended;

    internal ResultStream(DuckDBCommand command, ConnectionHandle connection, ResultHandle result)
    {
        (_command, _connection, _result) = (command, connection, result);
        Columns = ReadColumns(result);
    }

    internal ColumnVector[] Columns { get; }

    /// <summary>The next chunk, which the caller disposes; null after the last.</summary>
    internal ChunkHandle? Next(CancellationToken token) => _ahead.TryDequeue(out var chunk) ? chunk : Fetch(token);

    /// <summary>Takes all the rest now, before another command on the connection would end the stream; an error waits for its reader.</summary>
    internal void FetchRest()
    {
        try
        {
            while (Fetch(CancellationToken.None) is { } chunk) _ahead.Enqueue(chunk);
        }
        catch (DuckDBException error)
        {
            _failure = error;
        }
    }

    public void Dispose()
    {
        _ended = true;
        while (_ahead.TryDequeue(out var chunk)) chunk.Dispose();
        _result.Dispose();
    }

    private ChunkHandle? Fetch(CancellationToken token)
    {
        if (_failure is not null) throw new DuckDBException(_failure.Message, _failure);
        if (_ended) return null;
        try
        {
            var chunk = _command.RunNative(_connection, FetchChecked, token);
            _ended = chunk is null;
            return chunk;
        }
        catch
        {
            _ended = true;
            throw;
        }
    }

    private ChunkHandle? FetchChecked()
    {
        var chunk = _result.Fetch();
        if (!chunk.IsInvalid && NativeMethods.duckdb_data_chunk_get_size(chunk) > 0)
        {
            chunk.KeepAlive(_connection);
            return chunk;
        }
        chunk.Dispose();
        return string.IsNullOrEmpty(_result.Error) ? null : throw new DuckDBException(_result.Error);
    }

    private static ColumnVector[] ReadColumns(ResultHandle result)
    {
        var columns = new ColumnVector[NativeMethods.duckdb_column_count(result)];
        for (var i = 0; i < columns.Length; i++)
        {
            var name = NativeMethods.Borrowed(NativeMethods.duckdb_column_name(result, (ulong)i)) ?? "";
            columns[i] = new ColumnVector(ColumnType.Read(NativeMethods.duckdb_column_logical_type(result, (ulong)i)), name);
        }
        return columns;
    }
}
