using System.Data.Common;
using Analytics.Pipeline.Warehouse;
using Dapper;

namespace Analytics.Pipeline.Tests;

/// <summary>Files loaded, and the sales and accounts that they give: all that a test of loading looks at, in a fraction of the time of the marts.</summary>
public sealed class LoadedWarehouse : IDisposable
{
    private readonly TemporaryFolder _output = new();
    private readonly WarehouseBuild _build;

    public LoadedWarehouse(string exports, DateOnly? asOf = null)
    {
        _build = WarehouseBuild.Begin(new() { Exports = exports, Output = _output.Path, AsOf = asOf, Threads = 1 });
        Files = _build.LoadFiles(cancellation: TestContext.Current.CancellationToken);
        SupersededRows.Find(Connection);
        WarehouseSchema.CreateStagingViews(Connection);
        foreach (var script in Leading("core.sales", "core.owners", "core.products", "core.contacts", "core.contracts", "core.web_sessions", "core.complaints", "marts.assumptions"))
            Connection.Execute($"create {script.Kind} {script.Table} as {script.Body}");
    }

    public IReadOnlyList<FileReport> Files { get; }

    public DbConnection Connection => _build.Connection;

    public double Revenue => Connection.ExecuteScalar<double>("select sum(amount)::double from core.sales");

    public IReadOnlyList<string> Assumptions => Connection.Query<string>("select text_en from marts.assumptions order by position, file, subject").ToList();

    public void Dispose()
    {
        _build.Dispose();
        _output.Dispose();
    }

    /// <summary>The files that make these tables, and those that they read.</summary>
    private static IEnumerable<SqlScript> Leading(params string[] tables)
    {
        var all = SqlScript.InOrder("core", "per_customer", "parts", "global");
        var wanted = tables.ToHashSet(StringComparer.Ordinal);
        foreach (var script in all.Reverse().Where(s => wanted.Contains(s.Table))) wanted.UnionWith(script.Reads);
        return all.Where(s => wanted.Contains(s.Table));
    }
}
