using System.Diagnostics;
using System.Globalization;
using System.Text;
using Analytics.Pipeline;
using Analytics.Pipeline.DuckDb;

namespace Analytics.Benchmarks;

/// <summary>
/// A French CSV of orders with some rows and cells to refuse: our loading, all checks and the copy kept for the next run included, in turns with the engine's bare typed read of the same file
/// into a table. Processor time hardly moves with the machine's load, so both it and the clock are told.
/// </summary>
internal static class LoadBenchmark
{
    private const int Pairs = 3;

    public static void Run(int rows)
    {
        var folder = Directory.CreateTempSubdirectory("analytics-load-");
        try
        {
            var file = Path.Combine(folder.CreateSubdirectory("exports").FullName, "commandes.csv");
            Write(file, rows);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{rows:N0} rows, {new FileInfo(file).Length / 1e6:N0} MB, {Environment.ProcessorCount} cores"));
            var ratios = Enumerable.Range(0, Pairs).Select(_ => Pair(folder.FullName, file)).ToList();
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"ours / bare read, median of {Pairs}: clock {Median(ratios.Select(r => r.Clock)):0.00}, processor {Median(ratios.Select(r => r.Processor)):0.00}; peak memory {Process.GetCurrentProcess().PeakWorkingSet64 / (1 << 20):N0} MiB"));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>Ours alone and once, within a memory limit that the engine is given.</summary>
    public static void Once(int rows, string memory)
    {
        var folder = Directory.CreateTempSubdirectory("analytics-load-");
        try
        {
            Write(Path.Combine(folder.CreateSubdirectory("exports").FullName, "commandes.csv"), rows);
            var ours = Time(() => Ours(folder.FullName, memory));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{rows:N0} rows: {ours.Clock:0.0} s, processor {ours.Processor:0.0} s, peak memory {Process.GetCurrentProcess().PeakWorkingSet64 / (1 << 20):N0} MiB"));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static Laps Pair(string folder, string file)
    {
        var bare = Time(() => Bare(folder, file));
        Forget(folder);
        var ours = Time(() => Ours(folder, null));
        var again = Time(() => Ours(folder, null));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"  bare {bare.Clock:0.0} s (processor {bare.Processor:0.0} s), ours {ours.Clock:0.0} s (processor {ours.Processor:0.0} s), the same file again {again.Clock:0.0} s (processor {again.Processor:0.0} s)"));
        return new(ours.Clock / bare.Clock, ours.Processor / bare.Processor);
    }

    private static void Bare(string folder, string file)
    {
        var database = Path.Combine(folder, "bare.duckdb");
        File.Delete(database);
        using var connection = new DuckDBConnection($"Data Source={database}");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = $$"""
            create table orders as from read_csv('{{file}}', delim = ';', quote = '"', escape = '"', header = true, auto_detect = false, ignore_errors = true,
              decimal_separator = ',', dateformat = '%d/%m/%Y',
              columns = {'a': 'VARCHAR', 'b': 'VARCHAR', 'c': 'VARCHAR', 'd': 'VARCHAR', 'e': 'DATE', 'f': 'DECIMAL(18, 4)', 'g': 'DECIMAL(18, 4)'})
            """;
        command.ExecuteNonQuery();
    }

    /// <summary>Without what an earlier run read of the file.</summary>
    private static void Forget(string folder)
    {
        var kept = Path.Combine(folder, "out", "landing");
        if (Directory.Exists(kept)) Directory.Delete(kept, recursive: true);
    }

    private static void Ours(string folder, string? memory)
    {
        using var build = WarehouseBuild.Begin(new() { Exports = Path.Combine(folder, "exports"), Output = Path.Combine(folder, "out"), MemoryLimit = memory });
        foreach (var file in build.LoadFiles())
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"    {file.File}: {file.RowsRead:N0} = {file.RowsKept:N0} + {file.RowsRejected:N0}"));
    }

    private static Laps Time(Action work)
    {
        var (clock, before) = (Stopwatch.StartNew(), Process.GetCurrentProcess().TotalProcessorTime);
        work();
        return new(clock.Elapsed.TotalSeconds, (Process.GetCurrentProcess().TotalProcessorTime - before).TotalSeconds);
    }

    /// <summary>One row in 5,000 lacks cells, one in 1,000 has a day that no calendar has.</summary>
    private static void Write(string path, int rows)
    {
        var random = new Random(7);
        using var writer = new StreamWriter(path, append: false, Encoding.UTF8, 1 << 20);
        writer.WriteLine("N° commande;Code client;Nom client;Article;Date de commande;Montant HT;Coût de revient");
        for (var row = 0; row < rows; row++)
        {
            var (customer, cents, day) = (random.Next(100_000), random.Next(10, 900_000), new DateOnly(2022, 1, 1).AddDays(random.Next(1_400)));
            var date = row % 1_000 == 7 ? "31/02/2024" : day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);
            writer.WriteLine(row % 5_000 == 3
                ? $"BC{row};C{customer}"
                : string.Create(CultureInfo.InvariantCulture, $"BC{row};C{customer};Société n° {customer};Article {cents % 40};{date};{cents / 100},{cents % 100:00};{cents / 200},{cents % 50:00}"));
        }
    }

    private static double Median(IEnumerable<double> values) => values.Order().ElementAt(Pairs / 2);

    private sealed record Laps(double Clock, double Processor);
}
