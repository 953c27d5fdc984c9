using Analytics.Notebooks.Display;
using Analytics.Pipeline.DuckDb;
using Dapper;

namespace Analytics.Notebooks.Tests.Engine;

/// <summary>What an analyst writes in cells, on the demo's warehouse.</summary>
public sealed class WarehouseTests : IDisposable
{
    private readonly Session _session = new();
    private readonly Demo _demo;
    private readonly DuckDBConnection _sql;

    public WarehouseTests(Demo demo)
    {
        _demo = demo;
        _session.Value($"var w = Warehouse.Open({Literal(demo.Warehouse)});");
        _sql = new DuckDBConnection($"Data Source={demo.Warehouse};Read Only=true");
        _sql.Open();
    }

    [Fact]
    public void A_query_is_a_table_with_exact_decimals_and_typed_columns()
    {
        var table = (Table)_session.Value("w.Query(\"select 12345.67::decimal(18, 2) as amount, 'a<b' as name, null::date as day, 3 as n\")")!;
        Assert.Equal(["amount", "name", "day", "n"], table.Columns.Select(c => c.Name));
        Assert.Equal(12345.67m, table["AMOUNT"].Values[0]);
        Assert.Equal("DECIMAL(18,2)", table["amount"].Type);
        var html = ((IRenderable)table).Render().Html!;
        Assert.Contains("data-v=\"12345.67\">12,345.67<", html, StringComparison.Ordinal);
        Assert.Contains("a&lt;b", html, StringComparison.Ordinal);
        Assert.Contains("It has: amount, name, day, n.", _session.Error("w.Query(\"select 12345.67::decimal(18, 2) as amount, 'a<b' as name, null::date as day, 3 as n\")[\"price\"]").Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Rows_become_records_tuples_and_single_values()
    {
        _session.Value("record Customer(string Name, decimal Revenue, DateOnly? LastOrder);");
        Assert.Equal(_sql.QuerySingle<decimal>("select sum(revenue) from marts.customers"), _session.Value("w.Query<Customer>(\"select name, revenue, last_order from marts.customers\").Sum(c => c.Revenue)"));
        Assert.Equal(_sql.QuerySingle<long>("select count(*) from marts.customers where orders > 5"), Convert.ToInt64(_session.Value("w.Query<(string Id, long Orders)>(\"select account_id, orders from marts.customers\").Count(c => c.Orders > 5)"), null));
        Assert.Equal(3.0, _session.Value("w.Query<double>(\"select unnest([1, 2])\").Sum()"));
        Assert.Contains("Ask for a nullable type: Decimal?", _session.Error("w.Query<decimal>(\"select null::decimal(4,2)\")").Message, StringComparison.Ordinal);
        Assert.Contains("\"Missing\"", _session.Error("record R(string Missing);\nw.Query<R>(\"select 1 as found\")").Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Values_are_bound_never_pasted()
    {
        Assert.Equal("x'; drop table y; --", _session.Value("w.Query<string>(\"select $s\", new { s = \"x'; drop table y; --\" }).Single()"));
        Assert.Contains("read-only", _session.Error("w.Query(\"create table marts.t as select 1\")").Message, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void A_SQL_cell_keeps_its_rows_under_a_name()
    {
        var table = (Table)_session.Value("%%sql top\nselect name from marts.customers order by revenue desc limit 3")!;
        Assert.Equal(3, table.Count);
        Assert.Equal(3, _session.Value("top.Count"));
        Assert.StartsWith("name\n", _session.Run("top[\"name\"]").Shown!.Plain, StringComparison.Ordinal);
        var error = _session.Error("%%sql\nselect name\nfrom marts.nothing");
        Assert.Contains("Catalog Error", error.Message, StringComparison.Ordinal);
        Assert.Contains("LINE 3: from marts.nothing", error.Message, StringComparison.Ordinal);
        Assert.Single(error.Trace);
    }

    [Theory]
    [InlineData("%%sql\nselect * from mar|", "marts.kpis", "core.accounts")]
    [InlineData("%%sql\nselect * from kpi|", "marts.kpi_catalog", "core.accounts")]
    [InlineData("%%sql top\nselect * from marts.kp|", "kpis", "marts.kpis")]
    [InlineData("%%sql\nselect c.rev| from marts.customers as c", "revenue", "p_churn")]
    [InlineData("%%sql top\nselect c.rev| from marts.customers c join marts.scores s using (account_id)", "revenue", "p_churn")]
    [InlineData("%%sql top\nselect s.p_| from marts.customers c join marts.scores s using (account_id)", "p_churn", "revenue")]
    [InlineData("%%time\n%%sql\nselect name, rev| from marts.customers", "revenue", "name")]
    [InlineData("%%sql\nselect customers.account| from marts.customers", "account_id", "name")]
    [InlineData("%%sql\nsel|", "select", "sum")]
    public void A_SQL_cell_completes_the_warehouses_tables_and_columns(string cell, string offered, string not)
    {
        var place = cell.IndexOf('|', StringComparison.Ordinal);
        var found = Scripting.Completion.At(_session.Script, cell.Remove(place, 1), place);
        Assert.Contains(offered, found.Names);
        Assert.DoesNotContain(not, found.Names);
        Assert.Equal(place, found.End);
    }

    [Fact]
    public void Every_KPI_of_the_catalogue_is_a_property_and_no_property_is_without_a_KPI()
    {
        var names = _sql.Query<string>("select kpi from marts.kpi_catalog").Select(Pascal).Order(StringComparer.Ordinal);
        var properties = typeof(Kpi).GetProperties().Select(p => p.Name).Order(StringComparer.Ordinal);
        Assert.Equal(names, properties);
        Assert.All(typeof(Kpi).GetProperties(), p => Assert.Equal(p.Name, Pascal(((KpiQuery)p.GetValue(null)!).Name)));
    }

    [Fact]
    public void Hours_are_read_in_days_from_two_on_and_sorted_by_what_they_are()
    {
        var hours = _sql.QuerySingle<double>("select max(value) from marts.kpis where kpi = 'time_to_first_contact' and dimension = 'channel' and period = 'all' and owner_id is null and value >= 48");
        var html = ((IRenderable)_session.Value("Kpi.TimeToFirstContact.By(\"channel\").Table()")!).Render().Html!;
        Assert.Contains($"data-v=\"{hours.ToString(System.Globalization.CultureInfo.InvariantCulture)}\">{(hours / 24).ToString("N1", Words.Culture)}{(Words.Language == "fr" ? "\u00a0jours" : " days")}<", html, StringComparison.Ordinal);
    }

    [Fact]
    public void A_KPI_gives_the_figures_of_the_marts()
    {
        var expected = _sql.Query<(string, double?)>("select segment, value from marts.kpis where kpi = 'cac' and dimension = 'channel' and period = 'all' and owner_id is null order by value desc nulls last, segment");
        var rows = (IReadOnlyList<KpiRow>)_session.Value("Kpi.Cac.By(\"channel\").Rows")!;
        Assert.Equal(expected, rows.Select(r => (r.Segment, r.Value)));
        Assert.Equal(_sql.QuerySingle<double>("select value from marts.kpis where kpi = 'revenue' and dimension = 'all' and period = 'all' and owner_id is null"), _session.Value("Kpi.Revenue.Value"));
        Assert.Contains("basket_per_order", _session.Error("w.Kpi(\"basket\").Rows").Message, StringComparison.Ordinal);
        Assert.Contains("sector", _session.Error("Kpi.Cac.By(\"sektor\").Rows").Message, StringComparison.Ordinal);
        Assert.Contains("quarter", _session.Error("Kpi.Cac.Per(\"week\").Rows").Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_backtest_and_an_explanation_say_what_the_warehouse_says()
    {
        var backtest = (Backtest)_session.Value("Models.Churn.Backtest()")!;
        Assert.Equal(_sql.QueryFirst<string>("select text_en from marts.model_notes where model = 'churn' order by position"), backtest.Notes[0]);
        var card = backtest.Card.Rows<(string Model, string Metric, double? Value)>().First(r => r is { Model: "churn_lifetime", Metric: "auc" });
        Assert.Equal(_sql.QuerySingle<double>("select value from marts.model_card where model = 'churn_lifetime' and metric = 'auc'"), card.Value);
        var (id, chance) = _sql.QueryFirst<(string, double)>("select account_id, p_churn from marts.scores where reasons <> '[]' order by p_churn desc, account_id");
        var explained = (Explanation)_session.Value($"Models.Churn.Explain(\"{id}\")")!;
        Assert.Equal(chance, explained.Probability);
        Assert.NotEmpty(explained.Reasons);
        var (rising, top) = _sql.QueryFirst<(string, double)>("select account_id, p_top20 from marts.scores where potential_reasons <> '[]' order by p_top20 desc, account_id");
        var potential = (Explanation)_session.Value($"Models.Potential.Explain(\"{rising}\")")!;
        Assert.Equal(top, potential.Probability);
        Assert.Contains("likely to be among the 20%", potential.Sentences[0], StringComparison.Ordinal);
        Assert.NotEmpty(potential.Reasons);
        Assert.Contains("marts.customers", _session.Error("Models.Churn.Explain(\"nobody\")").Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_first_figure_of_a_session_carries_the_library_and_no_later_cell_does_unless_it_was_the_first()
    {
        const string First = "Chart.Bar(new[] { (\"a<b>\", 1.0) }, r => r.Item1, r => r.Item2)";
        Assert.Contains(OutputScript.Library, Html(First), StringComparison.Ordinal);
        Assert.DoesNotContain(OutputScript.Library, Html("Kpi.Cac.By(\"channel\").Chart()"), StringComparison.Ordinal);
        var again = Html(First);
        Assert.Contains(OutputScript.Library, again, StringComparison.Ordinal);
        Assert.DoesNotContain("a<b>", again, StringComparison.Ordinal);
        Assert.StartsWith("{\"data\":[", ((Figure)_session.Value("Chart.Pareto()")!).Json, StringComparison.Ordinal);
    }

    [Fact]
    public void A_warehouse_that_is_rebuilt_meanwhile_is_told_and_seen_after_opening_again()
    {
        var path = _demo.At("rebuilt.duckdb");
        Make(path, 1);
        _session.Value($"var r = Warehouse.Open({Literal(path)});");
        Make(path + ".building", 2);
        File.Move(path + ".building", path, overwrite: true);
        Assert.Equal(1, _session.Value("r.Query<int>(\"select x from t\").Single()"));
        Assert.Contains("has been rebuilt since it was opened", _session.Last.Errors, StringComparison.Ordinal);
        Assert.Equal(2, _session.Value($"Warehouse.Open({Literal(path)}).Query<int>(\"select x from t\").Single()"));
        Assert.Contains("a later Warehouse.Open of the same file", _session.Error("r.Query(\"select 1\")").Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_warehouse_that_is_not_there_or_is_no_warehouse_is_an_error_with_its_remedy()
    {
        Assert.Contains("analytics demo", _session.Error("Warehouse.Open(\"nowhere/warehouse.duckdb\")").Message, StringComparison.Ordinal);
        File.WriteAllText(_demo.At("text.duckdb"), new string('x', 5000));
        Assert.Contains("cannot be opened", _session.Error($"Warehouse.Open({Literal(_demo.At("text.duckdb"))})").Message, StringComparison.Ordinal);
        Assert.Equal(1, _session.Value("Warehouse.Open(" + Literal(_demo.Warehouse) + ").Query<int>(\"select 1\").Single()"));
    }

    public void Dispose()
    {
        _sql.Dispose();
        _session.Dispose();
    }

    private string Html(string code)
    {
        var result = _session.Run(code);
        Assert.Null(result.Error?.Message);
        return result.Shown!.Html!;
    }

    private static void Make(string path, int value)
    {
        using var connection = new DuckDBConnection($"Data Source={path}");
        connection.Open();
        connection.Execute($"create table t as select {value} as x from range({value * 100000}) limit 1");
    }

    private static string Pascal(string kpi) => string.Concat(kpi.Split('_').Select(word => char.ToUpperInvariant(word[0]) + word[1..]));

    private static string Literal(string path) => $"@\"{path}\"";
}
