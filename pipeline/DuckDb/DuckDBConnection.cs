using System.Data;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using Analytics.Pipeline.DuckDb.Native;
using Analytics.Pipeline.DuckDb.Running;

namespace Analytics.Pipeline.DuckDb;

/// <summary>A connection to a DuckDB database, for one thread at a time (Cancel excepted); connections to one file share its instance.</summary>
public sealed partial class DuckDBConnection : DbConnection
{
    private readonly List<IDisposable> _open = [];
    private DatabaseHandle? _database;
    private ConnectionHandle? _handle;
    private string _connectionString;
    private bool _closing;

    public DuckDBConnection() : this("Data Source=:memory:") { }

    /// <summary>A closed connection; the keys are those of <see cref="DuckDBConnectionStringBuilder"/>.</summary>
    public DuckDBConnection(string connectionString) => _connectionString = connectionString;

    /// <summary>The connection string; it changes only while the connection is closed.</summary>
    [AllowNull]
    public override string ConnectionString
    {
        get => _connectionString;
        set => _connectionString = State == ConnectionState.Closed
            ? value ?? ""
            : throw new InvalidOperationException("Close the connection before changing its connection string.");
    }

    /// <summary>The file's name without its extension, as DuckDB names its catalog.</summary>
    public override string Database =>
        DataSource.StartsWith(DuckDBConnectionStringBuilder.InMemoryDataSource, StringComparison.Ordinal)
            ? "memory"
            : Path.GetFileNameWithoutExtension(DataSource);

    /// <summary>The database's path, or ":memory:".</summary>
    public override string DataSource => new DuckDBConnectionStringBuilder(_connectionString).DataSource;

    /// <summary>DuckDB's version, such as "v1.5.5".</summary>
    public override string ServerVersion => NativeMethods.Borrowed(NativeMethods.duckdb_library_version()) ?? "";

    public override ConnectionState State => _handle is null ? ConnectionState.Closed : ConnectionState.Open;

    internal ConnectionHandle Handle => _handle ?? throw new InvalidOperationException("The connection is closed: call Open first.");

    /// <summary>Opens the database, which is created if it does not exist; a refusal is a DuckDBException in DuckDB's words.</summary>
    public override void Open()
    {
        if (_handle is not null) throw new InvalidOperationException("The connection is already open.");
        var database = DatabaseOpener.Open(new DuckDBConnectionStringBuilder(_connectionString));
        try
        {
            Attach(database);
        }
        catch
        {
            database.Dispose();
            throw;
        }
        _database = database;
    }

    /// <summary>Stops every call into DuckDB that runs in this process, whichever connection it uses; each then throws.</summary>
    public static void CancelAll() => Interruption.StopAll();

    /// <summary>Another open connection to the same database, in memory too.</summary>
    public DuckDBConnection Duplicate()
    {
        _ = Handle;
        var twin = new DuckDBConnection(_connectionString);
        twin.Attach(_database!);
        twin._database = _database;
        return twin;
    }

    /// <summary>Closes what is open on the connection (readers, appenders, a transaction, which is rolled back), then the connection.</summary>
    public override void Close()
    {
        if (_handle is null || _closing) return;
        (_closing, _streaming) = (true, null);
        try
        {
            while (_open.Count > 0) DisposeLast();
        }
        finally
        {
            foreach (var rest in _open.ToArray()) Forget(rest);
            _handle.Dispose();
            _database!.RemoveUser();
            (_handle, _database, _closing) = (null, null, false);
            OnStateChange(new StateChangeEventArgs(ConnectionState.Open, ConnectionState.Closed));
        }
    }

    /// <summary>Makes another attached catalog or schema the default.</summary>
    public override void ChangeDatabase(string databaseName)
    {
        ArgumentNullException.ThrowIfNull(databaseName);
        Execute($"USE \"{databaseName.Replace("\"", "\"\"", StringComparison.Ordinal)}\"");
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing) Close();
        base.Dispose(disposing);
    }

    private void Attach(DatabaseHandle database)
    {
        _handle = DatabaseOpener.Connect(database);
        database.AddUser();
        OnStateChange(new StateChangeEventArgs(ConnectionState.Closed, ConnectionState.Open));
    }
}
