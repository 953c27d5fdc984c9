
namespace Analytics.Pipeline.Tests.Fuzzing;

/// <summary>A few rounds of the fuzzer, always the same; <c>tests/Benchmarks -- fuzz</c> goes on for as long as it is let.</summary>
public sealed class FuzzTests : IDisposable
{
    private readonly TemporaryFolder _exports = new();
    private readonly TemporaryFolder _output = new();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    [InlineData(7)]
    [InlineData(8)]
    [InlineData(54)]
    [InlineData(5005)]
    [InlineData(5015)]
    public void Damaged_files_lose_no_row_unnamed_and_write_nothing_elsewhere(int seed)
    {
        using var round = new FuzzRound(seed, large: false);
        Assert.Null(round.Judge(_ => { }, TestContext.Current.CancellationToken));
        Assert.Null(round.Refusal);
    }

    [Fact]
    public void The_files_to_damage_are_read_whole()
    {
        for (var i = 0; i < WholeFile.Kinds.Length; i++) _exports.Write($"{i}.{WholeFile.Kinds[i]}", WholeFile.Of(WholeFile.Kinds[i], new(4)));
        using var build = WarehouseBuild.Begin(new() { Exports = _exports.Path, Output = _output.Path });
        var reports = build.LoadFiles(cancellation: TestContext.Current.CancellationToken);
        Assert.Equal(WholeFile.Kinds.Length, reports.Select(r => r.File.Split('/')[0]).Distinct(StringComparer.Ordinal).Count());
        Assert.All(reports, r => Assert.Equal(("orders", r.RowsRead), (r.Table, r.RowsKept)));
        Assert.All(reports, r => Assert.True(r.RowsKept > 0));
    }

    [Fact]
    public void A_million_headings_are_an_answer_within_seconds()
    {
        _exports.Write("keep.csv", "customer,date,amount\na,2025-01-01,1\n");
        _exports.Write("wide.csv", $"customer;date;amount;{string.Join(';', Enumerable.Range(0, 1_000_000))}\nc;2025-01-01;1\n");
        using var build = WarehouseBuild.Begin(new() { Exports = _exports.Path, Output = _output.Path });
        Assert.Equal([null, "too_many_headings"], build.LoadFiles(cancellation: TestContext.Current.CancellationToken).Select(f => f.Note));
    }

    public void Dispose()
    {
        _exports.Dispose();
        _output.Dispose();
    }
}
