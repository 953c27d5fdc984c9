using System.Data;
using Analytics.Pipeline.DuckDb;

namespace Analytics.Pipeline.Tests.DuckDb;

public class ConnectionTests
{
    [Fact]
    public void A_file_with_an_accent_in_its_path_is_created_and_read_again()
    {
        using var folder = new Folder();
        var options = new DuckDBConnectionStringBuilder { DataSource = folder.File("entrepôt.duckdb") };
        using (var connection = Database.Open(options.ConnectionString)) connection.Run("CREATE TABLE t AS SELECT 42 AS a");
        Assert.True(File.Exists(options.DataSource));
        options.ReadOnly = true;
        using var again = Database.Open(options.ConnectionString);
        Assert.Equal(42, again.Scalar("SELECT a FROM t"));
        Assert.Contains("read-only", Assert.Throws<DuckDBException>(() => again.Run("DROP TABLE t")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Settings_reach_DuckDB()
    {
        using var connection = Database.Open("Data Source=:memory:;Memory Limit=100MiB;Threads=1;Default Null Order=nulls_first");
        Assert.Equal("100.0 MiB 1 NULLS_FIRST", connection.Scalar(
            "SELECT current_setting('memory_limit') || ' ' || current_setting('threads') || ' ' || upper(current_setting('default_null_order'))"));
        Assert.StartsWith("v1.5", connection.ServerVersion, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Data Source=:memory:;No Such Setting=1", "no_such_setting")]
    [InlineData("Data Source=:memory:;Threads=many", "threads")]
    [InlineData("Data Source=/no/such/folder/x.duckdb", "Cannot open")]
    public void What_cannot_be_opened_says_why(string connectionString, string words)
    {
        using var connection = new DuckDBConnection(connectionString);
        var error = Assert.Throws<DuckDBException>(connection.Open);
        Assert.Contains(words, error.Message, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(ConnectionState.Closed, connection.State);
    }

    [Fact]
    public void A_file_that_is_no_database_is_named_in_DuckDBs_words()
    {
        using var folder = new Folder();
        File.WriteAllText(folder.File("notes.duckdb"), new string('x', 10_000));
        using var connection = new DuckDBConnection($"Data Source={folder.File("notes.duckdb")}");
        var error = Assert.Throws<DuckDBException>(connection.Open);
        Assert.Contains("notes.duckdb", error.Message, StringComparison.Ordinal);
        Assert.Contains("not a valid DuckDB database", error.Message, StringComparison.Ordinal);
        Assert.Equal("IO", error.Kind);
    }

    [Fact]
    public async Task A_file_that_another_process_has_open_is_DuckDBs_lock_error()
    {
        using var folder = new Folder();
        using var other = NodeProcess.Start(
            "const { DuckDBInstance } = require('@duckdb/node-api'); DuckDBInstance.create(process.argv[1]).then(() => console.log('open')); process.stdin.resume();",
            folder.File("a.duckdb"));
        Assert.Equal("open", await other.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken));
        using var connection = new DuckDBConnection($"Data Source={folder.File("a.duckdb")}");
        var error = Assert.Throws<DuckDBException>(connection.Open);
        Assert.Equal("IO", error.Kind);
        Assert.Contains("a.duckdb", error.Message, StringComparison.Ordinal);
        other.StandardInput.Close();
        await other.WaitForExitAsync(TestContext.Current.CancellationToken);
        connection.Open();
    }

    [Fact]
    public void Two_connections_to_a_file_share_it_and_see_what_is_committed()
    {
        using var folder = new Folder();
        var text = $"Data Source={folder.File("shared.duckdb")}";
        using var one = Database.Open(text);
        using var two = Database.Open(text);
        using (var transaction = one.BeginTransaction())
        {
            one.Run("CREATE TABLE t AS SELECT 1 AS a");
            Assert.Throws<DuckDBException>(() => two.Scalar("SELECT a FROM t"));
            transaction.Commit();
        }
        Assert.Equal(1, two.Scalar("SELECT a FROM t"));
    }

    [Fact]
    public void Two_connections_to_a_file_with_different_settings_get_DuckDBs_error()
    {
        using var folder = new Folder();
        using var one = Database.Open($"Data Source={folder.File("a.duckdb")}");
        using var two = new DuckDBConnection($"Data Source={folder.File("a.duckdb")};ReadOnly=true");
        Assert.Contains("different configuration", Assert.Throws<DuckDBException>(two.Open).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_file_is_free_after_closing_even_with_a_reader_left_open()
    {
        using var folder = new Folder();
        var text = $"Data Source={folder.File("a.duckdb")}";
        var connection = Database.Open(text);
        var reader = connection.Command("SELECT i FROM range(1000000) t(i)").ExecuteReader();
        Assert.True(reader.Read());
        connection.Dispose();
        Assert.True(reader.IsClosed);
        using var again = Database.Open(text + ";ReadOnly=true");
        Assert.Equal(1, again.Scalar("SELECT 1"));
    }

    [Fact]
    public void Private_databases_in_memory_are_apart_and_named_or_duplicated_ones_are_shared()
    {
        using var one = Database.Open();
        using var two = Database.Open();
        one.Run("CREATE TABLE t AS SELECT 1 AS a");
        Assert.Throws<DuckDBException>(() => two.Scalar("SELECT a FROM t"));
        using (var twin = one.Duplicate()) Assert.Equal(1, twin.Scalar("SELECT a FROM t"));
        using var named = Database.Open("Data Source=:memory:shared-in-test");
        named.Run("CREATE TABLE t AS SELECT 2 AS a");
        using var same = Database.Open("Data Source=:memory:shared-in-test");
        Assert.Equal(2, same.Scalar("SELECT a FROM t"));
    }

    [Fact]
    public void A_duplicate_outlives_the_connection_it_came_from()
    {
        var one = Database.Open();
        one.Run("CREATE TABLE t AS SELECT 1 AS a");
        using var twin = one.Duplicate();
        one.Dispose();
        using var third = twin.Duplicate();
        Assert.Equal(1, third.Scalar("SELECT a FROM t"));
    }

    [Fact]
    public void Work_on_a_closed_connection_is_an_error_and_it_opens_again()
    {
        var connection = Database.Open();
        connection.Close();
        connection.Close();
        Assert.Contains("closed", Assert.Throws<InvalidOperationException>(() => connection.Run("SELECT 1")).Message, StringComparison.Ordinal);
        connection.Open();
        Assert.Throws<InvalidOperationException>(connection.Open);
        Assert.Equal(1, connection.Scalar("SELECT 1"));
        connection.Dispose();
        Assert.Throws<InvalidOperationException>(() => connection.CreateAppender("t"));
    }

    [Fact]
    public void A_prepared_command_survives_a_reopened_connection()
    {
        using var connection = Database.Open();
        using var command = connection.Command("SELECT 1");
        command.Prepare();
        Assert.Equal(1, command.ExecuteScalar());
        connection.Close();
        connection.Open();
        Assert.Equal(1, command.ExecuteScalar());
    }

    [Fact]
    public void Two_threads_work_on_two_connections_at_once()
    {
        using var one = Database.Open();
        one.Run("CREATE TABLE t (a INTEGER)");
        Parallel.For(0, 4, worker =>
        {
            using var mine = one.Duplicate();
            for (var i = 0; i < 50; i++) mine.Run("INSERT INTO t VALUES (?)", worker * 50 + i);
        });
        Assert.Equal(200L, one.Scalar("SELECT count(DISTINCT a) FROM t"));
    }
}
