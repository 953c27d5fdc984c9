using System.Diagnostics;
using System.Globalization;
using Analytics.Pipeline;
using Analytics.Pipeline.Warehouse;

namespace Analytics.Benchmarks;

/// <summary>
/// The canonical tables and all that is per customer, of a base that memory holds a part of at a time: as many parts in turn as are asked for, else as the build
/// itself chooses. It stops before the marts, so that fifty million orders take minutes and not an hour.
/// </summary>
internal static class ShardsBenchmark
{
    /// <summary>The first table that is made after the last one that is made in parts.</summary>
    private const string After = "parts.sale_cells";

    public static void Run(int customers, string memory, int? shards) => MartsBenchmark.OnBase(customers, memory, shards, build =>
    {
        var laps = new Laps();
        var parts = 0;
        var before = Process.GetCurrentProcess().TotalProcessorTime;
        var clock = Stopwatch.StartNew();
        try
        {
            build.ComputeMarts(new Until(laps, () => parts = Sharding.Choose(build.Connection, shards)));
        }
        catch (OperationCanceledException)
        {
            Tell(customers, parts, laps, clock.Elapsed, Process.GetCurrentProcess().TotalProcessorTime - before);
        }
    });

    private static void Tell(int customers, int parts, Laps laps, TimeSpan clock, TimeSpan processor)
    {
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{customers * 10L:N0} orders in {parts} parts: clock {clock.TotalSeconds:0} s, processor {processor.TotalSeconds:0} s, peak memory {Process.GetCurrentProcess().PeakWorkingSet64 / (1 << 20):N0} MiB"));
        foreach (var (item, seconds) in laps.Slowest)
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {seconds,8:0.0} s {item}"));
    }

    private sealed class Until(Laps laps, Action last) : IProgress<BuildProgress>
    {
        public void Report(BuildProgress value)
        {
            laps.Report(value);
            if (value.Item != After) return;
            laps.End();
            last();
            throw new OperationCanceledException();
        }
    }
}
