using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;
using Analytics.Models.Boosting;
using Analytics.Models.Evaluation;
using Analytics.Models.Features;

namespace Analytics.Benchmarks;

/// <summary>What one process measured: seconds of training by the clock and of the processor, and rows predicted per second, the best of five.</summary>
internal sealed record TrainerResult(double Fit, double FitCpu, double RowsPerSecond, double Auc, double PeakMib);

/// <summary>
/// The yardstick 1,000,000 × 30 (100 trees, 31 leaves, rate 0.1), in turn with XGBoost, each run in a process of its own; and
/// 500 rows × 40 features × 200 trees, the size of most users.
/// </summary>
internal static class TrainerBenchmark
{
    private const int Columns = 30;

    private static readonly JsonSerializerOptions s_json = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    internal static void Pairs(string folder, int threads, int pairs)
    {
        var (thread, results) = (threads.ToString(CultureInfo.InvariantCulture), new List<(TrainerResult Ours, TrainerResult Peers)>());
        for (var pair = 0; pair < pairs; pair++)
        {
            results.Add((Measure(Environment.ProcessPath!, "trainer-once", folder, thread), Measure("/usr/bin/python3", Script(), folder, thread)));
            Console.WriteLine($"ours    {results[^1].Ours}\nxgboost {results[^1].Peers}");
        }
        Print("training, clock", results.Select(pair => pair.Ours.Fit / pair.Peers.Fit));
        Print("training, processor", results.Select(pair => pair.Ours.FitCpu / pair.Peers.FitCpu));
        Print("rows predicted per second", results.Select(pair => pair.Ours.RowsPerSecond / pair.Peers.RowsPerSecond));
        Print("peak memory", results.Select(pair => pair.Ours.PeakMib / pair.Peers.PeakMib));
        Print("AUC, difference", results.Select(pair => pair.Ours.Auc - pair.Peers.Auc));
    }

    internal static void Once(string folder, int threads)
    {
        var training = Read(folder, "train");
        var (clock, used) = (Stopwatch.StartNew(), ProcessorSeconds());
        var model = BoostingTrainer.Train(training, BoostingLoss.Log, new BoostingOptions { Threads = threads });
        var (fit, busy) = (clock.Elapsed.TotalSeconds, ProcessorSeconds() - used);
        // The training rows are done with; what the next ones find free is not to count as needed.
        GC.Collect();
        var test = Read(folder, "test");
        var (predicted, fastest) = (Array.Empty<double>(), TimeSpan.MaxValue);
        for (var repeat = 0; repeat < 5; repeat++)
        {
            clock.Restart();
            predicted = model.Predict(test.Features, threads);
            fastest = clock.Elapsed < fastest ? clock.Elapsed : fastest;
        }
        var auc = new Ranking(predicted, Array.ConvertAll(test.Targets, target => target > 0)).RocAuc([.. Enumerable.Repeat(1, predicted.Length)]);
        Console.WriteLine(JsonSerializer.Serialize(
            new TrainerResult(fit, busy, predicted.Length / fastest.TotalSeconds, auc, Process.GetCurrentProcess().PeakWorkingSet64 / 1048576.0), s_json));
    }

    internal static void Small()
    {
        var random = new SplitMix64(1);
        var columns = Enumerable.Range(0, 40).Select(_ => Enumerable.Range(0, 500).Select(_ => random.Uniform()).ToArray()).ToArray();
        var targets = columns[0].Select((value, i) => random.Uniform() < (value + columns[1][i]) / 2 ? 1.0 : 0).ToArray();
        var rows = new TrainingRows(new FeatureTable(Enumerable.Range(0, 40).Select(f => $"f{f}").ToList(), columns, 500), targets);
        var times = Enumerable.Range(0, 30).Select(_ =>
        {
            var clock = Stopwatch.StartNew();
            BoostingTrainer.Train(rows, BoostingLoss.Log, new BoostingOptions { Trees = 200, Threads = 1 });
            return clock.Elapsed.TotalMilliseconds;
        }).ToList();
        var warm = times.Skip(10).Order().ToList();
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"500 × 40 × 200 trees: first call {times[0]:0} ms; warm {warm[0]:0} ms at best, {warm[warm.Count / 2]:0} ms in the middle"));
    }

    private static TrainerResult Measure(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, UseShellExecute = false })!;
        var answer = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return JsonSerializer.Deserialize<TrainerResult>(answer, s_json)!;
    }

    private static void Print(string what, IEnumerable<double> ratios)
    {
        var ordered = ratios.Order().ToList();
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{what}, ours to XGBoost's: least {ordered[0]:0.#####}, middle {ordered[ordered.Count / 2]:0.#####}, most {ordered[^1]:0.#####}"));
    }

    private static double ProcessorSeconds() => Process.GetCurrentProcess().TotalProcessorTime.TotalSeconds;

    private static TrainingRows Read(string folder, string name)
    {
        var targets = Array.ConvertAll(File.ReadAllBytes(Path.Combine(folder, $"{name}.y.u8")), label => (double)label);
        var columns = Enumerable.Range(0, Columns).Select(_ => new double[targets.Length]).ToArray();
        using var file = File.OpenRead(Path.Combine(folder, $"{name}.f32"));
        var row = new float[Columns];
        for (var i = 0; i < targets.Length; i++)
        {
            file.ReadExactly(MemoryMarshal.AsBytes(row.AsSpan()));
            for (var f = 0; f < Columns; f++) columns[f][i] = row[f];
        }
        return new TrainingRows(new FeatureTable([.. Enumerable.Range(0, Columns).Select(f => $"f{f}")], columns, targets.Length), targets);
    }

    private static string Script()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "trainer_peer.py"))) folder = folder.Parent;
        return Path.Combine(folder.FullName, "trainer_peer.py");
    }
}
