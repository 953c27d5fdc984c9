using System.Data;
using Analytics.Pipeline.DuckDb;

namespace Analytics.Pipeline.Tests.DuckDb;

public class TransactionTests
{
    [Fact]
    public void What_is_not_committed_is_undone()
    {
        using var connection = Database.Open();
        connection.Run("CREATE TABLE t (a INTEGER)");
        using (connection.BeginTransaction()) connection.Run("INSERT INTO t VALUES (1)");
        using (var transaction = connection.BeginTransaction(IsolationLevel.Snapshot))
        {
            connection.Run("INSERT INTO t VALUES (2)");
            transaction.Rollback();
        }
        using (var transaction = connection.BeginTransaction())
        {
            connection.Run("INSERT INTO t VALUES (3)");
            transaction.Commit();
            Assert.Throws<InvalidOperationException>(transaction.Commit);
        }
        Assert.Equal(3, connection.Scalar("SELECT sum(a)::INTEGER FROM t"));
    }

    [Fact]
    public void A_transaction_that_an_error_aborted_rolls_back()
    {
        using var connection = Database.Open();
        using (connection.BeginTransaction())
        {
            Assert.Throws<DuckDBException>(() => connection.Run("SELECT * FROM nowhere"));
            Assert.Throws<InvalidOperationException>(() => connection.BeginTransaction());
        }
        Assert.Equal(1, connection.Scalar("SELECT 1"));
    }

    [Fact]
    public void Conflicting_transactions_get_DuckDBs_error()
    {
        using var one = Database.Open();
        one.Run("CREATE TABLE t AS SELECT 1 AS a");
        using var two = one.Duplicate();
        using var first = one.BeginTransaction();
        using var second = two.BeginTransaction();
        one.Run("UPDATE t SET a = 2");
        Assert.Contains("onflict", Assert.Throws<DuckDBException>(() => two.Run("UPDATE t SET a = 3")).Message, StringComparison.Ordinal);
        first.Commit();
    }

    [Fact]
    public void Closing_the_connection_rolls_back()
    {
        using var folder = new Folder();
        var text = $"Data Source={folder.File("a.duckdb")}";
        var connection = Database.Open(text);
        var transaction = connection.BeginTransaction();
        connection.Run("CREATE TABLE t (a INTEGER)");
        connection.Dispose();
        transaction.Dispose();
        using var again = Database.Open(text);
        Assert.Equal(0L, again.Scalar("SELECT count(*) FROM duckdb_tables()"));
    }

    [Fact]
    public void Other_isolation_levels_are_refused()
    {
        using var connection = Database.Open();
        Assert.Throws<NotSupportedException>(() => connection.BeginTransaction(IsolationLevel.ReadUncommitted));
    }
}
