using System.Globalization;
using System.Text;
using Dapper;

namespace Analytics.Pipeline.Tests.Warehouse;

/// <summary>Two files of orders: two shops that number alike, or the same sales twice under other numbers.</summary>
public sealed class SameSalesTests : IDisposable
{
    private const string Header = "Order ID,Order date,Customer,Amount\n";
    private readonly TemporaryFolder _exports = new();

    [Fact]
    public void Two_shops_that_number_from_one_both_count()
    {
        _exports.Write("lyon.csv", Header + Orders(10, i => (i, i, "L" + i, 10 + i)));
        _exports.Write("paris.csv", Header + Orders(8, i => (i, i + 40, "P" + i, 20 + i)));
        using var w = new LoadedWarehouse(_exports.Path);
        Assert.Equal((145d + 188, 18L), (w.Revenue, w.Connection.ExecuteScalar<long>("select count(distinct order_id) from core.orders")));
        Assert.Equal(["paris.csv: 8 of 8 order numbers that lyon.csv has too are of other customers and days: they are two shops, and both count; numbers of this one bear “· paris”"], w.Assumptions);
    }

    [Fact]
    public void A_later_export_of_the_same_shop_stands_for_the_older_one()
    {
        // Two customers moved, two days and amounts were mended: most orders are still the same.
        _exports.Write("2025-01.csv", Header + Orders(10, i => (i, i, "C" + i, 10)));
        _exports.Write("2025-02.csv", Header + Orders(12, i => (i, i < 2 ? i + 9 : i, i < 2 ? "moved" : "C" + i, i < 2 ? 11 : 10)));
        using var w = new LoadedWarehouse(_exports.Path);
        Assert.Equal(122, w.Revenue);
        Assert.Equal(["2025-01.csv: 10 rows bear the key of a newer row; the one modified last counts, else the last one"], w.Assumptions);
    }

    [Fact]
    public void Two_shops_exported_twice_are_two_shops()
    {
        foreach (var (month, count) in (IEnumerable<(string, int)>)[("01", 10), ("02", 14)])
        {
            _exports.Write($"a-{month}.csv", Header + Orders(count, i => (i, i, "L" + i, 1)));
            _exports.Write($"b-{month}.csv", Header + Orders(count, i => (i, i + 60, "P" + i, 100)));
        }
        using var w = new LoadedWarehouse(_exports.Path);
        Assert.Equal(14 + 1400, w.Revenue);
    }

    [Fact]
    public void A_complaint_that_names_a_number_of_two_shops_is_given_to_neither()
    {
        _exports.Write("lyon.csv", Header + Orders(5, i => (i, i, "L" + i, 10)));
        _exports.Write("paris.csv", Header + Orders(4, i => (i, i + 40, "P" + i, 20)));
        _exports.Write("tickets.csv", "Ticket ID,Order ID,Created on,Reason\nt1,1,2025-03-01,late\nt2,4,2025-03-02,broken\n");
        using var w = new LoadedWarehouse(_exports.Path);
        Assert.Equal(["4"], w.Connection.Query<string>("select order_id from core.order_accounts order by 1"));
    }

    [Fact]
    public void The_same_sales_under_other_numbers_count_once()
    {
        // A CRM's and a shop's list; the shop has one sale more, and one that the CRM has with another amount.
        _exports.Write("crm_orders.csv", Header + Orders(20, i => (i + 500, i, "C" + (i % 7), 10 + i)));
        _exports.Write("shop_orders.csv", Header + Orders(22, i => (i, i, "C" + (i % 7), i == 3 ? 99 : 10 + i)));
        using var w = new LoadedWarehouse(_exports.Path);
        Assert.Equal(Enumerable.Range(0, 22).Sum(i => i == 3 ? 99 : 10 + i) + 13, w.Revenue);
        Assert.Equal(["crm_orders.csv: 19 of 20 orders (377) have the customer, day and amount of one in shop_orders.csv under another number: they are the same sales and count once"], w.Assumptions);
    }

    [Theory]
    [InlineData(10, 0)]
    [InlineData(0, 7)]
    public void Fees_alike_every_month_and_sales_of_other_amounts_are_not_the_same(int fee, int step)
    {
        _exports.Write("hosting.csv", Header + Orders(20, i => (i + 500, 0, "C" + i, fee + (step * i) + 1)));
        _exports.Write("support.csv", Header + Orders(20, i => (i, 0, "C" + i, fee + (step * i) + (step == 0 ? 1 : 2))));
        using var w = new LoadedWarehouse(_exports.Path);
        Assert.Equal(40, w.Connection.ExecuteScalar<long>("select count(*) from core.sales"));
        Assert.Empty(w.Assumptions);
    }

    public void Dispose() => _exports.Dispose();

    private static string Orders(int count, Func<int, (int Id, int Day, string Customer, int Amount)> order) =>
        Enumerable.Range(0, count).Select(order).Aggregate(new StringBuilder(), (text, o) => text.Append(
            CultureInfo.InvariantCulture, $"{o.Id},{new DateOnly(2025, 1, 1).AddDays(o.Day):yyyy-MM-dd},{o.Customer},{o.Amount}\n")).ToString();
}
