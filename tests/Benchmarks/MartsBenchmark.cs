using System.Diagnostics;
using System.Globalization;
using Analytics.Pipeline;
using Analytics.Pipeline.Profiles;
using Analytics.Pipeline.Staging;

namespace Analytics.Benchmarks;

/// <summary>
/// All marts and KPIs of a large base, each table's processor time and the slowest as a multiple of one full scan of the orders. Run it for two sizes to see
/// that the cost grows no faster than the data.
/// </summary>
internal static class MartsBenchmark
{
    public static void Run(int customers, string memory, int? shards) => OnBase(customers, memory, shards, build =>
    {
        var laps = new Laps();
        var clock = Stopwatch.StartNew();
        build.ComputeMarts(laps);
        laps.End();
        Tell(build, laps, clock.Elapsed);
    });

    /// <summary>Lends a build whose exports are read: those of a firm that does not exist.</summary>
    public static void OnBase(int customers, string memory, int? shards, Action<WarehouseBuild> use)
    {
        var folder = Directory.CreateTempSubdirectory("analytics-marts-");
        try
        {
            File.WriteAllText(Path.Combine(folder.CreateSubdirectory("exports").FullName, "orders.csv"), "order id,customer id,date,amount\no,c,2024-01-01,1\n");
            using var build = WarehouseBuild.Begin(new()
            {
                Exports = Path.Combine(folder.FullName, "exports"),
                Output = Path.Combine(folder.FullName, "out"),
                MemoryLimit = memory,
                Threads = 2,
                Shards = shards,
                AsOf = new DateOnly(2025, 12, 31),
            });
            build.LoadFiles();
            Fill(build, customers);
            use(build);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static void Fill(WarehouseBuild build, int customers)
    {
        Execute(build, $"set variable customers = {customers.ToString(CultureInfo.InvariantCulture)}");
        foreach (var table in CanonicalTable.All) new LandingTable(build.Connection, table).Create();
        Execute(build, Resource("marts.sql"));
    }

    private static void Tell(WarehouseBuild build, Laps laps, TimeSpan clock)
    {
        var before = Process.GetCurrentProcess().TotalProcessorTime;
        Execute(build, "select sum(amount), count(distinct account_id) from core.orders");
        var scan = (Process.GetCurrentProcess().TotalProcessorTime - before).TotalSeconds;
        var all = laps.Items.Sum(l => l.Processor);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"all marts: clock {clock.TotalSeconds:0} s, processor {all:0} s ({all / scan:0} × one scan of the orders), peak memory {Process.GetCurrentProcess().PeakWorkingSet64 / (1 << 20):N0} MiB"));
        foreach (var (item, processor) in laps.Slowest)
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {processor,8:0.0} s {processor / scan,8:0.0} × {item}"));
    }

    private static void Execute(WarehouseBuild build, string sql)
    {
        using var command = build.Connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private static string Resource(string name)
    {
        using var reader = new StreamReader(typeof(MartsBenchmark).Assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }
}
