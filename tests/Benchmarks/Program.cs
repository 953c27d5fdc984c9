using System.Globalization;
using Analytics.Benchmarks;

// dotnet run -c Release --project tests/Benchmarks -- NAME [ARGUMENTS]
switch (args)
{
    case ["duckdb-read"]:
        DuckDbRead.Run();
        return 0;
    case ["page", .. var pages]:
        await PageBenchmark.Run(pages is [] ? ["overview", "segments"] : pages);
        return 0;
    case ["trainer", var folder, .. var rest]:
        TrainerBenchmark.Run(folder, rest is [var repeats] ? int.Parse(repeats, CultureInfo.InvariantCulture) : 3);
        return 0;
    case ["churn-data", var file]:
        ChurnData.Run(file);
        return 0;
    default:
        Console.Error.WriteLine("""
            Name a benchmark:
              duckdb-read                 reading results, against DuckDB's own node client
              page [PAGE ...]             the page of 2 million orders in a browser: size, opening, clicks
              trainer FOLDER [REPEATS]    training boosted trees; FOLDER holds train.f32, train.y.u8, test.f32, test.y.u8
              churn-data FILE             5 × 5-fold cross-validation of boosted trees on a CSV of numbers, the last column 1 for churned
            """);
        return 2;
}
