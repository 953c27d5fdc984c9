using System.Data.Common;
using Analytics.Pipeline.Arrow;
using Analytics.Pipeline.DuckDb;
using Analytics.Pipeline.Landing;
using Analytics.Pipeline.Mapping;
using Analytics.Pipeline.Review;
using Analytics.Pipeline.Staging;
using Analytics.Pipeline.Warehouse;

namespace Analytics.Pipeline;

/// <summary>Builds a warehouse beside the last good one, and replaces that one only when told to publish.</summary>
/// <example><code>
/// using var build = WarehouseBuild.Begin(new() { Exports = "exports", Output = "out" });
/// build.LoadFiles();
/// build.ComputeMarts();
/// if (build.RunChecks().All(c => c.Failures == 0)) build.Publish();
/// </code></example>
public sealed class WarehouseBuild : IDisposable
{
    /// <summary>Bytes of exports below which several threads cost more than they share: a run is then hundreds of small queries.</summary>
    private const long FewBytes = 8 << 20;

    private readonly WarehouseOptions _options;
    private readonly OutputFolder _output;
    private readonly DuckDBConnection _connection;
    private KeptReadings? _kept;
    private OwnFigures _own = OwnFigures.None;

    private WarehouseBuild(WarehouseOptions options)
    {
        _options = options;
        _output = new OutputFolder(Path.GetFullPath(options.Output));
        try
        {
            _connection = Open(_output.Building, options);
        }
        catch
        {
            _output.Dispose();
            throw;
        }
    }

    /// <summary>The warehouse being built; models read their features from it and write their scores to it.</summary>
    public DbConnection Connection => _connection;

    /// <summary>Where the finished warehouse will be.</summary>
    public string WarehousePath => _output.Warehouse;

    /// <summary>How far ahead the models look, once the marts are computed.</summary>
    public int HorizonDays => Connection.Scalar<int>("select horizon_days from core.horizon");

    /// <summary>The last day that the exports know, once the marts are computed.</summary>
    public DateOnly DataTo => DateOnly.FromDateTime(Connection.Scalar<DateTime>("select data_to::timestamp from core.run"));

    /// <summary>What the exports leave open and was taken for granted, once the marts are computed.</summary>
    public IReadOnlyList<Assumption> Assumptions =>
        Connection.Rows("select text_en, text_fr from marts.assumptions order by position, file, subject", row => new Assumption(row.GetString(0), row.GetString(1)));

    /// <summary>What came in and which figures moved since the last run of the folder, once the marts are computed.</summary>
    public RunChanges Changes => RunLog.Read(_connection);

    /// <summary>Takes the output folder for this run; fails if another run holds it or the exports folder is missing.</summary>
    public static WarehouseBuild Begin(WarehouseOptions options)
    {
        ExportFolder.Files(options.Exports);
        return new(options);
    }

    /// <summary>Reads every file of the exports folder once, and says what each one was taken for.</summary>
    public IReadOnlyList<FileReport> LoadFiles(IProgress<BuildProgress>? progress = null, CancellationToken cancellation = default)
    {
        var reports = ReadFiles(progress, cancellation);
        FolderLoader.RefuseNothing(_connection, _options.Exports, reports);
        return reports;
    }

    /// <summary>The same, even where there is nothing to measure.</summary>
    internal IReadOnlyList<FileReport> ReadFiles(IProgress<BuildProgress>? progress, CancellationToken cancellation) =>
        Storing(() =>
        {
            WarehouseSchema.Create(_connection);
            var mapping = ExportMapping.Load(_options.Exports, _options.Mapping);
            _connection.Execute("insert into staging.arguments values ($1, $2, $3, $4, $5, $6, $7)",
                _options.AsOf, _options.Title ?? new DirectoryInfo(_options.Exports).Name, typeof(WarehouseBuild).Assembly.GetName().Version!.ToString(3), _options.HorizonDays, mapping.SalesFrom, _options.Unmerged, mapping.Settings.ConversionDays);
            EarlyStages.Fill(_connection, mapping.Settings.UnqualifiedStages);
            FormerWarehouse.Read(_connection, _output.Warehouse);
            DuplicateMarks.Load(_connection, _options.Exports, _output.Path);
            _own = mapping.Own;
            _kept = new(_connection, _output.Landing, mapping);
            return new FolderLoader(_connection, _options.Exports, _output.Scratch, mapping, _kept).Load(progress, cancellation);
        });

