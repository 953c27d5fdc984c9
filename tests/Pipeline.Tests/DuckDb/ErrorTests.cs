using System.Diagnostics;
using Analytics.Pipeline.DuckDb;
using Analytics.Pipeline.DuckDb.Native;

namespace Analytics.Pipeline.Tests.DuckDb;

public class ErrorTests
{
    [Theory]
    [InlineData("SELECT * FROM nowhere", "Catalog", "nowhere")]
    [InlineData("SELEC 1", "Parser", "SELEC")]
    [InlineData("SELECT a FROM (SELECT 1 AS b)", "Binder", "\"a\"")]
    [InlineData("SELECT 'x'::INTEGER", "Conversion", "'x'")]
    [InlineData("SELECT error('my words')", "Invalid Input", "my words")]
    public void An_error_is_DuckDBs_own_text_and_kind(string sql, string kind, string words)
    {
        var error = Assert.Throws<DuckDBException>(() => Database.Ask(sql));
        Assert.Equal(kind, error.Kind);
        Assert.Contains(words, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_text_without_a_statement_or_a_command_without_a_connection_is_an_error()
    {
        Assert.Contains("no statement", Assert.Throws<InvalidOperationException>(() => Database.Ask(" -- nothing\n;")).Message, StringComparison.Ordinal);
        Assert.Contains("no connection", Assert.Throws<InvalidOperationException>(() => new DuckDBCommand("SELECT 1").ExecuteScalar()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_native_library_says_what_to_run()
    {
        using var folder = new Folder();
        var empty = Path.GetDirectoryName(folder.File("x"))!;
        Assert.Contains("dotnet build", Assert.Throws<DllNotFoundException>(() => NativeLoader.Find(null, [empty])).Message, StringComparison.Ordinal);
        Assert.Contains(NativeLoader.Variable, Assert.Throws<DllNotFoundException>(() => NativeLoader.Find(folder.File("no"), [])).Message, StringComparison.Ordinal);
        File.WriteAllText(folder.File(NativeLoader.FileName), "");
        Assert.Equal(folder.File(NativeLoader.FileName), NativeLoader.Find(null, ["/nowhere", empty]));
        Assert.Equal(folder.File(NativeLoader.FileName), NativeLoader.Find(empty, []));
    }

    [Fact]
    public void Ten_thousand_failures_leave_memory_level()
    {
        using var folder = new Folder();
        File.WriteAllText(folder.File("notes.duckdb"), new string('x', 10_000));
        var kept = $"Data Source={folder.File("kept.duckdb")}";
        using var keeper = Database.Open(kept);
        keeper.Run("CREATE TABLE t (a INTEGER PRIMARY KEY)");
        FailManyTimes(kept, 2_000);
        var before = LiveBytes();
        FailManyTimes(kept, 10_000);
        Assert.InRange(LiveBytes() - before, long.MinValue, 15_000_000);
    }

    [Fact]
    public void Files_that_do_not_open_leave_memory_level()
    {
        using var folder = new Folder();
        File.WriteAllText(folder.File("notes.duckdb"), new string('x', 10_000));
        void Fail(int times)
        {
            for (var i = 0; i < times; i++)
            {
                using var wrong = new DuckDBConnection($"Data Source={folder.File("notes.duckdb")}");
                Assert.Throws<DuckDBException>(wrong.Open);
            }
        }
        Fail(100);
        var before = LiveBytes();
        Fail(300);
        Assert.InRange(LiveBytes() - before, long.MinValue, 15_000_000);
    }

    private static void FailManyTimes(string kept, int times)
    {
        for (var i = 0; i < times; i++)
        {
            using var connection = Database.Open(kept);
            Assert.NotNull(Record.Exception(() => Fail(connection, i % 8)));
        }
    }

    private static void Fail(DuckDBConnection connection, int way)
    {
        switch (way)
        {
            case 0: connection.Run("SELEC"); break;
            case 1: connection.Run("SELECT nothing"); break;
            case 2: connection.Run("SELECT ?"); break;
            case 3: connection.Run("SELECT error('at work')"); break;
            case 4: connection.Scalar("SELECT error('in a stream ' || i) FROM range(3) r(i)"); break;
            case 5: connection.CreateAppender("nowhere"); break;
            case 6: connection.CreateAppender("t").CreateRow().AppendValue("x"); break;
            default: connection.Command("SELECT i FROM range(5000) r(i)").ExecuteReader().GetInt32(0); break;
        }
    }

    // The collector keeps spare memory as it likes: what counts is what is live, and what the native side holds.
    private static long LiveBytes()
    {
        var managed = GC.GetTotalMemory(forceFullCollection: true);
        GC.WaitForPendingFinalizers();
        using var self = Process.GetCurrentProcess();
        return self.WorkingSet64 - GC.GetGCMemoryInfo().TotalCommittedBytes + managed;
    }
}
