using System.Globalization;
using Analytics.Pipeline.Warehouse;
using Dapper;

namespace Analytics.Pipeline.Tests.Warehouse;

/// <summary>One small company, told in another way: what must not change does not, what must change changes exactly so.</summary>
public sealed class MetamorphicTests : IDisposable
{
    private static readonly string[] s_dates = ["date", "created", "closed", "detected", "month", "start date", "end date", "promised date", "delivery date", "resolved"];
    private static readonly string[] s_amounts = ["amount", "cost", "hourly cost", "target"];
    private readonly List<TemporaryFolder> _folders = [];

    [Fact]
    public void The_order_of_rows_says_nothing() =>
        Assert.Equal(Figures(SmallCompany.Tables()), Figures(SmallCompany.Tables().Select(t => t with { Rows = [.. t.Rows.Reverse()] })));

    [Fact]
    public void A_file_cut_in_two_is_the_same_file() =>
        Assert.Equal(Figures(SmallCompany.Tables()), Figures(SmallCompany.Tables().SelectMany(t => new[]
        {
            t with { Rows = [.. t.Rows.Where((_, i) => i % 2 == 0)] },
            t with { Name = t.Name.Replace(".csv", " 2.csv", StringComparison.Ordinal), Rows = [.. t.Rows.Where((_, i) => i % 2 == 1)] },
        })));

    [Fact]
    public void A_year_later_is_a_year_later()
    {
        var later = Figures(SmallCompany.Tables().Select(t => t.With(s_dates, date => DateOnly.Parse(date, CultureInfo.InvariantCulture).AddYears(1).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))), 1);
        Assert.Equal(Figures(SmallCompany.Tables()), later);
    }

    [Fact]
    public void A_hundredfold_of_every_amount_is_a_hundredfold_of_amounts_and_of_nothing_else()
    {
        var before = Values(SmallCompany.Tables());
        var after = Values(SmallCompany.Tables().Select(t => t.With(s_amounts, amount => (decimal.Parse(amount, CultureInfo.InvariantCulture) * 100).ToString(CultureInfo.InvariantCulture))));
        Assert.Equal(before.Select(b => b.Key), after.Select(a => a.Key));
        Assert.True(before.Count > 1000);
        Assert.All(before.Zip(after), pair =>
        {
            var factor = pair.First.Unit == "amount" ? 100 : 1;
            // Figures are kept to six decimals.
            var margin = 1e-6 * factor;
            Assert.True(Near(pair.First.Value * factor, pair.Second.Value, margin) && Near(pair.First.Low * factor, pair.Second.Low, margin) && Near(pair.First.High * factor, pair.Second.High, margin),
                $"{pair.First} became {pair.Second}");
        });
    }

    [Fact]
    public void Customers_computed_in_three_parts_are_the_customers_computed_at_once()
    {
        using var whole = Build(SmallCompany.Tables(), 0);
        using var parts = Build(SmallCompany.Tables(), 0, shards: 3);
        Assert.True(SqlScript.Folder("per_customer").Count(s => s.Header.ContainsKey("shards")) > 15);
        AssertSame(whole, parts, SqlScript.Folder("per_customer").Concat(SqlScript.Folder("page")).Select(s => s.Table).Append("marts.kpis").Append("marts.customers"));
        Assert.True(whole.Connection.ExecuteScalar<long>("select count(*) from per_customer.amount_features") > 0);
        Assert.True(whole.Connection.ExecuteScalar<long>("select count(*) from core.sale_parts") > 0);
    }

    /// <summary>Some sales are nobody's, and there are more parts than customers, so that some have none.</summary>
    [Fact]
    public void The_pages_sales_lie_in_the_same_order_in_however_many_parts()
    {
        var tables = SmallCompany.Tables();
        var company = tables.Select(t => t.Name == "orders.csv" ? t with { Rows = [.. t.Rows.Select((row, i) => i % 10 == 3 ? [row[0], "", .. row[2..]] : row)] } : t).ToList();
        using var whole = Build(company, 0);
        using var parts = Build(company, 0, shards: 30);
        AssertSame(whole, parts, ["page.sales"]);
        Assert.Equal((150, 150, 0), whole.Connection.QuerySingle<(long, long, int)>("select count(*), max(position), min(account) from page.sales"));
        Assert.Equal(whole.Connection.Query<long>("select position from page.sales order by account, day, position"), Enumerable.Range(1, 150).Select(i => (long)i));
    }

    public void Dispose() => _folders.ForEach(f => f.Dispose());

    private static void AssertSame(BuiltWarehouse whole, BuiltWarehouse parts, IEnumerable<string> tables)
    {
        whole.Connection.Execute($"attach if not exists '{parts.Connection.DataSource}' as sharded (read_only)");
        Assert.All(tables, table =>
        {
            Assert.Equal(0, whole.Connection.ExecuteScalar<long>($"select count(*) from (from {table} except all from sharded.{table})"));
            Assert.Equal(0, whole.Connection.ExecuteScalar<long>($"select count(*) from (from sharded.{table} except all from {table})"));
        });
    }

    private static bool Near(double? expected, double? found, double margin) =>
        expected is null == found is null && (expected is null || Math.Abs(expected.Value - found!.Value) <= 1e-9 * Math.Max(1, Math.Abs(expected.Value)) + margin);

    /// <summary>Every figure of the warehouse, digit by digit, its days moved back by so many years.</summary>
    private List<string> Figures(IEnumerable<SmallTable> company, int years = 0)
    {
        using var w = Build(company, years);
        var figures = w.Connection.Query<string>(
            $"""
            select concat_ws('|', kpi, dimension, segment, owner_id, period, (period_start - interval {years} year)::date, (period_end - interval {years} year)::date,
              numerator, denominator, value, n, excluded, low, high)
            from marts.kpis where value is not null order by 1
            """).ToList();
        Assert.True(figures.Count > 1000);
        var silent = w.Connection.Query<string>("select kpi from marts.kpi_catalog where kpi not in (select kpi from marts.kpis where value is not null) order by 1").ToList();
        Assert.True(silent.Count <= 20, string.Join(", ", silent));
        return figures;
    }

    private List<Figure> Values(IEnumerable<SmallTable> company)
    {
        using var w = Build(company, 0);
        return w.Connection.Query<Figure>(
            """
            select concat_ws('|', kpi, dimension, segment, k.owner_id, period, period_start) as Key, c.unit as Unit, k.value as Value, k.low as Low, k.high as High
            from marts.kpis as k join marts.kpi_catalog as c using (kpi) where value is not null order by 1
            """).ToList();
    }

    private BuiltWarehouse Build(IEnumerable<SmallTable> company, int years, int? shards = null)
    {
        var folder = new TemporaryFolder();
        _folders.Add(folder);
        foreach (var table in company) table.Write(folder);
        return new(folder.Path, SmallCompany.AsOf.AddYears(years), shards);
    }

    private sealed record Figure(string Key, string Unit, double? Value, double? Low, double? High);
}
