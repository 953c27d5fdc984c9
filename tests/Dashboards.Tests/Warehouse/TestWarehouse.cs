using Analytics.Pipeline.DuckDb;

namespace Analytics.Dashboards.Tests.Warehouse;

/// <summary>A warehouse in memory: the contract's tables, and the figures that the named scripts write.</summary>
internal static class TestWarehouse
{
    public static DuckDBConnection WithFigures(params string[] scripts) => Open(["contract", "figures", .. scripts]);

    public static DuckDBConnection Open(params string[] scripts)
    {
        var connection = new DuckDBConnection("Data Source=:memory:");
        connection.Open();
        foreach (var script in scripts)
            Execute(connection, Script(script));
        return connection;
    }

    public static void Execute(DuckDBConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    internal static string Script(string name)
    {
        using var stream = typeof(TestWarehouse).Assembly.GetManifestResourceStream(name + ".sql")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
