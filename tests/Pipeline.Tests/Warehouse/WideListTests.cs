using Dapper;

namespace Analytics.Pipeline.Tests.Warehouse;

/// <summary>One list that holds orders, customers and products at once, and orders whose lines are a list of their own.</summary>
public sealed class WideListTests : IDisposable
{
    private readonly TemporaryFolder _exports = new();

    [Fact]
    public void Customers_are_segmented_by_what_a_list_of_orders_says_of_them()
    {
        WriteWide();
        using var w = new BuiltWarehouse(_exports.Path);
        Assert.Equal(((double?)200.004, (double?)30), (w.Kpi("revenue", "type", "Corporate"), w.Kpi("revenue", "type", "Consumer")));
        Assert.Equal([("Ann", "Corporate", "Paris", "South"), ("Bob", "Consumer", "Lyon", "West")],
            w.Connection.Query<(string, string, string, string)>("select name, type, city, region from core.accounts order by name"));
    }

    [Fact]
    public void The_latest_word_on_a_customer_counts_and_none_after_the_day()
    {
        WriteWide();
        using var w = new BuiltWarehouse(_exports.Path, new DateOnly(2025, 1, 31));
        Assert.Equal("North", w.Connection.QuerySingle<string>("select region from core.accounts where name = 'Ann'"));
    }

    [Fact]
    public void Profit_and_family_come_with_the_order()
    {
        WriteWide();
        using var w = new BuiltWarehouse(_exports.Path);
        Assert.Equal(20.5 + 40 + 3, w.Kpi("margin"));
        Assert.Equal(((double?)100.002, (double?)130.002), (w.Kpi("revenue", "family", "Chairs"), w.Kpi("revenue", "family", "Paper")));
    }

    [Fact]
    public void Fractions_of_a_cent_add_up_everywhere()
    {
        WriteWide();
        using var w = new BuiltWarehouse(_exports.Path);
        Assert.Equal(230.004, w.Kpi("revenue"));
        Assert.DoesNotContain(w.Checks, c => c.Failures > 0);
    }

    [Fact]
    public void Orders_without_amounts_take_them_from_their_lines()
    {
        WriteOrdersAndLines("order id,customer id,order date,status\n1,A,2025-01-05,shipped\n2,B,2025-02-05,shipped\n3,A,2025-03-05,shipped\n");
        using var w = new BuiltWarehouse(_exports.Path);
        // 1: 2 × 10,00 + 5,00; 2: 3 × 1,50; 3 has no line, and nothing to count.
        Assert.Equal(((double?)29.5, (double?)2), (w.Kpi("revenue"), w.Kpi("customers")));
        Assert.Equal([("1", 25m), ("2", 4.5m)], w.Connection.Query<(string, decimal)>("select sale_id, amount from core.sales order by 1"));
        Assert.DoesNotContain(w.Checks, c => c.Failures > 0);
    }

    [Theory]
    [InlineData("25.00", 25)]
    [InlineData("24.99", 25)]
    [InlineData("20.00", 20)]
    public void Lines_stand_for_an_order_only_where_they_add_up_to_it(string amount, double revenue)
    {
        WriteOrdersAndLines($"order id,customer id,order date,status,amount\n1,A,2025-01-05,shipped,{amount}\n");
        using var w = new BuiltWarehouse(_exports.Path);
        Assert.Equal(revenue, w.Kpi("revenue"));
    }

    [Fact]
    public void An_order_whose_lines_are_in_two_exports_is_taken_from_the_later()
    {
        WriteOrdersAndLines("order id,customer id,order date,status\n1,A,2025-01-05,shipped\n2,B,2025-02-05,shipped\n");
        _exports.Write("order_items_march.csv", "order id,product id,quantity,price\n2,P,2,1.50\n2,R,1,1.00\n");
        using var w = new BuiltWarehouse(_exports.Path);
        Assert.Equal([("1", 25m), ("2", 4m)], w.Connection.Query<(string, decimal)>("select sale_id, amount from core.sales order by 1"));
    }

    [Fact]
    public void A_dear_line_of_many_pieces_is_counted_whole()
    {
        _exports.Write("orders.csv", "order id,customer id,order date,status\n1,A,2025-01-05,shipped\n");
        _exports.Write("order_items.csv", "order id,product id,quantity,price\n1,P,1000000,20000000.25\n");
        using var w = new LoadedWarehouse(_exports.Path);
        Assert.Equal(20_000_000_250_000d, w.Revenue);
    }

    [Fact]
    public void Orders_without_amounts_or_lines_are_nothing_to_measure()
    {
        _exports.Write("orders.csv", "order id,customer id,order date,status\n1,A,2025-01-05,shipped\n");
        var problem = Assert.Throws<ProblemException>(() => new BuiltWarehouse(_exports.Path));
        Assert.Equal(ProblemCode.NothingToMeasure, problem.Code);
    }

    [Fact]
    public void Customers_without_names_go_by_their_ids()
    {
        _exports.Write("customers.csv", "customer id,city,state\nA,Lyon,AR\nB,Paris,IF\n");
        _exports.Write("orders.csv", "customer id,date,amount\nA,2025-01-05,10\nB,2025-01-06,20\n");
        using var w = new BuiltWarehouse(_exports.Path);
        Assert.Equal(((double?)10, (double?)20), (w.Kpi("revenue", "region", "AR"), w.Kpi("revenue", "region", "IF")));
        Assert.Equal(["A", "B"], w.Connection.Query<string>("select name from core.accounts order by 1"));
    }

    public void Dispose() => _exports.Dispose();

    private void WriteWide() => _exports.Write("sales.csv", """
        Order ID,Order Date,Customer Name,Segment,City,Region,Category,Product Name,Sales,Profit
        1,2025-01-10,Ann,Corporate,Lille,North,Chairs,Stool,100.002,20.5
        2,2025-02-10,Ann,Corporate,Paris,South,Paper,Ream,100.002,40
        3,2025-01-20,Bob,Consumer,Lyon,West,Paper,Ream,30,3

        """);

    private void WriteOrdersAndLines(string orders)
    {
        _exports.Write("orders.csv", orders);
        _exports.Write("order_items.csv", "order id,product id,quantity,price\n1,P,2,10.00\n1,Q,1,5.00\n2,P,3,1.50\n");
    }
}
