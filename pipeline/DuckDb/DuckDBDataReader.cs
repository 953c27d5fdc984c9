using System.Collections;
using System.Data;
using System.Data.Common;
using Analytics.Pipeline.DuckDb.Native;
using Analytics.Pipeline.DuckDb.Reading;
using Analytics.Pipeline.DuckDb.Running;

namespace Analytics.Pipeline.DuckDb;

/// <summary>Reads rows while DuckDB makes them; infinite dates and timestamps are .NET's MinValue and MaxValue.</summary>
public sealed partial class DuckDBDataReader : DbDataReader
{
    private readonly DuckDBCommand _command;
    private readonly DuckDBConnection _connection;
    private readonly StatementBatch _batch;
    private readonly CommandBehavior _behavior;
    private ResultStream? _stream;
    private ChunkHandle? _chunk;
    private ColumnVector[] _columns = [];
    private int _row = -1;
    private int _rows;
    private int _next;
    private bool _hasRows;
    private bool _closed;
    private long? _changed;

    internal DuckDBDataReader(DuckDBCommand command, DuckDBConnection connection, StatementBatch batch, CommandBehavior behavior, CancellationToken token)
    {
        (_command, _connection, _batch, _behavior) = (command, connection, batch, behavior);
        Advance(token);
        connection.Track(this);
    }

    public override bool HasRows => _hasRows;

    public override bool IsClosed => _closed;

    /// <summary>Rows inserted, updated and deleted by the statements that ran so far; -1 if none could.</summary>
    public override int RecordsAffected => (int)Math.Min(_changed ?? -1, int.MaxValue);

    public override int Depth => 0;

    internal int ChunkRows => _rows;

    public override bool Read() => ++_row < _rows || FetchChunk(CancellationToken.None);

    public override Task<bool> ReadAsync(CancellationToken cancellationToken)
    {
        if (_row + 1 >= _rows) return Task.Run(() => ++_row < _rows || FetchChunk(cancellationToken), cancellationToken);
        _row++;
        return Task.FromResult(true);
    }

    /// <summary>Runs the statements up to the next that gives rows; false after the last.</summary>
    public override bool NextResult() => Advance(CancellationToken.None);

    public override Task<bool> NextResultAsync(CancellationToken cancellationToken) =>
        Task.Run(() => Advance(cancellationToken), cancellationToken);

    /// <summary>Runs the statements that are left, then closes; their errors are thrown.</summary>
    public override void Close()
    {
        if (_closed) return;
        try
        {
            while (_next < _batch.Count && Advance(CancellationToken.None)) { }
        }
        finally
        {
            Release();
        }
    }

    public override IEnumerator GetEnumerator() => new DbEnumerator(this, closeReader: false);

    protected override void Dispose(bool disposing)
    {
        if (disposing) Close();
        base.Dispose(disposing);
    }

    /// <summary>The next chunk, the first one included.</summary>
    internal bool ReadChunk()
    {
        if (_row >= 0 || _rows == 0) return FetchChunk(CancellationToken.None);
        _row = 0;
        return true;
    }

    internal ColumnVector Column(int ordinal) => _columns[ordinal];

    private bool Advance(CancellationToken token)
    {
        ObjectDisposedException.ThrowIf(_closed, this);
        CloseResult();
        while (_next < _batch.Count)
        {
            var result = _command.RunStatement(_batch, _next++, streaming: true, token);
            if (result.ReturnType == NativeResultType.QueryResult)
            {
                OpenResult(result, token);
                return true;
            }
            using (result)
                if (result.ReturnType == NativeResultType.ChangedRows)
                    _changed = (_changed ?? 0) + (long)NativeMethods.duckdb_rows_changed(result);
        }
        return false;
    }

    private void OpenResult(ResultHandle result, CancellationToken token)
    {
        _stream = new ResultStream(_command, _connection.Handle, result);
        _connection.Track(_stream);
        _columns = _stream.Columns;
        try
        {
            _hasRows = FetchChunk(token);
        }
        catch
        {
            CloseResult();
            throw;
        }
        _row = -1;
    }

    private bool FetchChunk(CancellationToken token)
    {
        ObjectDisposedException.ThrowIf(_closed, this);
        _chunk?.Dispose();
        (_row, _rows) = (0, 0);
        _chunk = _stream?.Next(token);
        if (_chunk is null) return false;
        for (var i = 0; i < _columns.Length; i++)
            _columns[i].Bind(NativeMethods.duckdb_data_chunk_get_vector(_chunk, (ulong)i));
        _rows = (int)NativeMethods.duckdb_data_chunk_get_size(_chunk);
        return true;
    }

    private void CloseResult()
    {
        _chunk?.Dispose();
        if (_stream is not null) _connection.Forget(_stream);
        _stream?.Dispose();
        (_chunk, _stream, _columns, _row, _rows, _hasRows) = (null, null, [], -1, 0, false);
    }

    private void Release()
    {
        _closed = true;
        CloseResult();
        _command.Release(_batch);
        _connection.Forget(this);
        if (_behavior.HasFlag(CommandBehavior.CloseConnection)) _connection.Close();
    }
}
