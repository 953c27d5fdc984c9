using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using Analytics.Models.Boosting;
using Analytics.Models.Evaluation;
using Analytics.Models.Features;

namespace Analytics.Benchmarks;

/// <summary>
/// Training and prediction on the yardstick that trainer_data.py writes (1,000,000 × 30, 100 trees, 31 leaves, rate 0.1), to be run in turn
/// with trainer_peers.py on the same folder; and 500 rows × 40 features × 200 trees, the size of most users.
/// </summary>
internal static class TrainerBenchmark
{
    private const int Columns = 30;

    internal static void Run(string folder, int repeats)
    {
        Small();
        var training = Read(folder, "train");
        var test = Read(folder, "test");
        var happened = Array.ConvertAll(test.Targets, target => target > 0);
        for (var repeat = 0; repeat < repeats; repeat++)
        {
            var (clock, used) = (Stopwatch.StartNew(), ProcessorSeconds());
            var model = BoostingTrainer.Train(training, BoostingLoss.Log, new BoostingOptions { Threads = 2 });
            var (fit, busy) = (clock.Elapsed.TotalSeconds, ProcessorSeconds() - used);
            clock.Restart();
            var predicted = model.Predict(test.Features, threads: 2);
            var rate = test.Targets.Length / clock.Elapsed.TotalSeconds;
            var auc = new Ranking(predicted, happened).RocAuc(Enumerable.Repeat(1, happened.Length).ToArray());
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"fit {fit:0.00} s ({busy:0.00} s of processor), {rate:0} rows/s, AUC {auc:0.00000}, peak {Process.GetCurrentProcess().PeakWorkingSet64 >> 20} MiB"));
        }
    }

    private static double ProcessorSeconds() => Process.GetCurrentProcess().TotalProcessorTime.TotalSeconds;

    private static void Small()
    {
        var random = new SplitMix64(1);
        var columns = Enumerable.Range(0, 40).Select(_ => Enumerable.Range(0, 500).Select(_ => random.Uniform()).ToArray()).ToArray();
        var targets = columns[0].Select((value, i) => random.Uniform() < (value + columns[1][i]) / 2 ? 1.0 : 0).ToArray();
        var rows = new TrainingRows(new FeatureTable(Enumerable.Range(0, 40).Select(f => $"f{f}").ToList(), columns, 500), targets);
        for (var repeat = 0; repeat < 10; repeat++)
        {
            var (clock, used) = (Stopwatch.StartNew(), ProcessorSeconds());
            BoostingTrainer.Train(rows, BoostingLoss.Log, new BoostingOptions { Trees = 200, Threads = 2 });
            if (repeat == 9) Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"500 × 40 × 200 trees: {clock.Elapsed.TotalMilliseconds:0} ms ({1000 * (ProcessorSeconds() - used):0} ms of processor)"));
        }
    }

    private static TrainingRows Read(string folder, string name)
    {
        var values = MemoryMarshal.Cast<byte, float>(File.ReadAllBytes(Path.Combine(folder, $"{name}.f32")));
        var targets = File.ReadAllBytes(Path.Combine(folder, $"{name}.y.u8")).Select(label => (double)label).ToArray();
        var columns = Enumerable.Range(0, Columns).Select(_ => new double[targets.Length]).ToArray();
        for (var row = 0; row < targets.Length; row++)
            for (var f = 0; f < Columns; f++) columns[f][row] = values[row * Columns + f];
        return new TrainingRows(new FeatureTable(Enumerable.Range(0, Columns).Select(f => $"f{f}").ToList(), columns, targets.Length), targets);
    }
}
