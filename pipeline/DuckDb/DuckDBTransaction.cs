using System.Data;
using System.Data.Common;

namespace Analytics.Pipeline.DuckDb;

/// <summary>A transaction; disposing it without a commit rolls it back.</summary>
public sealed class DuckDBTransaction : DbTransaction
{
    private readonly DuckDBConnection _connection;
    private bool _over;

    internal DuckDBTransaction(DuckDBConnection connection)
    {
        if (connection.Transaction is not null)
            throw new InvalidOperationException("The connection already has a transaction: commit it or roll it back first.");
        _connection = connection;
        connection.Execute("BEGIN TRANSACTION");
        connection.Transaction = this;
        connection.Track(this);
    }

    public override IsolationLevel IsolationLevel => IsolationLevel.Snapshot;

    protected override DbConnection? DbConnection => _over ? null : _connection;

    /// <summary>Commits; a conflict with another transaction is a DuckDBException and rolls this one back.</summary>
    public override void Commit() => End("COMMIT");

    /// <summary>Undoes all that was done since the transaction began.</summary>
    public override void Rollback() => End("ROLLBACK");

    protected override void Dispose(bool disposing)
    {
        if (disposing && !_over) Rollback();
        base.Dispose(disposing);
    }

    private void End(string statement)
    {
        if (_over) throw new InvalidOperationException("The transaction is already committed or rolled back.");
        _over = true;
        _connection.Transaction = null;
        _connection.Forget(this);
        _connection.Execute(statement);
    }
}
