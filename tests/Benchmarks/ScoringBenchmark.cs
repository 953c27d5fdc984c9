using System.Diagnostics;
using System.Globalization;
using Analytics.Models;
using Analytics.Pipeline;

namespace Analytics.Benchmarks;

/// <summary>Features, training, selection and scoring of a large base, from a list of orders made here: customers with rates of their own that stop at some time.</summary>
internal static class ScoringBenchmark
{
    private static readonly DateOnly s_first = new(2022, 1, 1);

    public static void Run(int customers, int orders)
    {
        var folder = Directory.CreateTempSubdirectory("analytics-scoring-");
        try
        {
            var exports = folder.CreateSubdirectory("exports").FullName;
            Write(Path.Combine(exports, "orders.csv"), customers, orders);
            using var build = WarehouseBuild.Begin(new() { Exports = exports, Output = Path.Combine(folder.FullName, "out") });
            var clock = Stopwatch.StartNew();
            Lap("files", () => build.LoadFiles());
            var laps = new Laps();
            Lap("marts, features among them", () => build.ComputeMarts(laps));
            laps.End();
            foreach (var (item, processor) in laps.Slowest) Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {processor,8:0.0} s of processor: {item}"));
            Lap("training, selection, scoring", () => Prediction.Assess(build.Connection, new ChurnOptions { Resamples = 300 }, new Said(clock)));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"peak memory {Process.GetCurrentProcess().PeakWorkingSet64 / (1 << 20):N0} MiB"));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static void Lap(string what, Action work)
    {
        var clock = Stopwatch.StartNew();
        work();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what}: {clock.Elapsed.TotalSeconds:0.0} s"));
    }

    private static void Write(string path, int customers, int orders)
    {
        var random = new Random(7);
        using var writer = new StreamWriter(path);
        writer.WriteLine("customer,date,amount");
        var usual = orders / (double)customers;
        for (var customer = 0; customer < customers; customer++)
        {
            var (starts, stops) = (random.Next(700), 300 + random.Next(2200));
            var gap = 1200 / (usual * 1.6 * (0.3 + 1.4 * random.NextDouble()));
            var level = Math.Exp(3 + random.NextDouble() * 3);
            for (double day = starts; day < Math.Min(1400, starts + stops); day += -Math.Log(1 - random.NextDouble()) * gap + 0.5)
                writer.WriteLine(string.Create(CultureInfo.InvariantCulture, $"c{customer},{s_first.AddDays((int)day):yyyy-MM-dd},{level * (0.5 + random.NextDouble()):0.00}"));
        }
    }

    private sealed class Said(Stopwatch clock) : IProgress<string>
    {
        public void Report(string value) => Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {clock.Elapsed.TotalSeconds:0.0} s {value}"));
    }
}
