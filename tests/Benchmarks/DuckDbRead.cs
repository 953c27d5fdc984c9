using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Analytics.Pipeline.DuckDb;

namespace Analytics.Benchmarks;

/// <summary>Ten million rows of four columns, read through our provider and through DuckDB's own node client, in turns on one file.</summary>
internal static class DuckDbRead
{
    private const int Rows = 10_000_000;
    private const int Runs = 5;
    private const string Select = "SELECT id, amount, day, name FROM t";

    internal static void Run()
    {
        var folder = Directory.CreateTempSubdirectory("duckdb-read-");
        try
        {
            var file = Path.Combine(folder.FullName, "t.duckdb");
            Fill(file);
            foreach (var threads in new[] { 1, Environment.ProcessorCount }.Distinct()) Compare(file, threads);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static void Fill(string file)
    {
        using var connection = Open($"Data Source={file}");
        using var command = new DuckDBCommand($"""
            CREATE TABLE t AS
            SELECT i AS id, (i % 1000003) / 4 AS amount, DATE '2000-01-01' + (i % 9000)::INTEGER AS day, 'name ' || i % 1000 AS name
            FROM range({Rows.ToString(CultureInfo.InvariantCulture)}) r(i)
            """, connection);
        command.ExecuteNonQuery();
    }

    private static void Compare(string file, int threads)
    {
        var times = new Dictionary<string, List<double>>(StringComparer.Ordinal);
        var sums = new HashSet<double>();
        for (var run = 0; run < Runs; run++)
        {
            Note("reader", Time(file, threads, ReadRows));
            Note("node rows", Node(file, threads, "rows"));
            Note("spans", Time(file, threads, ReadSpans));
            Note("node columns", Node(file, threads, "columns"));
        }
        if (sums.Count != 1) throw new InvalidOperationException($"The ways do not read the same: {string.Join(", ", sums)}.");
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Rows:N0} rows x 4 columns, {threads} thread(s), median of {Runs} paired runs"));
        foreach (var (way, all) in times)
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {way,-13} {Median(all),7:F0} ms  {Rows / Median(all) / 1000:F1} M rows/s  (fastest {all.Min():F0} ms)"));
        Print("reader", "node rows");
        Print("spans", "node columns");

        void Note(string way, (double Ms, double Sum) result)
        {
            if (!times.TryGetValue(way, out var all)) times[way] = all = [];
            all.Add(result.Ms);
            sums.Add(result.Sum);
        }

        void Print(string ours, string theirs)
        {
            var ratio = Median([.. times[ours].Zip(times[theirs], (a, b) => a / b)]);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {ours} / {theirs}: {ratio:F2}"));
        }
    }

    private static (double Ms, double Sum) Time(string file, int threads, Func<DuckDBConnection, string, double> read)
    {
        using var connection = Open($"Data Source={file};ReadOnly=true;Threads={threads.ToString(CultureInfo.InvariantCulture)}");
        read(connection, Select + " LIMIT 100000");
        var clock = Stopwatch.StartNew();
        var sum = read(connection, Select);
        return (clock.Elapsed.TotalMilliseconds, sum);
    }

    private static double ReadRows(DuckDBConnection connection, string sql)
    {
        using var command = new DuckDBCommand(sql, connection);
        using var reader = command.ExecuteReader();
        var epoch = new DateOnly(1970, 1, 1).DayNumber;
        var sum = 0.0;
        while (reader.Read())
            sum += reader.GetInt64(0) + reader.GetDouble(1) + (reader.GetFieldValue<DateOnly>(2).DayNumber - epoch) + reader.GetString(3).Length;
        return sum;
    }

    private static double ReadSpans(DuckDBConnection connection, string sql)
    {
        using var command = new DuckDBCommand(sql, connection);
        var sum = 0.0;
        foreach (var chunk in command.ExecuteChunks())
        {
            foreach (var id in chunk.Column<long>(0)) sum += id;
            foreach (var amount in chunk.Column<double>(1)) sum += amount;
            foreach (var day in chunk.Column<int>(2)) sum += day;
            foreach (ref readonly var name in chunk.Column<DuckDBString>(3)) sum += name.Length;
        }
        return sum;
    }

    private static (double Ms, double Sum) Node(string file, int threads, string how)
    {
        var script = Path.Combine(Root(), "tests", "Benchmarks", "duckdb-read.mjs");
        using var node = Process.Start(new ProcessStartInfo("node", [script, file, threads.ToString(CultureInfo.InvariantCulture), how])
        {
            RedirectStandardOutput = true,
            UseShellExecute = false,
        })!;
        using var answer = JsonDocument.Parse(node.StandardOutput.ReadToEnd());
        node.WaitForExit();
        return (answer.RootElement.GetProperty("ms").GetDouble(), answer.RootElement.GetProperty("sum").GetDouble());
    }

    private static DuckDBConnection Open(string connectionString)
    {
        var connection = new DuckDBConnection(connectionString);
        connection.Open();
        return connection;
    }

    private static double Median(IReadOnlyList<double> values) => values.Order().ElementAt(values.Count / 2);

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!Directory.Exists(Path.Combine(folder!.FullName, "node_modules"))) folder = folder.Parent;
        return folder.FullName;
    }
}