    /// <summary>Computes the canonical tables, the KPIs and the customers' table, and says which names had to be reconciled.</summary>
    public IReadOnlyList<LinkReport> ComputeMarts(IProgress<BuildProgress>? progress = null, CancellationToken cancellation = default) =>
        Storing(() => MartBuilder.Build(_connection, _own, _options.Shards, progress, cancellation));

    /// <summary>Lists in <c>marts.targets</c> whom to develop, to call back and to hold, and adds the KPIs that count scores; after the models have scored.</summary>
    public void ListTargets() => _ = Storing(() =>
    {
        Connection.Execute(EmbeddedText.Read("sql/targets.sql"));
        KpiCatalog.AddScored(Connection);
        return true;
    });

    /// <summary>Runs every check and records its outcome in <c>marts.checks</c>.</summary>
    public IReadOnlyList<CheckReport> RunChecks() => Storing(() => WarehouseChecks.Run(_connection));

    /// <summary>The salespeople who have customers, once the marts are computed.</summary>
    public IReadOnlyList<OwnerReport> Owners => Connection.Rows(
        """
        select o.owner_id, coalesce(o.name, o.owner_id), count(*) from page.customers
        join page.accounts as a using (account) join page.owners as o on o.owner = a.owner
        where o.owner > 0 group by all order by 2, 1
        """,
        row => new OwnerReport(row.GetString(0), row.GetString(1), row.GetInt64(2)));

    /// <summary>Lends a connection on which the tables that pages are drawn from hold one owner's customers and no one else's.</summary>
    public void OfOwner(OwnerReport owner, Action<DbConnection> use) => _ = Storing(() =>
    {
        PageExtract.OfOwner(_connection, owner.Id, use);
        return true;
    });

    /// <summary>Lends a connection on which the tables that pages are drawn from name no customer, place, person, team or product.</summary>
    public void Anonymously(Action<DbConnection> use) => _ = Storing(() =>
    {
        PageExtract.Anonymous(_connection, use);
        return true;
    });

    /// <summary>Writes a file that belongs to this warehouse, such as a page; it appears in the output folder when the warehouse does.</summary>
    /// <param name="name">The file's name in the output folder.</param>
    /// <param name="write">Writes it to the path given.</param>
    /// <returns>Where the file will be.</returns>
    public string AddFile(string name, Action<string> write) => Storing(() =>
    {
        var path = _output.Stage(name);
        write(path);
        return Path.Combine(_output.Path, name);
    });

    /// <summary>Takes a file of an earlier run away when the warehouse appears, since this run has none to put in its place.</summary>
    /// <returns>Where it was.</returns>
    public string Withdraw(string name) => _output.Withdraw(name);

    /// <summary>Writes the tables that others read as Parquet and as Arrow files, for programs without DuckDB; they appear in <c>tables/</c> when the warehouse does.</summary>
    public void AddTables() => Storing(() =>
    {
        foreach (var table in TableFiles.Tables)
            TableFiles.Write(_connection, table, name => _output.Stage(Path.Combine("tables", name)));
        return true;
    });

    /// <summary>Closes the new warehouse and puts it, and the files added to it, in the last ones' place by rename.</summary>
    public void Publish()
    {
        try
        {
            Connection.Execute("checkpoint");
        }
        catch (DbException e) when (StorageProblems.IsDiskFull(e))
        {
            throw StorageProblems.DiskFull(_output.Path, e);
        }
        _connection.Close();
        _output.Publish();
        _kept?.DeleteOthers();
    }

    /// <summary>Releases the output folder; what was not published is deleted.</summary>
    public void Dispose()
    {
        _connection.Dispose();
        _output.Dispose();
    }

    private T Storing<T>(Func<T> work)
    {
        try
        {
            return work();
        }
        catch (Exception e) when (StorageProblems.IsDiskFull(e))
        {
            throw StorageProblems.DiskFull(_output.Path, e);
        }
    }

    private static DuckDBConnection Open(string path, WarehouseOptions options)
    {
        var settings = new DuckDBConnectionStringBuilder { DataSource = path };
        if (options.MemoryLimit is { } memory) settings.MemoryLimit = memory;
        if (Threads(options) is { } threads) settings.Threads = threads;
        var connection = new DuckDBConnection(settings.ConnectionString);
        connection.Open();
        // Nobody comes back to a warehouse that was not published: writing it once, at the end, is enough for all but large ones.
        connection.Execute("set checkpoint_threshold = '256MB'");
        return connection;
    }

    private static int? Threads(WarehouseOptions options) =>
        options.Threads ?? (ExportFolder.Files(options.Exports).Sum(file => new FileInfo(file).Length) < FewBytes ? 1 : null);
}
