using System.Globalization;
using System.Text.Json;

namespace Analytics.Pipeline.Tests.Real;

/// <summary>8,800 real-looking opportunities; the expected figures were computed with pandas and are stored beside the data.</summary>
public sealed class MavenTests(MavenTests.Built built) : IClassFixture<MavenTests.Built>
{
    private readonly BuiltWarehouse _warehouse = built.Warehouse;
    private readonly JsonElement _expected = built.Expected;

    /// <summary>Built once for the class, and only where the files are there.</summary>
    public sealed class Built : IDisposable
    {
        private BuiltWarehouse? _warehouse;
        private JsonDocument? _expected;

        public BuiltWarehouse Warehouse => _warehouse ??= new(RealData.Folder("maven_crm"));

        public JsonElement Expected => (_expected ??=
            JsonDocument.Parse(File.ReadAllText(Path.Combine(RealData.Folder("maven_crm"), "expected_kpis.json")))).RootElement;

        public void Dispose()
        {
            _warehouse?.Dispose();
            _expected?.Dispose();
        }
    }

    [Fact]
    public void Every_row_of_the_four_tables_is_kept()
    {
        var rows = _warehouse.Files.Where(f => f.Table is not null).ToDictionary(f => f.Table!, f => (f.RowsRead, f.RowsKept, f.RowsRejected));
        Assert.Equal((85, 85, 0), rows["accounts"]);
        Assert.Equal((7, 7, 0), rows["products"]);
        Assert.Equal((35, 35, 0), rows["owners"]);
        Assert.Equal((8800, 8800, 0), rows["opportunities"]);
    }

    [Fact]
    public void GTXPro_is_read_as_GTX_Pro_and_said_so()
    {
        Assert.Contains(new LinkReport("product", "GTXPro", "GTX Pro", 1480), _warehouse.Links);
    }

    [Fact]
    public void Technolgy_is_read_as_technology_and_said_so()
    {
        Assert.Contains(new LinkReport("sector", "technolgy", "technology", 12), _warehouse.Links);
        Assert.Equal(2, _warehouse.Links.Count);
    }

    [Fact]
    public void The_whole_base_equals_the_expected_figures() => AssertFigures("all", "all", Expected("total"));

    [Theory]
    [InlineData("sector", "sector")]
    [InlineData("owner", "sales_agent")]
    [InlineData("manager", "manager")]
    [InlineData("team", "regional_office")]
    [InlineData("product", "product")]
    [InlineData("family", "series")]
    [InlineData("country", "account_country")]
    public void Every_segment_equals_the_expected_figures(string dimension, string expected)
    {
        foreach (var segment in Expected(expected).EnumerateObject())
            AssertFigures(dimension, segment.Name == "nan" ? "(unknown)" : segment.Name, segment.Value);
    }

    [Fact]
    public void Every_quarter_equals_the_expected_figures()
    {
        foreach (var quarter in Expected("won_by_close_quarter").EnumerateObject())
        {
            AssertEqual(quarter.Value, "won", _warehouse.Kpi("opportunities_won", period: "quarter", start: Start(quarter.Name)));
            AssertEqual(quarter.Value, "value", _warehouse.Kpi("revenue", period: "quarter", start: Start(quarter.Name)));
            AssertEqual(quarter.Value, "avg", _warehouse.Kpi("basket_per_order", period: "quarter", start: Start(quarter.Name)));
        }
        foreach (var quarter in Expected("closed_by_close_quarter").EnumerateObject())
            AssertEqual(quarter.Value, "win_rate", _warehouse.Kpi("win_rate_closed_by_count", period: "quarter", start: Start(quarter.Name)));
    }

    [Fact]
    public void The_top_fifth_of_the_customers_holds_the_expected_share() =>
        AssertEqual(Expected("pareto"), "share_top20", _warehouse.Kpi("pareto_top20_share"));

    [Fact]
    public void The_win_rate_by_amount_is_not_told_since_lost_deals_carry_no_amount() =>
        Assert.Null(_warehouse.Kpi("win_rate_closed_by_amount"));

    [Fact]
    public void All_checks_pass() => Assert.All(_warehouse.Checks, c => Assert.Equal(0, c.Failures));

    private void AssertFigures(string dimension, string segment, JsonElement expected)
    {
        foreach (var (kpi, name) in new[]
        {
            ("win_rate_closed_by_count", "win_rate"), ("opportunities_won", "won"), ("opportunities_lost", "lost"), ("revenue", "won_value"),
            ("basket_per_order", "avg_basket_won"), ("basket_median", "median_basket_won"), ("sales_cycle_mean", "cycle_days_won"),
            ("sales_cycle_closed_mean", "cycle_days_closed"), ("customers", "accounts_won"),
        })
            AssertEqual(expected, name, _warehouse.Kpi(kpi, dimension, segment));
        var open = expected.GetProperty("engaging").GetDouble() + expected.GetProperty("prospecting").GetDouble();
        Assert.Equal(open, _warehouse.Kpi("opportunities_open", dimension, segment));
    }

    private JsonElement Expected(string name) => _expected.GetProperty(name);

    /// <summary>Equal to the last digit that the file gives.</summary>
    private static void AssertEqual(JsonElement expected, string name, double? actual)
    {
        var text = expected.GetProperty(name).GetRawText();
        if (text is "null" or "0" or "0.0")
        {
            Assert.True(actual is null or 0, $"{name}: {actual}");
            return;
        }
        var digits = text.Contains('.', StringComparison.Ordinal) ? text.Length - text.IndexOf('.', StringComparison.Ordinal) - 1 : 0;
        Assert.NotNull(actual);
        // "F" rounds the binary value itself, as the pandas figures were rounded.
        Assert.Equal(expected.GetProperty(name).GetDouble().ToString($"F{digits}", CultureInfo.InvariantCulture), actual.Value.ToString($"F{digits}", CultureInfo.InvariantCulture));
    }

    private static DateOnly Start(string quarter) =>
        new(int.Parse(quarter[..4], CultureInfo.InvariantCulture), (quarter[5] - '1') * 3 + 1, 1);
}
