using System.Data;
using System.Data.Common;
using Analytics.Pipeline.DuckDb.Running;

namespace Analytics.Pipeline.DuckDb;

public sealed partial class DuckDBConnection
{
    private ResultStream? _streaming;

    internal DuckDBTransaction? Transaction { get; set; }

    /// <summary>A command on this connection.</summary>
    public new DuckDBCommand CreateCommand() => new() { Connection = this };

    /// <summary>Begins a transaction; DuckDB's are all snapshots, and a connection has one at a time.</summary>
    public new DuckDBTransaction BeginTransaction() => new(this);

    /// <summary>Begins a transaction; the isolation level is Snapshot or Unspecified.</summary>
    public new DuckDBTransaction BeginTransaction(IsolationLevel isolationLevel) =>
        isolationLevel is IsolationLevel.Unspecified or IsolationLevel.Snapshot
            ? new DuckDBTransaction(this)
            : throw new NotSupportedException($"DuckDB isolates transactions by snapshot and has no {isolationLevel}.");

    /// <summary>Opens a fast way of adding rows to a table; an unknown table is a DuckDBException.</summary>
    public DuckDBAppender CreateAppender(string table) => CreateAppender(null, null, table);

    /// <summary>Opens a fast way of adding rows to a table of a schema.</summary>
    public DuckDBAppender CreateAppender(string? schema, string table) => CreateAppender(null, schema, table);

    /// <summary>Opens a fast way of adding rows to a table of a schema of an attached catalog.</summary>
    public DuckDBAppender CreateAppender(string? catalog, string? schema, string table)
    {
        ArgumentNullException.ThrowIfNull(table);
        FinishStreaming();
        return new DuckDBAppender(this, catalog, schema, table);
    }

    protected override DbCommand CreateDbCommand() => CreateCommand();

    protected override DbTransaction BeginDbTransaction(IsolationLevel isolationLevel) => BeginTransaction(isolationLevel);

    internal void Execute(string sql)
    {
        using var command = CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    /// <summary>DuckDB ends a streamed result when its connection runs something else: its rows are taken before.</summary>
    internal void FinishStreaming()
    {
        var stream = _streaming;
        _streaming = null;
        stream?.FetchRest();
    }

    internal void Track(ResultStream stream)
    {
        _streaming = stream;
        Track((IDisposable)stream);
    }

    internal void Track(IDisposable child) => _open.Add(child);

    internal void Forget(IDisposable child)
    {
        _open.Remove(child);
        if (ReferenceEquals(_streaming, child)) _streaming = null;
    }

    private void DisposeLast()
    {
        var child = _open[^1];
        Forget(child);
        child.Dispose();
    }
}
