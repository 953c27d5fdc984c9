using System.Text.Json;
using Analytics.Pipeline.Sample;
using Dapper;

namespace Analytics.Pipeline.Tests.Sample;

/// <summary>What the mess put into the files is what loading finds in them: every row accounted for, every fault with its reason, nothing else.</summary>
public sealed class MessTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Theory]
    [InlineData("plain", "fr", 0)]
    [InlineData("plain", "fr", 1)]
    [InlineData("plain", "fr", 2)]
    [InlineData("plain", "fr", 3)]
    [InlineData("sellsy", "fr", 2)]
    [InlineData("odoo", "en", 3)]
    public void Every_fault_is_found_and_counted(string crm, string language, int mess)
    {
        SampleCompany.Write(_folder.Path, new() { Customers = 150, Crm = crm, Language = language, Mess = mess });
        using var build = WarehouseBuild.Begin(new() { Exports = _folder.Path, Output = Path.Combine(_folder.Path, "out"), Threads = 1 });
        var reports = build.LoadFiles(cancellation: TestContext.Current.CancellationToken);
        Assert.All(reports, r => Assert.Equal(r.RowsRead, r.RowsKept + r.RowsRejected));

        using var truth = JsonDocument.Parse(File.ReadAllText(Path.Combine(_folder.Path, SampleTruth.FileName)));
        var planted = truth.RootElement.GetProperty("files").EnumerateArray().SelectMany(Planted).Order().ToList();
        var found = reports.SelectMany(r => Found(r, build)).Order().ToList();
        Assert.Equal(("", ""), (string.Join('\n', planted.Except(found)), string.Join('\n', found.Except(planted))));
    }

    /// <summary>What is no fault but must be seen through: rows that come twice, names of no list, names in another spelling.</summary>
    [Fact]
    public void What_comes_twice_is_counted_once_and_what_is_misspelt_is_mended()
    {
        SampleCompany.Write(_folder.Path, new() { Customers = 150, Mess = 3 });
        using var warehouse = new BuiltWarehouse(_folder.Path);
        using var truth = JsonDocument.Parse(File.ReadAllText(Path.Combine(_folder.Path, SampleTruth.FileName)));
        var files = truth.RootElement.GetProperty("files").EnumerateArray().ToList();
        long Planted(string what, params string[] tables) => files.Where(f => tables.Contains(f.GetProperty("table").GetString(), StringComparer.Ordinal)).Sum(f => f.GetProperty(what).GetInt64());
        long Found(string sql) => warehouse.Connection.ExecuteScalar<long>(sql);

        Assert.Equal(
            files.Where(f => f.GetProperty("repeated").GetInt64() > 0).Select(f => (f.GetProperty("file").GetString()!, f.GetProperty("repeated").GetInt64())).Order(),
            warehouse.Connection.Query<(string, long)>("select file, sum(\"rows\")::bigint from core.repeats group by file").Order());
        Assert.Equal(Planted("orphans", "orders"), Found("select count(*) from core.orders as o left join core.accounts as a on a.account_id = o.account_id where a.is_listed is distinct from true"));
        Assert.Equal(Planted("respelled", "orders"), Found("select sum(\"rows\")::bigint from core.links where column_name = 'product' and matched_to is not null"));
    }

    public void Dispose() => _folder.Dispose();

    private static IEnumerable<string> Planted(JsonElement file)
    {
        var name = file.GetProperty("file").GetString()!.Replace(".gz", "", StringComparison.Ordinal);
        yield return $"{name}: {file.GetProperty("table")} {file.GetProperty("encoding")}, {file.GetProperty("rows")} rows";
        foreach (var fault in file.GetProperty("rejected").EnumerateObject()) yield return $"{name}: {fault.Value} rows {fault.Name}";
        foreach (var fault in file.GetProperty("cells").EnumerateObject()) yield return $"{name}: {fault.Value} cells {fault.Name}";
    }

    private static IEnumerable<string> Found(FileReport file, WarehouseBuild build)
    {
        yield return $"{file.File}: {file.Table} {file.Encoding}, {file.RowsRead} rows";
        foreach (var (count, row, reason) in build.Connection.Query<(long, bool, string)>(
            "select count(*), row_rejected, reason from staging.rejects where file = $file group by all", new { file = file.File }))
            yield return $"{file.File}: {count} {(row ? "rows" : "cells")} {reason}";
    }
}
