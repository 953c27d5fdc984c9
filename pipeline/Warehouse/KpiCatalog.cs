using System.Data.Common;
using System.Globalization;
using Analytics.Pipeline.Mapping;

namespace Analytics.Pipeline.Warehouse;

/// <summary>Makes <c>marts.kpis</c> and <c>marts.kpi_catalog</c> from the same files: one file of <c>sql/global/kpis</c> is one KPI.</summary>
internal static class KpiCatalog
{
    /// <summary>Where a person's own KPIs stand, after ours.</summary>
    private const int OwnFrom = 200;

    /// <summary>How many steps a progress bar counts for the KPIs and their comparisons.</summary>
    public static int Steps(OwnFigures own) => SqlScript.Folder("global/kpis").Count(k => !CountsScores(k)) + own.Kpis.Count + 2;

    public static void Build(DbConnection connection, OwnFigures own, Action<string> starting)
    {
        var owned = own.Kpis.Select((kpi, i) => (Kpi: kpi, Script: OwnFigureTables.Script(connection, kpi, OwnFrom + i))).ToList();
        var kpis = SqlScript.Folder("global/kpis").ToList();
        CreateTables(connection);
        CreateComputed(connection);
        Describe(connection, [.. kpis, .. owned.Select(k => k.Script)]);
        var missing = Missing(connection);
        foreach (var kpi in kpis.Where(k => !CountsScores(k)))
        {
            starting(kpi.Name);
            Compute(connection, kpi, missing);
        }
        foreach (var (kpi, script) in owned)
        {
            starting(script.Name);
            OwnFigureTables.Trying(kpi.Name, kpi.Value, () => Compute(connection, script, missing));
        }
        starting("marts.kpis");
        connection.Execute(EmbeddedText.Read("sql/kpis.sql"));
    }

    /// <summary>Adds the KPIs that count what the models say, once they have scored.</summary>
    public static void AddScored(DbConnection connection)
    {
        connection.Execute("create schema kpis");
        CreateComputed(connection);
        var missing = Missing(connection);
        foreach (var kpi in SqlScript.Folder("global/kpis").Where(CountsScores)) Compute(connection, kpi, missing);
        connection.Execute(EmbeddedText.Read("sql/kpis.sql"));
    }

    private static bool CountsScores(SqlScript kpi) => kpi.Header.ContainsKey("after");

    private static HashSet<string> Missing(DbConnection connection) =>
        connection.Rows("select kpi from marts.kpi_catalog where missing is not null", r => r.GetString(0)).ToHashSet(StringComparer.Ordinal);

    private static void Compute(DbConnection connection, SqlScript kpi, HashSet<string> missing)
    {
        var statement = $"insert into kpis.computed by name select {Sql.Text(kpi.Name)} as kpi, * from ({kpi.Body}) where {Kept(missing.Contains(kpi.Name))}";
        if (kpi.Header["kind"] == "median") connection.ExecuteAsWritten(statement);
        else connection.Execute(statement);
    }

    /// <summary>One owner's quarter in one segment is a handful of facts that nobody can read anything from; such rows would be most of the table.</summary>
    private static string Kept(bool isMissing) => isMissing
        ? "owner_id is null and dimension = 'all'"
        : "owner_id is null or dimension = 'all' or period in ('all', 'ttm', 'year')";

    private static void CreateTables(DbConnection connection) => connection.Execute("""
        create table marts.kpi_catalog (
          kpi varchar, position integer, unit varchar, kind varchar, direction varchar, needs varchar, missing varchar,
          label_en varchar, label_fr varchar, formula_en varchar, formula_fr varchar, excluded_en varchar, excluded_fr varchar, theme varchar, least double, most double);
        create table marts.kpis (
          kpi varchar, dimension varchar, segment varchar, owner_id varchar, period varchar, period_start date, period_end date,
          numerator decimal(38, 6), denominator decimal(38, 6), value double, n bigint, excluded bigint, low double, high double);
        """);

    private static void CreateComputed(DbConnection connection) => connection.Execute("""
        create table kpis.computed (
          kpi varchar, dimension varchar, segment varchar, owner_id varchar, period varchar, period_start date, period_end date,
          numerator decimal(38, 6), denominator decimal(38, 6), n bigint, excluded bigint,
          numerator_sq decimal(38, 8), value double, low double, high double);
        """);

    /// <summary>The texts say the settings in force.</summary>
    private static void Describe(DbConnection connection, IReadOnlyList<SqlScript> kpis)
    {
        var days = connection.Scalar<int>("select conversion_days from core.run").ToString(CultureInfo.InvariantCulture);
        Describe(connection, string.Join(",\n  ", kpis.Select(k => Row(k).Replace("{conversion_days}", days, StringComparison.Ordinal))));
    }

    private static void Describe(DbConnection connection, string rows) => connection.Execute($"""
        insert into marts.kpi_catalog
        select kpi, position, unit, kind, direction, needs,
          (select string_agg(t.table_name, ', ' order by t.position) from marts.tables as t
           where t."rows" = 0 and list_contains(string_split(needs, ', '), t.table_name)),
          label_en, label_fr, formula_en, formula_fr, excluded_en, excluded_fr, theme, least::double, most::double
        from (values {rows})
          as described(kpi, position, unit, kind, direction, needs, label_en, label_fr, formula_en, formula_fr, excluded_en, excluded_fr, theme, least, most)
        """);

    private static string Row(SqlScript kpi)
    {
        string[] texts = ["unit", "kind", "direction", "needs", "label_en", "label_fr", "formula_en", "formula_fr", "excluded_en", "excluded_fr", "theme"];
        return $"({Sql.Text(kpi.Name)}, {int.Parse(kpi.Header["position"], CultureInfo.InvariantCulture)}, {string.Join(", ", texts.Select(t => Sql.Text(kpi.Header[t])))}, {Bound(kpi, "least")}, {Bound(kpi, "most")})";
    }

    /// <summary>What no value of the KPI lies below or above, nor any end of its interval.</summary>
    private static string Bound(SqlScript kpi, string end) =>
        kpi.Header.TryGetValue(end, out var bound) ? double.Parse(bound, CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture) : "null";
}
