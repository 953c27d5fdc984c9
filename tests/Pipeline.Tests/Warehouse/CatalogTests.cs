using Analytics.Pipeline.DuckDb;
using Analytics.Pipeline.Warehouse;
using Dapper;

namespace Analytics.Pipeline.Tests.Warehouse;

public class CatalogTests
{
    [Fact]
    public void Every_mart_names_its_grain_and_its_key()
    {
        var marts = SqlScript.InOrder("core", "per_customer", "parts", "global", "page").Where(s => s.Schema != "core");
        Assert.All(marts, s => Assert.True(s.Header.ContainsKey("grain") && s.Header.ContainsKey("key"), s.Table));
    }

    [Fact]
    public void Every_script_comes_after_those_that_it_reads()
    {
        var scripts = SqlScript.InOrder("core", "per_customer", "parts", "global", "page").ToList();
        foreach (var (script, place) in scripts.Select((s, i) => (s, i)))
            foreach (var read in script.Reads)
                Assert.True(scripts.FindIndex(s => s.Table == read) < place, $"{script.Table} reads {read}");
    }

    [Fact]
    public void No_script_reads_the_clock()
    {
        var all = new[] { "core", "per_customer", "parts", "global", "page", "global/kpis", "checks" }.SelectMany(SqlScript.Folder);
        Assert.All(all, s => Assert.DoesNotMatch(@"(?i)current_date|current_timestamp|now\(\)|today\(\)|random\(\)", s.Body));
    }

    [Fact]
    public void Every_kpi_is_described_in_both_languages()
    {
        string[] wanted = ["position", "theme", "unit", "kind", "direction", "needs", "label_en", "label_fr", "formula_en", "formula_fr", "excluded_en", "excluded_fr"];
        foreach (var kpi in SqlScript.Folder("global/kpis"))
            Assert.Equal([], wanted.Where(w => !kpi.Header.ContainsKey(w)));
    }

    [Fact]
    public void Periods_tile_the_history()
    {
        using var exports = new TemporaryFolder();
        exports.Write("orders.csv", "customer,date,amount\na,2024-05-17,1\na,2025-08-09,2\n");
        using var w = new BuiltWarehouse(exports.Path);
        foreach (var period in (string[])["year", "quarter", "month"])
        {
            Assert.Equal(0, w.Connection.ExecuteScalar<long>(
                "select count(*) from (select period_end, lead(period_start) over (order by period_start) as next from core.periods where period = $period) where next <> period_end",
                new { period }));
            Assert.Equal(3, w.Connection.ExecuteScalar<double>(
                "select sum(value) from marts.kpis where kpi = 'revenue' and dimension = 'all' and owner_id is null and period = $period", new { period }));
        }
        // The twelve months up to 9 August 2025 begin on 10 August 2024.
        Assert.Equal(2, w.Kpi("revenue", period: "ttm"));
        Assert.Equal(new DateTime(2024, 8, 10), w.Connection.ExecuteScalar<DateTime>("select ttm_start::timestamp from core.run"));
    }

    [Fact]
    public void A_failing_check_says_which_and_shows_a_row()
    {
        using var connection = new DuckDBConnection("Data Source=:memory:");
        connection.Open();
        WarehouseSchema.Create(connection);
        Sql.Execute(connection, "insert into staging.files (file, rows_read, rows_kept, rows_rejected) values ('x.csv', 3, 1, 1)");
        var check = SqlScript.Folder("checks").Single(c => c.Name == "rows_are_conserved");
        Assert.Equal("x.csv", connection.ExecuteScalar<string>($"select file from ({check.Body})"));
    }

    [Fact]
    public void What_models_know_of_a_stretch_of_days_says_how_many_they_are()
    {
        using var exports = new TemporaryFolder();
        exports.Write("orders.csv", "customer,date,amount\nA,2024-01-01,1\nA,2025-12-31,1\n");
        using var w = new BuiltWarehouse(exports.Path);

        Assert.Equal(
            [("margin or revenue brought in the last 180 days", "sur les 180 derniers jours"), ("orders in the 180 days before", "sur les 180 jours d’avant")],
            w.Connection.Query<(string, string)>("""
                select regexp_replace(label_en, '^(margin|revenue) brought', 'margin or revenue brought'), regexp_extract(label_fr, 'sur .*')
                from marts.feature_labels where feature in ('amount_recent', 'orders_before') order by feature
                """));
        Assert.Equal(("no call in the last 360 days", "aucun appel sur les 360 derniers jours"), w.Connection.QuerySingle<(string, string)>("select absent_en, absent_fr from marts.feature_labels where feature = 'reached_share'"));
        Assert.Equal(0, w.Connection.ExecuteScalar<long>("select count(*) from marts.feature_labels where label_en like '%last period%' or label_fr like '%dernière période%'"));
    }
}
