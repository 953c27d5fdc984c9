using System.Data.Common;
using Analytics.Pipeline.Mapping;
using Analytics.Pipeline.Profiles;

namespace Analytics.Pipeline.Warehouse;

/// <summary>From accepted rows to the marts that people read; a SQL file is one table, made after those that it reads.</summary>
internal static class MartBuilder
{
    public static IReadOnlyList<LinkReport> Build(DbConnection connection, OwnFigures own, int? shards, IProgress<BuildProgress>? progress, CancellationToken cancellation)
    {
        connection.InTransaction(() =>
        {
            SupersededRows.Find(connection);
            WarehouseSchema.CreateStagingViews(connection);
        });
        connection.InTransaction(() => ComputeTables(connection, own, shards, progress, cancellation));
        return connection.Rows("select column_name, value, matched_to, \"rows\" from staging.links", LinkReport.Read);
    }

    private static void ComputeTables(DbConnection connection, OwnFigures own, int? asked, IProgress<BuildProgress>? progress, CancellationToken cancellation)
    {
        var scripts = SqlScript.InOrder("core", "per_customer", "parts", "global", "page");
        var (done, steps) = (0, scripts.Count + KpiCatalog.Steps(own));
        var shards = 1;
        foreach (var script in scripts)
        {
            Starting(script.Table);
            Create(connection, script, shards);
            if (script.Table == "core.sales") shards = Sharding.Choose(connection, asked);
            if (script.Table == "core.run") RefuseEarlyDate(connection);
            if (script.Table == "core.accounts") OwnFigureTables.FillDimensions(connection, own);
        }
        CountTables(connection);
        KpiCatalog.Build(connection, own, Starting);
        connection.Execute(EmbeddedText.Read("sql/guard_rails.sql"));
        connection.Execute(EmbeddedText.Read("sql/duplicate_effect.sql"));
        RunLog.Write(connection);
        connection.Execute("create table staging.links as select * from core.links where how <> 'exact' order by column_name, \"rows\" desc, value");

        void Starting(string item)
        {
            cancellation.ThrowIfCancellationRequested();
            progress?.Report(new(BuildStage.Marts, done++, steps, item));
        }
    }

    private static void Create(DbConnection connection, SqlScript script, int shards)
    {
        try
        {
            foreach (var statement in Sharding.Statements(script, shards)) connection.Execute(statement);
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
                $"insert into marts.tables select $1, $2, $3, $4, count(*) from landing.{Sql.Name(table.Name)} where _flaw is null",
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
}
