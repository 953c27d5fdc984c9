using Analytics.Benchmarks;

// dotnet run -c Release --project tests/Benchmarks -- NAME
var benchmarks = new Dictionary<string, Action>(StringComparer.Ordinal)
{
    ["duckdb-read"] = DuckDbRead.Run,
};

if (args is [var name, ..] && benchmarks.TryGetValue(name, out var run))
{
    run();
    return 0;
}
Console.Error.WriteLine($"Name a benchmark: {string.Join(", ", benchmarks.Keys)}.");
return 2;
