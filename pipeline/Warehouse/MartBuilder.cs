using System.Data.Common;
using Analytics.Pipeline.Mapping;
using Analytics.Pipeline.Profiles;
using Analytics.Pipeline.Staging;

namespace Analytics.Pipeline.Warehouse;

/// <summary>From accepted rows to the marts that people read; a SQL file is one table, made after those that it reads.</summary>
internal static class MartBuilder
{
    private static readonly string[] s_folders = ["core", "per_customer", "parts", "global", "page"];

    public static IReadOnlyList<LinkReport> Build(DbConnection connection, OwnFigures own, int? shards, IProgress<BuildProgress>? progress, CancellationToken cancellation)
    {
        connection.InTransaction(() =>
        {
            SupersededRows.Find(connection);
            WarehouseSchema.CreateStagingViews(connection);
        });
        var steps = new Steps(progress, SqlScript.InOrder(s_folders).Count + KpiCatalog.Steps(own), cancellation);
        // Of rows that are not committed the engine knows no statistics, joins them the long way round, and writes them late; each commit waits for the disk.
        if (shards > 1 || IsLarge(connection)) ComputeTables(connection, own, shards, steps);
        else connection.InTransaction(() => ComputeTables(connection, own, shards, steps));
        connection.InTransaction(() => KpiCatalog.Build(connection, own, steps.Start));
        connection.InTransaction(() => CompareFigures(connection, steps));
        return connection.Rows("select column_name, value, matched_to, \"rows\" from staging.links", LinkReport.Read);
    }

    private static bool IsLarge(DbConnection connection) => connection.Scalar<bool>("select coalesce(sum(estimated_size), 0) > 500_000 from duckdb_tables()");

    private static void ComputeTables(DbConnection connection, OwnFigures own, int? asked, Steps steps)
    {
        var shards = 1;
        foreach (var script in SqlScript.InOrder(s_folders))
        {
            steps.Start(script.Table);
            Create(connection, script, shards);
            if (script.Table == "core.sales") shards = Sharding.Choose(connection, asked);
            if (script.Table == "core.run") RefuseEarlyDate(connection);
            if (script.Table == "core.accounts") OwnFigureTables.FillDimensions(connection, own);
        }
        CountTables(connection);
    }

    private static void CompareFigures(DbConnection connection, Steps steps)
    {
        steps.Start("marts.comparisons");
        foreach (var script in (string[])["comparisons", "guard_rails", "duplicate_effect"]) connection.Execute(EmbeddedText.Read($"sql/{script}.sql"));
        RunLog.Write(connection);
        connection.Execute("create table staging.links as select * from core.links where how <> 'exact' order by column_name, \"rows\" desc, value");
    }

    private static void Create(DbConnection connection, SqlScript script, int shards)
    {
        try
        {
            foreach (var statement in Sharding.Statements(script, shards))
            {
                if (script.JoinsAsWritten) connection.ExecuteAsWritten(statement);
                else connection.Execute(statement);
            }
        }
        catch (DbException e)
        {
            throw new InvalidOperationException($"{script.Table}: {e.Message}", e);
        }
    }

    private static void RefuseEarlyDate(DbConnection connection)
    {
        if (connection.Scalar<bool>("select as_of is null or data_from is null from core.run")) throw new ProblemException(ProblemCode.NoDates);
        var early = connection.Rows("select as_of::varchar, data_from::varchar from core.run where as_of < data_from",
            row => (AsOf: row.GetString(0), First: row.GetString(1)));
        if (early.Count > 0)
            throw new ProblemException(ProblemCode.AsOfTooEarly, ("asOf", early[0].AsOf), ("first", early[0].First));
    }

    /// <summary>What the exports brought: each canonical table, and the parts of it that a KPI can ask for by name.</summary>
    private static void CountTables(DbConnection connection)
    {
        var position = 0;
        foreach (var table in CanonicalTable.All)
            connection.Execute(
                $"insert into marts.tables select $1, $2, $3, $4, count(*) from {new LandingTable(connection, table).Rows()} where _flaw is null",
                table.Name, position++, table.LabelEn, table.LabelFr);
        connection.Execute("""
            insert into marts.tables
            select 'sales', $1, 'orders or invoices, or won opportunities', 'commandes ou factures, ou opportunités gagnées', count(*) from core.sales
            union all
            select 'orders.cost', $1 + 1, 'a cost column in the orders', 'une colonne de coût dans les commandes', count(cost) from core.orders
            union all
            select 'orders.delivery', $1 + 2, 'the days promised and delivered in the orders', 'les jours promis et livrés dans les commandes', count(*) from core.deliveries where delivered_at is not null
            """, position);
    }

    /// <summary>Tells each step as it starts, and stops between two where the person asked for it.</summary>
    private sealed class Steps(IProgress<BuildProgress>? progress, int total, CancellationToken cancellation)
    {
        private int _done;

        public void Start(string item)
        {
            cancellation.ThrowIfCancellationRequested();
            progress?.Report(new(BuildStage.Marts, _done++, total, item));
        }
    }
}
