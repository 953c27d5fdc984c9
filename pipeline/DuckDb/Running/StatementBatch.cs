using Analytics.Pipeline.DuckDb.Native;

namespace Analytics.Pipeline.DuckDb.Running;

/// <summary>The statements of one command text, prepared one after another since a later one may need what an earlier one made.</summary>
internal sealed class StatementBatch : IDisposable
{
    private readonly ConnectionHandle _connection;
    private readonly ExtractedHandle _statements;
    private PreparedHandle? _only;

    internal StatementBatch(ConnectionHandle connection, string text)
    {
        _connection = connection;
        Count = (int)NativeMethods.duckdb_extract_statements(connection, text, out _statements);
        if (Count > 0)
        {
            _statements.KeepAlive(connection);
            return;
        }
        var error = NativeMethods.Borrowed(NativeMethods.duckdb_extract_statements_error(_statements));
        _statements.Dispose();
        if (string.IsNullOrEmpty(error)) throw new InvalidOperationException("The command's text holds no statement.");
        throw new DuckDBException(error);
    }

    internal int Count { get; }

    internal bool IsClosed => _statements.IsClosed;

    /// <summary>A prepared statement with its parameters bound; a text of one statement is prepared once.</summary>
    internal PreparedHandle Bind(int index, DuckDBParameterCollection parameters)
    {
        var prepared = Count == 1 ? _only ??= Prepare(0) : Prepare(index);
        try
        {
            ParameterBinder.Bind(prepared, parameters);
            return prepared;
        }
        catch
        {
            Release(prepared);
            throw;
        }
    }

    /// <summary>Compiles a text of one statement ahead of its first run.</summary>
    internal void PrepareAhead()
    {
        if (Count == 1) _only ??= Prepare(0);
    }

    internal void Release(PreparedHandle prepared)
    {
        if (prepared != _only) prepared.Dispose();
    }

    public void Dispose()
    {
        _only?.Dispose();
        _statements.Dispose();
    }

    private PreparedHandle Prepare(int index)
    {
        var state = NativeMethods.duckdb_prepare_extracted_statement(_connection, _statements, (ulong)index, out var prepared);
        if (state == NativeState.Success)
        {
            prepared.KeepAlive(_connection);
            return prepared;
        }
        using (prepared)
        {
            var error = NativeMethods.Borrowed(NativeMethods.duckdb_prepare_error(prepared));
            throw new DuckDBException(string.IsNullOrEmpty(error) ? "The statement could not be prepared." : error);
        }
    }
}
