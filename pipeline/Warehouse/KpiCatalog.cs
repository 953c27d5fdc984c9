using System.Data.Common;
using System.Globalization;

namespace Analytics.Pipeline.Warehouse;

/// <summary>Makes <c>marts.kpis</c>, <c>marts.kpi_catalog</c> and <c>marts.comparisons</c> from the same files: one file of <c>sql/global/kpis</c> is one KPI.</summary>
internal static class KpiCatalog
{
    public static void Build(DbConnection connection)
    {
        CreateTables(connection);
        foreach (var kpi in SqlScript.Folder("global/kpis"))
        {
            Describe(connection, kpi);
            connection.Execute($"insert into kpis.computed by name select {Sql.Text(kpi.Name)} as kpi, * from ({kpi.Body}) where {Kept(connection, kpi)}");
        }
        connection.Execute(EmbeddedText.Read("sql/kpis.sql"));
        connection.Execute(EmbeddedText.Read("sql/comparisons.sql"));
    }

    /// <summary>One owner's quarter in one segment is a handful of facts that nobody can read anything from; such rows would be most of the table.</summary>
    private static string Kept(DbConnection connection, SqlScript kpi) =>
        connection.Scalar<bool>("select missing is null from marts.kpi_catalog where kpi = $1", kpi.Name)
            ? "owner_id is null or dimension = 'all' or period in ('all', 'ttm', 'year')"
            : "owner_id is null and dimension = 'all'";

    private static void CreateTables(DbConnection connection) => connection.Execute("""
        create table marts.kpi_catalog (
          kpi varchar, position integer, unit varchar, kind varchar, direction varchar, needs varchar, missing varchar,
          label_en varchar, label_fr varchar, formula_en varchar, formula_fr varchar, excluded_en varchar, excluded_fr varchar);
        create table kpis.computed (
          kpi varchar, dimension varchar, segment varchar, owner_id varchar, period varchar, period_start date, period_end date,
          numerator decimal(38, 6), denominator decimal(38, 6), n bigint, excluded bigint,
          numerator_sq decimal(38, 8), value double, low double, high double);
        """);

    private static void Describe(DbConnection connection, SqlScript kpi) => connection.Execute("""
        insert into marts.kpi_catalog
        select $1, $2, $3, $4, $5, $6,
          (select string_agg(t.table_name, ', ' order by t.position) from marts.tables as t
           where t."rows" = 0 and list_contains(string_split($6, ', '), t.table_name)),
          $7, $8, $9, $10, $11, $12
        """,
        kpi.Name, int.Parse(kpi.Header["position"], CultureInfo.InvariantCulture),
        kpi.Header["unit"], kpi.Header["kind"], kpi.Header["direction"], kpi.Header["needs"],
        kpi.Header["label_en"], kpi.Header["label_fr"], kpi.Header["formula_en"], kpi.Header["formula_fr"],
        kpi.Header["excluded_en"], kpi.Header["excluded_fr"]);
}
