using System.Data;
using System.Data.Common;
using Analytics.Pipeline.DuckDb.Native;
using Analytics.Pipeline.DuckDb.Running;

namespace Analytics.Pipeline.DuckDb;

public sealed partial class DuckDBCommand
{
    private StatementBatch? _kept;

    /// <summary>Runs all statements; the number of rows inserted, updated and deleted, or -1 if no statement could.</summary>
    public override int ExecuteNonQuery() => RunToEnd(CancellationToken.None);

    /// <summary>Runs all statements; the first column of the first row of the first result, null if there is no row.</summary>
    public override object? ExecuteScalar() => RunScalar(CancellationToken.None);

    /// <summary>Runs the statements up to the first that gives rows, which are read as DuckDB makes them; the others follow with NextResult or at closing.</summary>
    public new DuckDBDataReader ExecuteReader() => ExecuteReader(CommandBehavior.Default);

    public new DuckDBDataReader ExecuteReader(CommandBehavior behavior) => RunReader(behavior, CancellationToken.None);

    /// <summary>The rows of the first result in DuckDB's own columns; each chunk is valid until the next is asked for.</summary>
    public IEnumerable<DuckDBDataChunk> ExecuteChunks()
    {
        using var reader = ExecuteReader();
        while (reader.ReadChunk())
        {
            using var chunk = new DuckDBDataChunk(reader);
            yield return chunk;
        }
    }

    public override Task<int> ExecuteNonQueryAsync(CancellationToken cancellationToken) =>
        Task.Run(() => RunToEnd(cancellationToken), cancellationToken);

    public override Task<object?> ExecuteScalarAsync(CancellationToken cancellationToken) =>
        Task.Run(() => RunScalar(cancellationToken), cancellationToken);

    protected override DbDataReader ExecuteDbDataReader(CommandBehavior behavior) => ExecuteReader(behavior);

    protected override Task<DbDataReader> ExecuteDbDataReaderAsync(CommandBehavior behavior, CancellationToken cancellationToken) =>
        Task.Run<DbDataReader>(() => RunReader(behavior, cancellationToken), cancellationToken);

    internal T RunNative<T>(ConnectionHandle connection, Func<T> call, CancellationToken token) =>
        Interruption.Run(connection, CommandTimeout, running => _running = running, call, token);

    internal ResultHandle RunStatement(StatementBatch batch, int index, bool streaming, CancellationToken token)
    {
        var connection = RequireConnection();
        connection.FinishStreaming();
        var prepared = batch.Bind(index, Parameters);
        try
        {
            return RunNative(connection.Handle, () => Run(connection.Handle, prepared, streaming), token);
        }
        finally
        {
            batch.Release(prepared);
        }
    }

    internal void Release(StatementBatch batch)
    {
        if (batch != _kept) batch.Dispose();
    }

    private static ResultHandle Run(ConnectionHandle connection, PreparedHandle prepared, bool streaming)
    {
        var result = new ResultHandle();
        var state = streaming
            ? NativeMethods.duckdb_execute_prepared_streaming(prepared, result)
            : PatientRun.Execute(prepared, result);
        if (state == NativeState.Success)
        {
            result.KeepAlive(connection);
            return result;
        }
        using (result) throw new DuckDBException(result.Error ?? "The statement failed.");
    }

    private int RunToEnd(CancellationToken token)
    {
        var batch = CreateBatch();
        try
        {
            long? changed = null;
            for (var i = 0; i < batch.Count; i++)
            {
                using var result = RunStatement(batch, i, streaming: false, token);
                if (result.ReturnType == NativeResultType.ChangedRows)
                    changed = (changed ?? 0) + (long)NativeMethods.duckdb_rows_changed(result);
            }
            return (int)Math.Min(changed ?? -1, int.MaxValue);
        }
        finally
        {
            Release(batch);
        }
    }

    private object? RunScalar(CancellationToken token)
    {
        using var reader = RunReader(CommandBehavior.Default, token);
        return reader.FieldCount > 0 && reader.Read() ? reader.GetValue(0) : null;
    }

    private DuckDBDataReader RunReader(CommandBehavior behavior, CancellationToken token)
    {
        var batch = CreateBatch();
        try
        {
            return new DuckDBDataReader(this, RequireConnection(), batch, behavior, token);
        }
        catch
        {
            Release(batch);
            throw;
        }
    }

    private StatementBatch CreateBatch()
    {
        var handle = RequireConnection().Handle;
        if (_kept is { IsClosed: true }) Unprepare();
        return _kept ?? new StatementBatch(handle, _text);
    }

    private DuckDBConnection RequireConnection() =>
        _connection ?? throw new InvalidOperationException("The command has no connection: set its Connection first.");

    private void Unprepare()
    {
        if (_kept is not null) _connection?.Forget(_kept);
        _kept?.Dispose();
        _kept = null;
    }
}
