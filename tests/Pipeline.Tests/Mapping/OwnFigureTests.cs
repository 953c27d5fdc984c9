using Dapper;

namespace Analytics.Pipeline.Tests.Mapping;

/// <summary>KPIs and segment dimensions that a person adds in analytics.yml: computed like ours, and unable to be anything but an expression.</summary>
public sealed class OwnFigureTests : IDisposable
{
    private readonly TemporaryFolder _exports = new();

    [Fact]
    public void They_are_computed_for_every_segment_and_period_like_ours()
    {
        _exports.Write("accounts.csv", "id,name,sector,employees\nA,A,Retail,5\nB,B,Retail,80\nC,C,Health,\n");
        _exports.Write("orders.csv", "order id,customer id,date,amount\n1,A,2024-01-10,100\n2,A,2025-01-10,2000\n3,B,2025-01-11,3000\n4,B,2025-01-12,-50\n5,C,2025-02-10,10\n");
        _exports.Write(ExportMapping.FileName, """
            kpis:
            - name: large_orders
              label_en: Large orders
              label_fr: Grosses commandes
              table: sales
              value: count(*) filter (where amount >= 1000)
              per: count(*) filter (where amount > 0)
              direction: up
            - { name: buyers, table: sales, value: count(distinct account_id), label: "It's <b>'bold'</b>" }
            segments:
            - { name: headcount, label_en: Headcount, label_fr: Effectif, value: "case when employees >= 50 then 'fifty or more' when employees is not null then 'fewer' end" }
            """);
        using var w = new BuiltWarehouse(_exports.Path);
        Assert.Equal(2 / 4.0, w.Kpi("large_orders"));
        Assert.Equal(2 / 3.0, w.Kpi("large_orders", period: "year", start: new DateOnly(2025, 1, 1)));
        Assert.Equal((1, 0.5, 0), (w.Kpi("large_orders", "headcount", "fifty or more"), w.Kpi("large_orders", "headcount", "fewer"), w.Kpi("large_orders", "headcount", "(unknown)")));
        Assert.Equal((3, 1), (w.Kpi("buyers"), w.Kpi("buyers", "sector", "Health")));
        Assert.Equal((2950, 2100, 10), (w.Kpi("revenue", "headcount", "fifty or more"), w.Kpi("revenue", "headcount", "fewer"), w.Kpi("revenue", "headcount", "(unknown)")));
        Assert.Equal(("Large orders", "Grosses commandes", "share", "sales"), w.Connection.QuerySingle<(string, string, string, string)>(
            "select label_en, label_fr, kind, needs from marts.kpi_catalog where kpi = 'large_orders'"));
        Assert.Equal(("Headcount", 2L), w.Connection.QuerySingle<(string, long)>("select label_en, segments from marts.dimensions where dimension = 'headcount'"));
        Assert.DoesNotContain(w.Checks, c => c.Failures > 0);
    }

    [Fact]
    public void An_expression_can_be_nothing_else()
    {
        (string Value, string Code)[] tried =
        [
            ("(select 1)", "expression_refused"), ("count(*) from core.sales", "expression_refused"), ("1; drop table core.sales", "expression_unread"),
            ("sum(amount) as x", "expression_refused"), ("sum(amount), 1", "expression_refused"), ("count(*) where true", "expression_refused"),
            ("sum(amount) over ()", "expression_refused"), ("count(columns(*))", "expression_refused"), ("sum(amount) union all select 1", "expression_refused"),
            ("count(*) filter (where exists (from read_csv('/etc/passwd')))", "expression_refused"), ("max(getenv('HOME'))", "expression_function"),
            ("max(read_text('/etc/passwd'))", "expression_function"), ("count(*) filter (where sold_at < now())", "expression_function"), ("max(current_date)", "expression_column"),
            ("sum(random())", "expression_function"), ("sum(core.sales.amount)", "expression_column"), ("sum(amuont)", "expression_column"), ("sum($1)", "expression_refused"),
            ("max(list_transform([1], lambda x: x))", "expression_function"), ("amount", "expression_adds_nothing"), ("sum(amount) + amount", "expression_unread"),
            ("max(kind)", "expression_failed"), ("sum(amount", "expression_unread"), ("sum(kind)", "expression_unread"), ("sum((amount, 1))", "expression_function"), ("sum('{a}'::json)", "expression_refused"),
            (string.Concat(Enumerable.Repeat("abs(", 300)) + "sum(amount)" + new string(')', 300), "expression_refused"),
        ];
        _exports.Write(ExportMapping.FileName, "kpis:\n" + string.Concat(tried.Select((t, i) =>
            $"- {{ name: k{i}, table: sales, value: \"{t.Value.Replace("\"", "\\\"", StringComparison.Ordinal)}\" }}\n")));
        var problems = ExportMapping.Check(Path.Combine(_exports.Path, ExportMapping.FileName));
        var expected = tried.Select((t, i) => (Line: i + 2L, t.Code)).Where(t => t.Code != "expression_failed");
        Assert.Equal(expected, problems.Select(p => (p.Line, p.Code)));
        Assert.Equal("amount", problems.Single(p => p.Found == "sum(amuont)").Nearest);
    }

    [Fact]
    public void What_the_data_do_not_bear_is_told_with_its_line()
    {
        _exports.Write("orders.csv", "order id,customer id,date,amount,order type\n1,A,2024-01-10,100,urgent\n");
        _exports.Write(ExportMapping.FileName, "kpis:\n- name: worst\n  table: sales\n  value: max(kind)\n");
        var problem = Assert.Throws<ProblemException>(() => new BuiltWarehouse(_exports.Path));
        Assert.Equal((ProblemCode.MappingInvalid, "expression_failed", "4"), (problem.Code, problem.Facts["code"], problem.Facts["line"]));
    }

    [Theory]
    [InlineData("kpis:\n- { name: revenue, table: sales, value: sum(amount) }\n", "name_taken", 2)]
    [InlineData("kpis:\n- { name: \"x; drop\", table: sales, value: sum(amount) }\n", "name_shape", 2)]
    [InlineData("kpis:\n- { name: mine, table: salse, value: sum(amount) }\n", "unknown_table", 2)]
    [InlineData("segments:\n- { name: sector, value: city }\n", "name_taken", 2)]
    [InlineData("segments:\n- { name: mine, value: count(*) }\n", "expression_adds_up", 2)]
    [InlineData("kpis:\n- { name: mine, table: sales, value: sum(amount), date: amount }\n", "unknown_value", 2)]
    public void Their_mistakes_are_named_by_line(string text, string code, long line)
    {
        _exports.Write(ExportMapping.FileName, text);
        Assert.Equal((code, line), ExportMapping.Check(Path.Combine(_exports.Path, ExportMapping.FileName)).Select(p => (p.Code, p.Line)).Single());
    }

    public void Dispose() => _exports.Dispose();
}
