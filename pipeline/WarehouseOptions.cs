namespace Analytics.Pipeline;

/// <summary>What a build reads, where it writes, and the day it looks from.</summary>
public sealed record WarehouseOptions
{
    /// <summary>The folder with the CRM's exports.</summary>
    public required string Exports { get; init; }

    /// <summary>The folder that receives <c>warehouse.duckdb</c>; made if it is not there.</summary>
    public required string Output { get; init; }

    /// <summary>A mapping file to obey; null takes <c>analytics.yml</c> in the exports folder, where there is one.</summary>
    public string? Mapping { get; init; }

    /// <summary>What the pages call these data; null takes the exports folder's name.</summary>
    public string? Title { get; init; }

    /// <summary>Facts up to and including this day are known; null takes the latest day in the data.</summary>
    public DateOnly? AsOf { get; init; }

    /// <summary>How many days after the as-of date the models look ahead; null lets the length of the history decide.</summary>
    public int? HorizonDays { get; init; }

    /// <summary>Upper bound of the engine's memory, for example "4GB"; null leaves the engine's own.</summary>
    public string? MemoryLimit { get; init; }

    /// <summary>In how many parts, one after the other, what is computed per customer runs; null takes as few as memory holds.</summary>
    public int? Shards { get; init; }

    /// <summary>Leaves apart the accounts that the analyst marked as one, to see every figure without the merges; the marks stay.</summary>
    public bool Unmerged { get; init; }

    /// <summary>The engine's threads; null takes one per core, and a single one for exports of a few megabytes.</summary>
    public int? Threads { get; init; }
}

/// <summary>How far a build is.</summary>
/// <param name="Item">The file or table at hand.</param>
public sealed record BuildProgress(BuildStage Stage, int Done, int Total, string Item);

/// <summary>The stages of a build, in order.</summary>
public enum BuildStage
{
    /// <summary>Files are read and checked.</summary>
    Files,

    /// <summary>Tables and KPIs are computed.</summary>
    Marts,
}

/// <summary>One check of the warehouse; zero failures is a pass.</summary>
/// <param name="Sample">One failing row as JSON.</param>
public sealed record CheckReport(string Name, long Failures, string? Sample);
