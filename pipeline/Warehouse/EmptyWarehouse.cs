using Analytics.Pipeline.DuckDb;

namespace Analytics.Pipeline.Warehouse;

/// <summary>A warehouse in memory without a row, to hold expressions against.</summary>
internal static class EmptyWarehouse
{
    /// <summary>With the tables named, and those that they are made from.</summary>
    public static DuckDBConnection Open(IReadOnlyCollection<string> tables)
    {
        var connection = new DuckDBConnection("Data Source=:memory:;Threads=1");
        connection.Open();
        WarehouseSchema.Create(connection);
        connection.Execute("insert into staging.arguments (title, version) values ('', '')");
        WarehouseSchema.CreateStagingViews(connection);
        var scripts = SqlScript.InOrder("core", "per_customer", "parts", "global");
        var wanted = tables.ToHashSet(StringComparer.Ordinal);
        foreach (var script in scripts.Reverse().Where(s => wanted.Contains(s.Table))) wanted.UnionWith(script.Reads);
        foreach (var script in scripts.Where(s => wanted.Contains(s.Table))) connection.Execute($"create {script.Kind} {script.Table} as {script.Body}");
        return connection;
    }
}
