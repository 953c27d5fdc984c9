using System.Diagnostics;
using Analytics.Pipeline.DuckDb;

namespace Analytics.Pipeline.Tests.DuckDb;

/// <summary>What the whole process holds can only be weighed while no other test runs in it.</summary>
[CollectionDefinition(nameof(MemoryTests), DisableParallelization = true)]
[Collection(nameof(MemoryTests))]
public class MemoryTests
{
    // Three kilobytes a failure would show; a connection or a result that stays open holds far more.
    private const long Level = 15_000_000;
    private const int Rounds = 3;

    [Fact]
    public void Thousands_of_failures_leave_memory_level()
    {
        using var folder = new Folder();
        File.WriteAllText(folder.File("notes.duckdb"), new string('x', 10_000));
        var kept = $"Data Source={folder.File("kept.duckdb")}";
        using var keeper = Database.Open(kept);
        keeper.Run("CREATE TABLE t (a INTEGER PRIMARY KEY)");
        FailManyTimes(kept, 2_000);
        Assert.InRange(LeastGrowth(() => FailManyTimes(kept, 5_000)), long.MinValue, Level);
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
        Assert.InRange(LeastGrowth(() => Fail(100)), long.MinValue, Level);
    }

    /// <summary>A leak grows every time; what earlier tests' memory does meanwhile does not.</summary>
    private static long LeastGrowth(Action work) => Enumerable.Range(0, Rounds).Min(_ =>
    {
        var before = LiveBytes();
        work();
        return LiveBytes() - before;
    });

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
