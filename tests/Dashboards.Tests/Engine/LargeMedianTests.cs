using System.Globalization;
using Analytics.Dashboards.Tests.Warehouse;
using Analytics.Pipeline.DuckDb;

namespace Analytics.Dashboards.Tests.Engine;

/// <summary>Medians of so many orders that they are counted and not sorted are those that DuckDB sorts out, with the same order statistics as ends.</summary>
public sealed class LargeMedianTests : IDisposable
{
    private static readonly Dictionary<string, string[]> Everyone = [];
    private static readonly Dictionary<string, string[]> Half = new(StringComparer.Ordinal) { ["type"] = ["PME", "TPE"] };

    private readonly DuckDBConnection _warehouse = TestWarehouse.Open("contract");
    private readonly AskedEngine _engine;

    public LargeMedianTests()
    {
        TestWarehouse.Execute(_warehouse, "SET VARIABLE customers = 4000; SET VARIABLE orders = 120_000");
        TestWarehouse.Execute(_warehouse, TestWarehouse.Script("page"));
        // An order without a date brings none.
        TestWarehouse.Execute(_warehouse, "UPDATE page.sales SET day = -1 WHERE position % 50 = 0");
        _engine = new AskedEngine(Dashboard.Html(_warehouse));
    }

    [Fact]
    public void Over_all_the_data() => Meets(Everyone, new("all", "", ""), "day >= 0");

    [Fact]
    public void In_some_days() => Meets(Everyone, new("days", "2024-02-10", "2025-03-21"), "day >= 405 and day < 810");

    [Fact]
    public void In_days_that_reach_beyond_the_data() => Meets(Everyone, new("days", "2022-05-01", "2030-01-01"), "day >= 0");

    [Fact]
    public void Of_half_the_customers_over_all_the_data() => Meets(Half, new("all", "", ""), "day >= 0 and account in (select account from page.accounts where type in ('PME', 'TPE'))");

    [Fact]
    public void Of_half_the_customers_in_some_days() => Meets(Half, new("days", "2024-02-10", "2025-03-21"), "day >= 405 and day < 810 and account in (select account from page.accounts where type in ('PME', 'TPE'))");

    public void Dispose()
    {
        _engine.Dispose();
        _warehouse.Dispose();
    }

    private void Meets(Dictionary<string, string[]> segments, QuestionPeriod period, string met)
    {
        var (n, median, low, high) = EngineTests.Rows(_warehouse, string.Create(CultureInfo.InvariantCulture, $"""
            with sorted as (select list_sort(list(amount / 10000.0)) as amounts from page.sales where amount > 0 and {met}), counted as (select amounts, len(amounts) as n from sorted)
            select n, list_median(amounts) as median, amounts[floor(n / 2 - 0.98 * sqrt(n))::int] as low, amounts[ceil(n / 2 + 0.98 * sqrt(n))::int + 1] as high from counted
            """), row => (row.GetInt64(0), row.GetDouble(1), row.GetDouble(2), row.GetDouble(3))).Single();

        var found = _engine.Ask(new Question("basket_median", segments, period)).Facts.Single();

        Assert.True(n > 20_000);
        Assert.Equal(n, found.N);
        Assert.Equal(median, found.Value!.Value, 6);
        Assert.Equal(low, found.Low!.Value, 6);
        Assert.Equal(high, found.High!.Value, 6);
    }
}
