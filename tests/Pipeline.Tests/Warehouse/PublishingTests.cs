using Analytics.Pipeline.DuckDb;
using Dapper;

namespace Analytics.Pipeline.Tests.Warehouse;

public sealed class PublishingTests : IDisposable
{
    private readonly TemporaryFolder _exports = new();
    private readonly TemporaryFolder _output = new();

    public PublishingTests() => _exports.Write("orders.csv", "customer,date,amount\na,2025-01-01,1\n");

    private string WarehousePath => Path.Combine(_output.Path, "warehouse.duckdb");

    [Fact]
    public void Nothing_is_published_until_told()
    {
        using (var build = Begin())
        {
            build.LoadFiles(cancellation: TestContext.Current.CancellationToken);
            build.ComputeMarts(cancellation: TestContext.Current.CancellationToken);
            Assert.False(File.Exists(WarehousePath));
        }
        Assert.Equal(["landing"], Directory.EnumerateFileSystemEntries(_output.Path).Select(Path.GetFileName));
    }

    [Fact]
    public void A_build_that_ends_early_leaves_the_last_good_warehouse()
    {
        Publish();
        var before = File.ReadAllBytes(WarehousePath);
        using (var build = Begin()) build.LoadFiles(cancellation: TestContext.Current.CancellationToken);
        Assert.Equal(before, File.ReadAllBytes(WarehousePath));
    }

    [Fact]
    public void What_a_killed_run_left_behind_is_cleared_by_the_next()
    {
        File.WriteAllText(WarehousePath + ".building", "half a warehouse");
        File.WriteAllText(WarehousePath + ".building.wal", "half a log");
        Publish();
        Assert.Equal(["landing", "warehouse.duckdb"], Directory.EnumerateFileSystemEntries(_output.Path).Select(Path.GetFileName).Order());
    }

    [Fact]
    public void A_corrupt_warehouse_is_replaced_by_a_good_one()
    {
        File.WriteAllText(WarehousePath, "this is no database");
        Publish();
        Assert.Equal(1, CountCustomers());
    }

    [Fact]
    public void A_second_run_at_the_same_time_is_refused()
    {
        using var first = Begin();
        var problem = Assert.Throws<ProblemException>(() => Begin());
        Assert.Equal(ProblemCode.RunInProgress, problem.Code);
        Assert.Equal(Path.GetFullPath(_output.Path), problem.Facts["path"]);
    }

    [Fact]
    public void Readers_of_the_old_warehouse_are_not_disturbed()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows refuses to replace a file that is open; the run then says so.");
        Publish();
        using (var reader = new DuckDBConnection($"Data Source={WarehousePath};Read Only=true"))
        {
            reader.Open();
            _exports.Write("more.csv", "customer,date,amount\nb,2025-01-01,1\n");
            Publish();
            Assert.Equal(1, reader.ExecuteScalar<long>("select count(*) from marts.customers"));
        }
        Assert.Equal(2, CountCustomers());
    }

    [Fact]
    public void A_file_added_to_the_build_appears_with_the_warehouse()
    {
        using (var build = Begin())
        {
            build.LoadFiles(cancellation: TestContext.Current.CancellationToken);
            build.ComputeMarts(cancellation: TestContext.Current.CancellationToken);
            var page = build.AddFile("page.html", path => File.WriteAllText(path, "hello"));
            Assert.False(File.Exists(page));
            build.Publish();
            Assert.Equal("hello", File.ReadAllText(page));
        }
        Assert.Equal(["landing", "page.html", "warehouse.duckdb"], Directory.EnumerateFileSystemEntries(_output.Path).Select(Path.GetFileName).Order());
    }

    [Fact]
    public void A_full_disk_is_told_as_such_and_keeps_the_last_good_warehouse()
    {
        using var disk = new TinyDisk(megabytes: 2);
        using var build = WarehouseBuild.Begin(new() { Exports = _exports.Path, Output = Path.Combine(disk.Path, "out") });
        var problem = Assert.Throws<ProblemException>(() =>
        {
            build.LoadFiles(cancellation: TestContext.Current.CancellationToken);
            build.ComputeMarts(cancellation: TestContext.Current.CancellationToken);
            build.Publish();
        });
        Assert.Equal(ProblemCode.DiskFull, problem.Code);
    }

    [Fact]
    public void An_output_that_is_a_file_is_refused()
    {
        var file = _output.Write("taken", "x");
        var problem = Assert.Throws<ProblemException>(() => WarehouseBuild.Begin(new() { Exports = _exports.Path, Output = file }));
        Assert.Equal(ProblemCode.OutputNotWritable, problem.Code);
    }

    [Theory]
    [InlineData("a,b\n1,2\n", ProblemCode.NoTableRecognised)]
    [InlineData("product,price\nx,1\n", ProblemCode.NothingToMeasure)]
    [InlineData("customer,date,amount\n", ProblemCode.NothingToMeasure)]
    [InlineData("customer,date,amount\nA,2025-02-31,10\nB,2025-02-30,11\n", ProblemCode.AllRejected)]
    public void Exports_without_anything_to_measure_are_refused(string text, ProblemCode code)
    {
        _exports.Write("orders.csv", text);
        using var build = Begin();
        Assert.Equal(code, Assert.Throws<ProblemException>(() => build.LoadFiles(cancellation: TestContext.Current.CancellationToken)).Code);
    }

    [Fact]
    public void A_missing_or_empty_folder_is_refused_before_anything_is_written()
    {
        var missing = Path.Combine(_exports.Path, "nowhere");
        Assert.Equal(ProblemCode.FolderNotFound, Assert.Throws<ProblemException>(() => WarehouseBuild.Begin(new() { Exports = missing, Output = _output.Path })).Code);
        var empty = Directory.CreateDirectory(missing).FullName;
        Assert.Equal(ProblemCode.FolderEmpty, Assert.Throws<ProblemException>(() => WarehouseBuild.Begin(new() { Exports = empty, Output = _output.Path })).Code);
        Assert.Empty(Directory.EnumerateFileSystemEntries(_output.Path));
    }

    [Fact]
    public void A_day_before_all_facts_is_refused()
    {
        using var build = WarehouseBuild.Begin(new() { Exports = _exports.Path, Output = _output.Path, AsOf = new(1999, 1, 1) });
        build.LoadFiles(cancellation: TestContext.Current.CancellationToken);
        var problem = Assert.Throws<ProblemException>(() => build.ComputeMarts(cancellation: TestContext.Current.CancellationToken));
        Assert.Equal((ProblemCode.AsOfTooEarly, "2025-01-01"), (problem.Code, problem.Facts["first"]));
    }

    public void Dispose()
    {
        _exports.Dispose();
        _output.Dispose();
    }

    private WarehouseBuild Begin() => WarehouseBuild.Begin(new() { Exports = _exports.Path, Output = _output.Path });

    private void Publish()
    {
        using var build = Begin();
        build.LoadFiles(cancellation: TestContext.Current.CancellationToken);
        build.ComputeMarts(cancellation: TestContext.Current.CancellationToken);
        build.Publish();
    }

    private long CountCustomers()
    {
        using var connection = new DuckDBConnection($"Data Source={WarehousePath};Read Only=true");
        connection.Open();
        return connection.ExecuteScalar<long>("select count(*) from marts.customers");
    }
}
