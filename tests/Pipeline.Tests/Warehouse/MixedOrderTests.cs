using Dapper;

namespace Analytics.Pipeline.Tests.Warehouse;

/// <summary>Orders of several products: each product and family has what its lines bring, to the cent, computed on paper.</summary>
public sealed class MixedOrderTests(MixedOrders orders) : IClassFixture<MixedOrders>
{
    private BuiltWarehouse W => orders.Warehouse;

    [Fact]
    public void Each_family_and_product_has_the_amounts_of_its_lines()
    {
        // Water: order 1 whole, 1.50 of order 2, order 4. Heat: 4.00 of order 2, order 3. Order 5 names a product for 3.00 of its 8.00.
        Assert.Equal([("(unknown)", 5), ("Heat", 11), ("Water", 31.5)], By("revenue", "family"));
        Assert.Equal([("(unknown)", 5), ("Pump", 24.5), ("Quick valve", 7), ("Radiator", 11)], By("revenue", "product"));
        Assert.Equal(47.5, W.Kpi("revenue"));
    }

    [Fact]
    public void Margins_are_split_where_the_cost_of_the_whole_order_is_known()
    {
        // Order 1: 25 - 15; order 2: Water 1.50 - 0.50, Heat 4 - 3; order 4: 2 - 1. Orders 3 and 5 have a line without a cost.
        Assert.Equal([("(unknown)", null), ("Heat", 1), ("Water", 12)], By("margin", "family"));
        Assert.Equal(13, W.Kpi("margin"));
        Assert.Equal(12 / 28.5, W.Kpi("margin_rate", "family", "Water"));
    }

    [Fact]
    public void An_order_counts_once_for_each_of_its_families()
    {
        Assert.Equal([("(unknown)", 1), ("Heat", 2), ("Water", 4)], By("orders", "family"));
        Assert.Equal(5, W.Kpi("orders"));
        // Order 1 has two products of one family.
        Assert.Equal([("(unknown)", 1), ("Pump", 3), ("Quick valve", 2), ("Radiator", 2)], By("orders", "product"));
    }

    [Fact]
    public void A_familys_basket_is_its_amount_over_the_orders_that_hold_it()
    {
        Assert.Equal([("(unknown)", 5), ("Heat", 5.5), ("Water", 31.5 / 4)], By("basket_per_order", "family"));
        // Water: 1.50, 2, 3 and 25.
        Assert.Equal([("(unknown)", 5), ("Heat", 5.5), ("Water", 2.5)], By("basket_median", "family"));
        // 2, 5.50, 7, 8 and 25.
        Assert.Equal(7, W.Kpi("basket_median"));
    }

    [Fact]
    public void A_customer_counts_once_for_each_family_it_bought()
    {
        Assert.Equal([("(unknown)", 1), ("Heat", 2), ("Water", 2)], By("customers", "family"));
        Assert.Equal(2, W.Kpi("customers"));
        Assert.Equal(31.5 / 2, W.Kpi("basket_per_customer", "family", "Water"));
        // In February A alone bought, of both.
        Assert.Equal(1, W.Kpi("customers", "family", "Heat", "month", new DateOnly(2025, 2, 1)));
        Assert.Equal(1, W.Kpi("customers", "family", "Water", "month", new DateOnly(2025, 2, 1)));
    }

    [Fact]
    public void Only_the_lines_of_a_new_family_are_cross_sold()
    {
        // A, a customer of Water, adds 4.00 of Heat in order 2; B, of Heat, adds 3.00 of Water in order 5.
        Assert.Equal([("(unknown)", 0), ("Heat", 4), ("Water", 3)], By("cross_sell_revenue", "family"));
        Assert.Equal([("(unknown)", 0), ("Pump", 3), ("Quick valve", 0), ("Radiator", 4)], By("cross_sell_revenue", "product"));
        Assert.Equal(7, W.Kpi("cross_sell_revenue"));
        Assert.Equal(4, W.Kpi("cross_sell_revenue", "owner", "Ann"));
    }

    [Fact]
    public void Who_buys_a_family_again_is_told_by_the_lines() => Assert.Equal(
        ["A Heat 2025-02-05", "A Water 2025-01-05", "A Water 2025-02-05", "A Water 2025-04-05", "B Heat 2025-03-05", "B Water 2025-04-09"],
        W.Connection.Query<string>("select concat_ws(' ', account_id, family, sold_at) from per_customer.family_purchases order by 1"));

    [Fact]
    public void A_late_delivery_is_late_for_each_of_its_families()
    {
        Assert.Equal([("Heat", 1), ("Water", 1 / 2.0)], By("late_delivery_rate", "family"));
        Assert.Equal(1 / 2.0, W.Kpi("late_delivery_rate"));
    }

    [Fact]
    public void The_rows_behind_a_familys_figure_are_the_parts()
    {
        var cell = new FigureCell("family", "Water", new(2025, 1, 1), new(2026, 1, 1));
        var behind = KpiRows.Behind(W.Connection, "basket_per_order", cell, 10);
        Assert.Equal([(4, 31.5), (4, 4)], behind.Select(b => (b.Count, b.Total)));
        Assert.Equal((1, 3d), KpiRows.Behind(W.Connection, "cross_sell_revenue", cell, 10).Select(b => (b.Count, b.Total)).Single());
    }

    [Fact]
    public void Every_check_holds() => Assert.DoesNotContain(W.Checks, c => c.Failures > 0);

    private List<(string Segment, double? Value)> By(string kpi, string dimension) => W.Connection.Query<(string, double?)>(
        "select segment, value from marts.kpis where kpi = $kpi and dimension = $dimension and period = 'all' and owner_id is null order by segment", new { kpi, dimension }).ToList();
}

/// <summary>Five orders of two customers, three of them of several lines.</summary>
public sealed class MixedOrders : IDisposable
{
    private readonly TemporaryFolder _exports = new();

    public MixedOrders()
    {
        _exports.Write("products.csv", "product id,name,family\nP,Pump,Water\nQ,Quick valve,Water\nR,Radiator,Heat\n");
        _exports.Write("orders.csv", """
            order id,customer id,sales rep,order date,promised date,delivery date
            1,A,Ann,2025-01-05,2025-01-10,2025-01-09
            2,A,Ann,2025-02-05,2025-02-10,2025-02-12
            3,B,Bob,2025-03-05,,
            4,A,Ann,2025-04-05,,
            5,B,Bob,2025-04-09,,

            """);
        _exports.Write("order_items.csv", """
            order id,product id,quantity,price,cost
            1,P,2,10.00,11
            1,Q,1,5.00,4
            2,P,1,1.50,0.50
            2,R,1,4.00,3
            3,R,1,7.00,
            4,Q,1,2.00,1
            5,P,1,3.00,1
            5,,1,5.00,

            """);
        Warehouse = new(_exports.Path);
    }

    internal BuiltWarehouse Warehouse { get; }

    public void Dispose()
    {
        Warehouse.Dispose();
        _exports.Dispose();
    }
}
