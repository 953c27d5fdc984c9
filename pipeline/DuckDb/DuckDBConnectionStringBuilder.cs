using System.Data.Common;
using System.Globalization;

namespace Analytics.Pipeline.DuckDb;

/// <summary>Where the database is and how it is opened; every other key is a DuckDB setting ("Temp Directory" is temp_directory).</summary>
public sealed class DuckDBConnectionStringBuilder : DbConnectionStringBuilder
{
    /// <summary>The data source of a private database in memory.</summary>
    public const string InMemoryDataSource = ":memory:";

    private const string DataSourceKey = "Data Source";
    private const string ReadOnlyKey = "ReadOnly";
    private const string MemoryLimitKey = "Memory Limit";
    private const string ThreadsKey = "Threads";

    public DuckDBConnectionStringBuilder() { }

    public DuckDBConnectionStringBuilder(string connectionString) => ConnectionString = connectionString;

    /// <summary>The database file's path; ":memory:" for a private database in memory, ":memory:name" for one that the process shares.</summary>
    public string DataSource
    {
        get => Get(DataSourceKey) ?? Get("DataSource") ?? InMemoryDataSource;
        set => this[DataSourceKey] = value;
    }

    /// <summary>Opens an existing file for reading only, so that several processes can read it at once.</summary>
    public bool ReadOnly
    {
        get => Get(ReadOnlyKey) is { } text && bool.Parse(text);
        set => this[ReadOnlyKey] = value;
    }

    /// <summary>The most memory that DuckDB takes, such as "2GB"; null is DuckDB's own choice, 80 % of the machine's.</summary>
    public string? MemoryLimit
    {
        get => Get(MemoryLimitKey);
        set => this[MemoryLimitKey] = value;
    }

    /// <summary>The number of threads; null is one for each core.</summary>
    public int? Threads
    {
        get => Get(ThreadsKey) is { } text ? int.Parse(text, CultureInfo.InvariantCulture) : null;
        set => this[ThreadsKey] = value;
    }

    /// <summary>The settings in DuckDB's own names.</summary>
    internal IEnumerable<(string Name, string Value)> Settings()
    {
        foreach (string key in Keys)
        {
            var name = key.Replace(' ', '_').ToLowerInvariant();
            if (name is "data_source" or "datasource") continue;
            if (name is "readonly" or "read_only") yield return ("access_mode", bool.Parse(Get(key)!) ? "READ_ONLY" : "READ_WRITE");
            else yield return (name, Get(key)!);
        }
    }

    private string? Get(string key) => TryGetValue(key, out var value) ? Convert.ToString(value, CultureInfo.InvariantCulture) : null;
}
