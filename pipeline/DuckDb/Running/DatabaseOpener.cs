using Analytics.Pipeline.DuckDb.Native;

namespace Analytics.Pipeline.DuckDb.Running;

/// <summary>Opens databases; connections of this process to one file share its instance.</summary>
internal static class DatabaseOpener
{
    private static readonly InstanceCacheHandle _instances = NativeMethods.duckdb_create_instance_cache();

    internal static DatabaseHandle Open(DuckDBConnectionStringBuilder options)
    {
        using var config = Configure(options);
        var isPrivate = options.DataSource is "" or DuckDBConnectionStringBuilder.InMemoryDataSource;
        var state = isPrivate
            ? NativeMethods.duckdb_open_ext(null, out var database, config, out var error)
            : NativeMethods.duckdb_get_or_create_from_cache(_instances, options.DataSource, out database, config, out error);
        var text = NativeMethods.Taken(error);
        if (state == NativeState.Success) return database;
        database.Dispose();
        throw new DuckDBException(string.IsNullOrEmpty(text) ? $"The database {options.DataSource} could not be opened." : text);
    }

    internal static ConnectionHandle Connect(DatabaseHandle database)
    {
        var state = NativeMethods.duckdb_connect(database, out var connection);
        if (state == NativeState.Success)
        {
            connection.KeepAlive(database);
            return connection;
        }
        connection.Dispose();
        throw new DuckDBException("DuckDB opened the database and refused a connection to it.");
    }

    private static ConfigHandle Configure(DuckDBConnectionStringBuilder options)
    {
        NativeMethods.Check(NativeMethods.duckdb_create_config(out var config), null, "DuckDB has no memory for its settings.");
        try
        {
            foreach (var (name, value) in options.Settings())
                NativeMethods.Check(
                    NativeMethods.duckdb_set_config(config, name, value), null,
                    $"DuckDB has no setting '{name}', or refuses the value '{value}' for it.");
            return config;
        }
        catch
        {
            config.Dispose();
            throw;
        }
    }
}
