using System.Collections.Concurrent;
using System.Data.Common;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Analytics.Pipeline.DuckDb;
using Analytics.Pipeline.Warehouse;
using Dapper;

namespace Analytics.Pipeline.Tests;

/// <summary>A warehouse built from a folder and published, opened to read. The same files are built once for all the tests that read them.</summary>
public sealed class BuiltWarehouse : IDisposable
{
    private static readonly ConcurrentDictionary<string, Lazy<Built>> s_built = new(StringComparer.Ordinal);
    private readonly Built _built;

    static BuiltWarehouse() => AppDomain.CurrentDomain.ProcessExit += (_, _) =>
    {
        foreach (var built in s_built.Values.Where(b => b.IsValueCreated)) built.Value.Output.Dispose();
    };

    public BuiltWarehouse(string exports, DateOnly? asOf = null, int? shards = null)
    {
        _built = s_built.GetOrAdd(Fingerprint(exports, asOf) + shards, _ => new(() => Build(exports, asOf, shards))).Value;
        Connection = new DuckDBConnection($"Data Source={Path.Combine(_built.Output.Path, "warehouse.duckdb")};Read Only=true");
        Connection.Open();
    }

    public IReadOnlyList<FileReport> Files => _built.Files;

    public IReadOnlyList<LinkReport> Links => _built.Links;

    /// <summary>Run when asked for: they take a good part of a small warehouse's time.</summary>
    public IReadOnlyList<CheckReport> Checks => WarehouseChecks.Find(Connection);

    public DbConnection Connection { get; }

    public double? Kpi(string kpi, string dimension = "all", string segment = "all", string period = "all", DateOnly? start = null) =>
        Connection.QuerySingleOrDefault<double?>(
            """
            select value from marts.kpis
            where kpi = $kpi and dimension = $dimension and segment = $segment and period = $period and owner_id is null
              and ($start is null or period_start = $start)
            """,
            new { kpi, dimension, segment, period, start = start?.ToDateTime(TimeOnly.MinValue) });

    public void Dispose() => Connection.Dispose();

    private static Built Build(string exports, DateOnly? asOf, int? shards)
    {
        var output = new TemporaryFolder();
        // Sharing a handful of rows among threads costs more than it saves.
        using var build = WarehouseBuild.Begin(new() { Exports = exports, Output = output.Path, AsOf = asOf, Threads = 1, Shards = shards });
        var files = build.LoadFiles(cancellation: TestContext.Current.CancellationToken);
        var links = build.ComputeMarts(cancellation: TestContext.Current.CancellationToken);
        build.Publish();
        return new(output, files, links);
    }

    private static string Fingerprint(string exports, DateOnly? asOf)
    {
        var files = Directory.EnumerateFiles(exports, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .Select(file => $"{Path.GetRelativePath(exports, file)} {Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(file)))}");
        return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', files.Append(asOf?.DayNumber.ToString(CultureInfo.InvariantCulture) ?? "")))));
    }

    private sealed record Built(
        TemporaryFolder Output, IReadOnlyList<FileReport> Files, IReadOnlyList<LinkReport> Links);
}
