using Dapper;

namespace Analytics.Pipeline.Tests.Warehouse;

/// <summary>What orders and complaints cost beside the goods, by hand: deliveries, commissions, complaints; and prices that rise.</summary>
public sealed class CostTests : IDisposable
{
    private static readonly DateOnly AsOf = new(2025, 12, 31);
    private readonly TemporaryFolder _exports = new();

    public CostTests()
    {
        _exports.Write("owners.csv", "id,name,hourly cost\nw1,Ann,60\n");
        // A's first order is two lines that repeat its delivery and commission; B's two lines each bear their own.
        _exports.Write("orders.csv", """
            order id,customer,owner,product,date,quantity,amount,cost,delivery cost,commission amount
            o1,A,Ann,Pump,2025-01-10,2,200,100,15,20
            o1,A,Ann,Hose,2025-01-10,1,100,50,15,20
            o2,A,Ann,Pump,2025-03-10,1,103,50,,9
            o3,B,Ann,Pump,2025-02-10,4,400,200,10,12
            o3,B,Ann,Hose,2025-02-10,1,100,50,4,
            o4,B,Ann,Pump,2025-04-10,1,101,50,,

            """);
        _exports.Write("marketing spend.csv", "date,channel,amount\n2025-01-05,Web,100\n");
        // An hour before A was a customer, half an hour after.
        _exports.Write("activities.csv", "activity type,date,customer,owner,duration\nVisit,2025-01-02,A,Ann,60\nVisit,2025-05-02,A,Ann,30\n");
        _exports.Write("complaints.csv", "complaint id,customer,date,reason,complaint cost\nc1,B,2025-05-01,Late,40.5\nc2,B,2025-05-02,Broken,\n");
    }

    [Fact]
    public void Customer_profit_bears_deliveries_and_complaints()
    {
        using var w = new BuiltWarehouse(_exports.Path, AsOf);
        // A: margin 403 − 200, half an hour at 60, a delivery of 15. B: margin 601 − 300, deliveries of 10 and 4, a complaint of 40.50.
        Assert.Equal([("A", 45.0m, 158.0m), ("B", 54.5m, 246.5m)], w.Connection.Query<(string, decimal, decimal)>("select name, cost_to_serve, profit from marts.customers order by name"));
        Assert.Equal(158 + 246.5, w.Kpi("customer_profit"));
    }

    [Fact]
    public void Acquisition_bears_the_commissions_on_first_orders_on_their_own_day()
    {
        using var w = new BuiltWarehouse(_exports.Path, AsOf);
        // 100 of spend, an hour at 60, commissions of 20 (once, though on two lines) and 12; that on A's second order is none of acquisition's.
        Assert.Equal(100 + 60 + 20 + 12, w.Kpi("acquisition_cost"));
        Assert.Equal((100 + 60 + 20 + 12) / 2.0, w.Kpi("cac"));
        Assert.Equal(12, w.Kpi("acquisition_cost", period: "month", start: new(2025, 2, 1)));
        Assert.All(w.Checks, c => Assert.Equal(0, c.Failures));
        var behind = KpiRows.Behind(w.Connection, "acquisition_cost", new("all", "all", new(2025, 1, 1), new(2026, 1, 1)), 10).Where(part => part.LabelEn.StartsWith("commissions", StringComparison.Ordinal));
        Assert.Equal((2L, 32.0), (Assert.Single(behind).Count, behind.Single().Total!.Value));
    }

    [Fact]
    public void Where_deals_are_the_sales_acquisition_bears_the_commissions_on_those_won_first()
    {
        using var exports = new TemporaryFolder();
        exports.Write("opportunities.csv", """
            opportunity id,account,owner,created,close date,stage,amount,commission
            1,A,Ann,2025-01-02,2025-01-20,Won,1000,50
            2,A,Ann,2025-02-01,2025-03-01,Won,500,25
            3,B,Ann,2025-01-05,2025-02-10,Won,200,10
            4,C,Ann,2025-01-05,2025-02-10,Lost,900,45

            """);
        exports.Write("marketing spend.csv", "date,channel,amount\n2025-01-05,Web,100\n");
        using var w = new BuiltWarehouse(exports.Path, AsOf);
        Assert.Equal((100 + 50 + 10) / 2.0, w.Kpi("cac"));
        Assert.Equal(100 + 50, w.Kpi("cac", period: "month", start: new(2025, 1, 1)));
        Assert.All(w.Checks, c => Assert.Equal(0, c.Failures));
    }

    [Fact]
    public void A_price_that_rises_is_told_from_what_a_unit_cost_the_same_customer_before()
    {
        using var w = new BuiltWarehouse(_exports.Path, AsOf);
        // A paid 100 a pump, then 103; B 100, then 101, which is less than 2 % more.
        Assert.Equal([("A", 100.0), ("A", 103.0), ("B", 100.0), ("B", 101.0)], w.Connection.Query<(string, double)>("select a.name, p.price from core.prices_paid as p join core.products as q using (product_id) join core.accounts as a using (account_id) where q.name = 'Pump' order by 1, p.day"));
        Assert.Equal(1, w.Connection.ExecuteScalar<long>("select lost_with + kept_with from marts.loss_changes where change = 'price_rise'"));
    }

    [Fact]
    public void Where_the_exports_name_no_such_cost_none_is_made_up()
    {
        using var exports = new TemporaryFolder();
        exports.Write("orders.csv", "order id,customer,date,amount,cost\no1,A,2025-01-10,200,100\n");
        using var w = new BuiltWarehouse(exports.Path, AsOf);
        Assert.Equal((0L, 0L), (w.Connection.ExecuteScalar<long>("select count(*) from core.order_costs"), w.Connection.ExecuteScalar<long>("select count(*) from core.prices_paid")));
        Assert.Equal(0, w.Connection.ExecuteScalar<long>("select count(*) from per_customer.cost_to_serve"));
    }

    public void Dispose() => _exports.Dispose();
}
