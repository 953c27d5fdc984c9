using System.Data.Common;
using Analytics.Pipeline.DuckDb;
using Dapper;

namespace Analytics.Pipeline.Tests;

/// <summary>A warehouse built from a folder and published, opened to read.</summary>
public sealed class BuiltWarehouse : IDisposable
{
    private readonly TemporaryFolder _output = new();

    public BuiltWarehouse(string exports, DateOnly? asOf = null)
    {
        // Sharing a handful of rows among threads costs more than it saves.
        using (var build = WarehouseBuild.Begin(new() { Exports = exports, Output = _output.Path, AsOf = asOf, Threads = 1 }))
        {
            Files = build.LoadFiles(cancellation: TestContext.Current.CancellationToken);
            Links = build.ComputeMarts(cancellation: TestContext.Current.CancellationToken);
            Checks = build.RunChecks();
            build.Publish();
        }
        Connection = new DuckDBConnection($"Data Source={Path.Combine(_output.Path, "warehouse.duckdb")};Read Only=true");
        Connection.Open();
    }

    public IReadOnlyList<FileReport> Files { get; }

    public IReadOnlyList<LinkReport> Links { get; }

    public IReadOnlyList<CheckReport> Checks { get; }

    public DbConnection Connection { get; }

    public double? Kpi(string kpi, string dimension = "all", string segment = "all", string period = "all", DateOnly? start = null) =>
        Connection.QuerySingleOrDefault<double?>(
            """
            select value from marts.kpis
            where kpi = $kpi and dimension = $dimension and segment = $segment and period = $period and owner_id is null
              and ($start is null or period_start = $start)
            """,
            new { kpi, dimension, segment, period, start = start?.ToDateTime(TimeOnly.MinValue) });

    public void Dispose()
    {
        Connection.Dispose();
        _output.Dispose();
    }
}
