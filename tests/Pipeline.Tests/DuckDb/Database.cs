using Analytics.Pipeline.DuckDb;

namespace Analytics.Pipeline.Tests.DuckDb;

/// <summary>A private database in memory, and short ways of asking it.</summary>
internal static class Database
{
    // Opening a database costs a hundred milliseconds, which questions without tables need not pay each time.
    [ThreadStatic] private static DuckDBConnection? _mine;

    internal static DuckDBConnection Mine => _mine ??= Open();

    internal static DuckDBConnection Open(string connectionString = "Data Source=:memory:")
    {
        var connection = new DuckDBConnection(connectionString);
        connection.Open();
        return connection;
    }

    internal static DuckDBCommand Command(this DuckDBConnection connection, string sql, params object?[] values)
    {
        var command = new DuckDBCommand(sql, connection);
        foreach (var value in values) command.Parameters.Add(new DuckDBParameter(value));
        return command;
    }

    internal static int Run(this DuckDBConnection connection, string sql, params object?[] values)
    {
        using var command = connection.Command(sql, values);
        return command.ExecuteNonQuery();
    }

    internal static object? Scalar(this DuckDBConnection connection, string sql, params object?[] values)
    {
        using var command = connection.Command(sql, values);
        return command.ExecuteScalar();
    }

    internal static object? Ask(string sql, params object?[] values) => Mine.Scalar(sql, values);

    internal static T Ask<T>(string sql, params object?[] values)
    {
        using var command = Mine.Command(sql, values);
        using var reader = command.ExecuteReader();
        Assert.True(reader.Read());
        return reader.GetFieldValue<T>(0);
    }
}

/// <summary>A folder that goes away with the test.</summary>
internal sealed class Folder : IDisposable
{
    private readonly string _path = Directory.CreateTempSubdirectory("duckdb-é-").FullName;

    internal string File(string name) => Path.Combine(_path, name);

    public void Dispose() => Directory.Delete(_path, recursive: true);
}
