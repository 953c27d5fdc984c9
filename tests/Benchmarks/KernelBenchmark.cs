using System.Diagnostics;
using System.Globalization;
using Analytics.Notebooks.Tests.Kernel;

namespace Analytics.Benchmarks;

/// <summary>How long a person waits for the notebook's kernel: until it answers, and for the first cells.</summary>
internal static class KernelBenchmark
{
    public static async Task Run(int times)
    {
        var folder = Directory.CreateTempSubdirectory("analytics-kernel-");
        try
        {
            var runs = new List<double[]>();
            for (var i = 0; i < times; i++)
            {
                runs.Add(await Once(folder.FullName));
                Console.WriteLine(Line($"run {i + 1}", runs[^1]));
            }
            Console.WriteLine(Line("median", [.. Enumerable.Range(0, runs[0].Length).Select(part => runs.Select(r => r[part]).Order().ElementAt(times / 2))]));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<double[]> Once(string folder)
    {
        var clock = Stopwatch.StartNew();
        await using var client = await Client.Start(folder);
        await client.Ask("kernel_info_request", []);
        var ready = clock.Elapsed;
        await client.Execute("Console.WriteLine(1);");
        var first = clock.Elapsed;
        var processor = client.Process.TotalProcessorTime;
        await client.Execute("Table.Of(Enumerable.Range(0, 100).Select(i => new { I = i }))");
        return [ready.TotalSeconds, (first - ready).TotalSeconds, processor.TotalSeconds, (clock.Elapsed - first).TotalSeconds];
    }

    private static string Line(string name, double[] seconds) => string.Create(CultureInfo.InvariantCulture,
        $"{name}: ready {seconds[0]:0.00} s, first cell {seconds[1]:0.00} s (processor time until then {seconds[2]:0.00} s), a table {seconds[3]:0.00} s");
}
