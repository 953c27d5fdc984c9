using Analytics.Pipeline.DuckDb;
using Dapper;

namespace Analytics.Pipeline.Tests.Warehouse;

/// <summary>A folder run again: the same exports change nothing, a new month adds, an overlapping export does not double, and the log says what came in.</summary>
public sealed class AgainTests : IDisposable
{
    private readonly TemporaryFolder _exports = new();
    private readonly TemporaryFolder _output = new();

    [Fact]
    public void The_same_files_change_nothing_and_a_new_month_that_overlaps_adds_only_what_is_new()
    {
        _exports.Write("accounts.csv", "id,name,city,last modified date\nc1,Alpha,Lyon,2025-02-01 10:00:00\nc2,Beta,Lille,2025-01-01\nc1,Alpha SA,Paris,2025-02-01 09:00:00\n");
        _exports.Write("orders-2025-01.csv", "order number,customer,date,amount\nO1,Alpha,2025-01-10,100\nO2,Beta,2025-01-20,50\nO2,Beta,2025-01-20,5\n");
        _exports.Write("sales-2025-01.csv", "customer,date,amount\nAlpha,2025-01-05,7\nAlpha,2025-01-05,7\nBeta,2025-01-31,9\n");

        var first = Run();
        Assert.True(first.IsFirst);
        Assert.Equal(178, Revenue());
        // Of one key the row modified last counts, though it stands before the other.
        Assert.Equal("Lyon", Scalar<string>("select city from core.accounts where account_id = 'c1'"));
        Assert.Equal([("accounts", "accounts.csv", 1L, "key")], Repeats());

        var content = Content();
        Assert.False(Run().IsNew);
        Assert.Equal(content, Content());

        // January once more, with a correction of O2, and February.
        _exports.Write("orders-2025-02.csv", "order number,customer,date,amount\nO2,Beta,2025-01-20,60\nO3,Alpha,2025-02-10,1000\n");
        _exports.Write("sales-2025-02.csv", "customer,date,amount\nAlpha,2025-01-05,7\nAlpha,2025-01-05,7\nAlpha,2025-01-05,7\nBeta,2025-01-31,9\nBeta,2025-02-01,11\n");
        System.IO.File.Delete(Path.Combine(_exports.Path, "accounts.csv"));
        var second = Run();
        Assert.Equal(100 + 60 + 1000 + 7 + 7 + 7 + 9 + 11, Revenue());
        Assert.Equal([("orders", "orders-2025-01.csv", 2L, "key"), ("orders", "sales-2025-01.csv", 3L, "same_row")], Repeats());
        Assert.Equal([("accounts.csv", "gone"), ("orders-2025-02.csv", "new"), ("sales-2025-02.csv", "new"), ("orders-2025-01.csv", "unchanged"), ("sales-2025-01.csv", "unchanged")],
            second.Files.Select(f => (f.File, f.State)));
        var revenue = second.Kpis.Single(k => k.Kpi == "revenue" && k.Period == "all");
        Assert.Equal((178, 1201), (revenue.Before, revenue.Value));
        Assert.Equal([(1, 3, 0, 0), (2, 2, 2, 1)], Rows<(int, int, int, int)>("select run, files_new, files_unchanged, files_gone from marts.runs"));
        Assert.Equal(4, Directory.GetDirectories(Path.Combine(_output.Path, "landing")).Length);
    }

    public void Dispose()
    {
        _exports.Dispose();
        _output.Dispose();
    }

    private RunChanges Run()
    {
        using var build = WarehouseBuild.Begin(new() { Exports = _exports.Path, Output = _output.Path, Title = "again", Threads = 1 });
        build.LoadFiles(cancellation: TestContext.Current.CancellationToken);
        build.ComputeMarts(cancellation: TestContext.Current.CancellationToken);
        Assert.All(build.RunChecks(), c => Assert.Equal((c.Name, 0L), (c.Name, c.Failures)));
        var changes = build.Changes;
        build.Publish();
        return changes;
    }

    private double Revenue() => Scalar<double>("select value from marts.kpis where kpi = 'revenue' and dimension = 'all' and period = 'all' and owner_id is null");

    private List<(string, string, long, string)> Repeats() => Rows<(string, string, long, string)>("select table_name, file, \"rows\", why from core.repeats");

    /// <summary>Every row of every table of the warehouse.</summary>
    private string Content()
    {
        using var connection = Open();
        return string.Join('\n', connection.Query<string>("select schema_name || '.' || table_name from duckdb_tables() order by all").ToList()
            .Select(table => $"{table}: {connection.QuerySingle<string>($"select md5(coalesce(string_agg(t::varchar, chr(10) order by t::varchar), '')) from {table} as t")}"));
    }

    private T Scalar<T>(string sql) => Rows<T>(sql).Single();

    private List<T> Rows<T>(string sql)
    {
        using var connection = Open();
        return connection.Query<T>(sql).ToList();
    }

    private DuckDBConnection Open()
    {
        var connection = new DuckDBConnection($"Data Source={Path.Combine(_output.Path, "warehouse.duckdb")};Read Only=true");
        connection.Open();
        return connection;
    }
}
