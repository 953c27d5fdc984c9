using System.Globalization;
using Analytics.Benchmarks;

// dotnet run -c Release --project tests/Benchmarks -- NAME [ARGUMENTS]
switch (args)
{
    case ["duckdb-read"]:
        DuckDbRead.Run();
        return 0;
    case ["load", .. var rows]:
        LoadBenchmark.Run(Whole(rows, 0, 5_000_000));
        return 0;
    case ["load-once", var rows, var memory]:
        LoadBenchmark.Once(int.Parse(rows, CultureInfo.InvariantCulture), memory);
        return 0;
    case ["kernel", .. var runs]:
        await KernelBenchmark.Run(Whole([.. runs], 0, 7));
        return 0;
    case ["page-write", var file, .. var size]:
        await PageBenchmark.Write(file, Whole(size, 0, PageBenchmark.Customers), Whole(size, 1, PageBenchmark.Orders));
        return 0;
    case ["page-open", var file, .. var pages]:
        await PageBenchmark.Open(file, pages);
        return 0;
    case ["page", .. var pages]:
        await PageBenchmark.Run(pages is [] ? ["overview", "segments"] : pages);
        return 0;
    case ["scoring", .. var sizes]:
        ScoringBenchmark.Run(
            sizes is [var customers, ..] ? int.Parse(customers, CultureInfo.InvariantCulture) : 100_000,
            sizes is [_, var orders] ? int.Parse(orders, CultureInfo.InvariantCulture) : 2_000_000);
        return 0;
    case ["marts", .. var marts]:
        MartsBenchmark.Run(Whole(marts, 0, 100_000), marts is [_, var limit, ..] ? limit : "8GiB", marts is [_, _, var parts] ? int.Parse(parts, CultureInfo.InvariantCulture) : null);
        return 0;
    case ["marts-shards", .. var marts]:
        ShardsBenchmark.Run(Whole(marts, 0, 5_000_000), marts is [_, var most, ..] ? most : "4GiB", marts is [_, _, var shards] ? int.Parse(shards, CultureInfo.InvariantCulture) : null);
        return 0;
    case ["duplicates", .. var accounts]:
        DuplicateBenchmark.Run(Whole(accounts, 0, 1_000_000), Path.Combine(Path.GetTempPath(), "analytics-duplicates"));
        return 0;
    case ["trainer", var folder, .. var rest]:
        TrainerBenchmark.Pairs(folder, Whole(rest, 0, 2), Whole(rest, 1, 3));
        return 0;
    case ["trainer-once", var folder, var threads]:
        TrainerBenchmark.Once(folder, int.Parse(threads, CultureInfo.InvariantCulture));
        return 0;
    case ["trainer-small"]:
        TrainerBenchmark.Small();
        return 0;
    case ["fuzz", .. var limits]:
        return FuzzCampaign.Run(Whole(limits, 0, 600), Whole(limits, 1, 1));
    default:
        Console.Error.WriteLine("""
            Name a benchmark:
              duckdb-read                 reading results, against DuckDB's own node client
              load [ROWS]                 loading a French CSV with all checks (5 million rows), against DuckDB's bare typed read of it
              load-once ROWS MEMORY       the same, ours alone and once, the engine's memory limited (50000000 3GiB)
              kernel [TIMES]              the notebook's kernel: until it answers, its first cell (medians)
              page [PAGE ...]             the page of 2 million orders in a browser: size, opening, clicks
              page-write FILE [CUSTOMERS ORDERS]
                                          the same page, or a larger one, kept in a file
              page-open FILE PAGE ...     a page's file: opening, clicks
              scoring [CUSTOMERS ORDERS]  features, training, selection and scoring of a large base (100,000 and 2,000,000)
              marts [CUSTOMERS [MEMORY [SHARDS]]]
                                          all marts and KPIs of a base of ten orders a customer (100,000 customers, 8GiB), two threads
              marts-shards [CUSTOMERS [MEMORY [SHARDS]]]
                                          the same up to what is per customer, computed in parts (50 million orders, 4GiB)
              duplicates [ACCOUNTS]       finding the accounts that are one company (1,000,000), on two threads
              trainer FOLDER [THREADS [PAIRS]]
                                          training boosted trees in turn with XGBoost (Debian's python3-xgboost);
                                          FOLDER holds train.f32, train.y.u8, test.f32, test.y.u8
              trainer-once FOLDER THREADS the same, ours alone and once
              trainer-small               500 rows × 40 features × 200 trees
              fuzz [SECONDS [SEED]]       damaged files of every format, loaded until the time is up (600 s from seed 1)
            """);
        return 2;
}

static int Whole(string[] arguments, int at, int otherwise) => at < arguments.Length ? int.Parse(arguments[at], CultureInfo.InvariantCulture) : otherwise;
