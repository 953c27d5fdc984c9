using System.Data;
using System.Data.Common;
using Analytics.Notebooks.Display;
using Analytics.Notebooks.Scripting;
using Analytics.Pipeline.DuckDb;

namespace Analytics.Notebooks;

/// <summary>A published warehouse, opened to read.</summary>
public sealed class Warehouse : IDisposable, IRenderable
{
    private const int MostRows = 1_000_000;
    private static Warehouse? s_current;
    private readonly DuckDBConnection _connection;
    private (long Length, DateTime Written) _file;

    private Warehouse(string path)
    {
        Path = path;
        _file = FileState();
        _connection = new DuckDBConnection(new DuckDBConnectionStringBuilder { DataSource = path, ReadOnly = true }.ConnectionString);
    }

    /// <summary>The warehouse that was opened last; SQL cells and KPIs read it.</summary>
    public static Warehouse Current => s_current ??= Open();

    /// <summary>The file's whole path.</summary>
    public string Path { get; }

    /// <summary>The connection, for Dapper and other users of ADO.NET.</summary>
    public DbConnection Connection => _connection;

    /// <summary>
    /// Opens a warehouse that a run has made. Without a path: the one that ANALYTICS_WAREHOUSE names, else out/warehouse.duckdb, else the demo's,
    /// looked for in this folder and in those above it, as relative paths are.
    /// </summary>
    public static Warehouse Open(string? path = null)
    {
        var found = WarehouseFinder.Find(path);
        // An older handle on the same file would keep showing the file as it was.
        if (s_current?.Path == found) s_current.Dispose();
        var warehouse = new Warehouse(found);
        try
        {
            warehouse._connection.Open();
        }
        catch (DuckDBException e)
        {
            warehouse.Dispose();
            throw new CellException(Words.Fill("warehouse.refused", ("path", found), ("reason", e.Message)), e);
        }
        return s_current = warehouse;
    }

    /// <summary>Runs SQL and shows its rows; $name in the text takes the property of that name: <c>Query("… where sector = $sector", new { sector = "BTP" })</c>.</summary>
    public Table Query(string sql, object? parameters = null)
    {
        using var command = Command(sql, parameters);
        using var reader = command.ExecuteReader();
        var values = Enumerable.Range(0, reader.FieldCount).Select(_ => new List<object?>()).ToArray();
        while (reader.Read())
        {
            CheckPoint.Turn();
            if (values[0].Count == MostRows) throw new CellException(Words.Fill("query.tooMany", ("most", MostRows.ToString("N0", Words.Culture))));
            for (var i = 0; i < values.Length; i++) values[i].Add(reader.IsDBNull(i) ? null : reader.GetValue(i));
        }
        return new([.. values.Select((v, i) => new Column(reader.GetName(i), v, reader.GetDataTypeName(i)))]);
    }

    /// <summary>Runs SQL and gives its rows as a type of yours, for LINQ: <c>Query&lt;(string Sector, decimal Revenue)&gt;("…")</c>.</summary>
    public IReadOnlyList<T> Query<T>(string sql, object? parameters = null) => Query(sql, parameters).Rows<T>();

    /// <summary>The tables and their number of rows.</summary>
    public Table Tables() => Query("""
        select schema_name || '.' || table_name as "table", estimated_size as "rows", column_count as "columns"
        from duckdb_tables() where schema_name in ('marts', 'core', 'staging') order by schema_name = 'marts' desc, "table"
        """);

    /// <summary>A KPI of the catalogue by its name there; <see cref="Notebooks.Kpi"/> has them all as properties.</summary>
    public KpiQuery Kpi(string name) => new(name) { Source = this };

    /// <summary>Closes the file.</summary>
    public void Dispose()
    {
        if (s_current == this) s_current = null;
        _connection.Dispose();
    }

    internal static void Forget()
    {
        s_current?.Dispose();
        s_current = null;
    }

    MimeBundle IRenderable.Render()
    {
        var run = Query("select title, as_of, data_from, data_to, currency from marts.run");
        var place = System.IO.Path.GetRelativePath(Environment.CurrentDirectory, Path);
        return new($"{place}\n{TableText.Of(run)}", $"<p><code>{HtmlText.Encode(place)}</code></p>{TableHtml.Of(run)}");
    }

    private DuckDBCommand Command(string sql, object? parameters)
    {
        CheckPoint.Turn();
        if (_connection.State == ConnectionState.Closed) throw new CellException(Words.Fill("warehouse.closed", ("path", System.IO.Path.GetFileName(Path))));
        TellWhenRebuilt();
        var command = _connection.CreateCommand();
#pragma warning disable CA2100 // The analyst's own SQL, on a connection that only reads.
        command.CommandText = sql;
#pragma warning restore CA2100
        foreach (var property in parameters?.GetType().GetProperties() ?? [])
            command.Parameters.Add(new DuckDBParameter(property.Name, property.GetValue(parameters) ?? DBNull.Value));
        return command;
    }

    private void TellWhenRebuilt()
    {
        var now = FileState();
        if (now == _file) return;
        _file = now;
        Console.Error.WriteLine(Words.Fill("warehouse.rebuilt", ("path", System.IO.Path.GetFileName(Path))));
    }

    private (long, DateTime) FileState() => new FileInfo(Path) is { Exists: true } file ? (file.Length, file.LastWriteTimeUtc) : default;
}
