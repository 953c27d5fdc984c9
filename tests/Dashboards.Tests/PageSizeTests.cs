using Analytics.Dashboards.Tests.Warehouse;

namespace Analytics.Dashboards.Tests;

public class PageSizeTests
{
    /// <summary>Opportunities, leads and names for each of 20,000 or 50,000 customers, and orders of random days and amounts, as they are packed in the page.</summary>
    [Theory]
    [InlineData(20_000, 400_000)]
    [InlineData(50_000, 300_000)]
    public void A_pages_size_is_told_within_a_quarter_before_it_is_made(int customers, int orders)
    {
        using var warehouse = TestWarehouse.Open("contract");
        TestWarehouse.Execute(warehouse, $"SET VARIABLE customers = {customers}; SET VARIABLE orders = {orders}");
        TestWarehouse.Execute(warehouse, TestWarehouse.Script("page"));

        var told = PageSize.Estimate(warehouse);

        Assert.InRange(Dashboard.Html(warehouse).Length, told * 3 / 4, told * 5 / 4);
        Assert.True(told > 3_500_000);
    }
}
