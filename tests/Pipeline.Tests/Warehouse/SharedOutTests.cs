using Dapper;

namespace Analytics.Pipeline.Tests.Warehouse;

/// <summary>An order whose lines do not add up to it is shared out among them, to the cent.</summary>
public sealed class SharedOutTests : IDisposable
{
    private readonly TemporaryFolder _exports = new();

    public SharedOutTests() => _exports.Write("products.csv", "product id,name,family\nP,Pump,Water\nQ,Quick valve,Water\nR,Radiator,Heat\n");

    [Fact]
    public void Shares_are_in_proportion_and_what_is_left_goes_to_the_largest_remainders()
    {
        Write("1,A,2025-01-05,100.00\n2,A,2025-01-06,50\n3,A,2025-01-07,0.05\n4,A,2025-01-08,-10.00\n5,A,2025-01-09,33.333\n6,A,2025-01-10,10.00\n",
            "1,P,30,\n1,Q,30,\n1,R,30,\n2,P,10,\n2,R,30,\n3,P,1,\n3,Q,1,\n3,R,1,\n4,P,1,\n4,R,2,\n5,P,1,\n5,R,1,\n6,P,1,\n6,R,6,\n");
        using var w = new BuiltWarehouse(_exports.Path);
        Assert.Equal(
            [
                // Equal remainders: the cent that is left goes to the first line.
                ("1 P", 33.34m), ("1 Q", 33.33m), ("1 R", 33.33m),
                ("2 P", 12.50m), ("2 R", 37.50m),
                ("3 P", 0.02m), ("3 Q", 0.02m), ("3 R", 0.01m),
                ("4 P", -3.33m), ("4 R", -6.67m),
                // A total with a fraction of a cent is shared to the ten thousandth.
                ("5 P", 16.6665m), ("5 R", 16.6665m),
                // 142.86 and 857.14 cents: the first has the larger remainder.
                ("6 P", 1.43m), ("6 R", 8.57m),
            ],
            w.Connection.Query<(string, decimal)>("select concat_ws(' ', order_id, product_id), amount from core.orders order by 1"));
        Assert.Equal(100 + 50 + 0.05 - 10 + 33.333 + 10, w.Kpi("revenue")!.Value, 9);
        Assert.Equal(33.33 + 37.50 + 0.01 - 6.67 + 16.6665 + 8.57, w.Kpi("revenue", "family", "Heat")!.Value, 9);
        Assert.DoesNotContain(w.Checks, c => c.Failures > 0);
    }

    [Fact]
    public void Lines_that_tell_no_proportion_leave_the_order_whole_and_its_family_unknown()
    {
        // A line without an amount, lines against one another, lines of nothing.
        Write("1,A,2025-01-05,100\n2,A,2025-01-06,50\n3,A,2025-01-07,8\n4,A,2025-01-08,2\n", "1,P,30,\n1,R,,\n2,P,10,\n2,R,-30,\n3,P,0,\n3,R,0,\n4,P,2,\n");
        using var w = new BuiltWarehouse(_exports.Path);
        Assert.Equal(((double?)158, (double?)2, (double?)160), (w.Kpi("revenue", "family", "(unknown)"), w.Kpi("revenue", "family", "Water"), w.Kpi("revenue")));
        var said = w.Connection.QuerySingle<(string En, string Fr)>("select text_en, text_fr from marts.assumptions where file = 'order_items.csv'");
        Assert.StartsWith("order_items.csv: 3 orders have lines that do not add up", said.En, StringComparison.Ordinal);
        Assert.EndsWith("ses lignes ne donnant pas de proportion", said.Fr, StringComparison.Ordinal);
        Assert.DoesNotContain(w.Checks, c => c.Failures > 0);
    }

    [Fact]
    public void Lines_that_repeat_the_orders_amount_tell_whose_families_were_bought_and_not_for_how_much()
    {
        _exports.Write("orders.csv", "order id,customer id,order date,product id,amount\n" +
            "1,A,2025-01-05,P,40\n1,A,2025-01-05,R,40\n2,A,2025-01-06,P,75\n2,A,2025-01-06,R,75\n3,B,2025-01-07,P,30\n3,B,2025-01-07,Q,30\n4,B,2025-01-08,R,11\n");
        using var w = new BuiltWarehouse(_exports.Path);
        Assert.Equal(
            [("family", "(unknown)", 115d), ("family", "Heat", 11d), ("family", "Water", 30d), ("product", "(unknown)", 145d), ("product", "Radiator", 11d)],
            w.Connection.Query<(string, string, double)>("select dimension, segment, value from marts.kpis where kpi = 'revenue' and dimension in ('family', 'product') and period = 'all' and owner_id is null order by 1, 2"));
        Assert.Equal(["A Heat", "A Heat", "A Water", "A Water", "B Heat", "B Water"], w.Connection.Query<string>("select concat_ws(' ', account_id, family) from per_customer.family_purchases order by 1"));
        Assert.DoesNotContain(w.Checks, c => c.Failures > 0);
    }

    [Fact]
    public void An_orders_cost_is_shared_out_where_its_lines_have_none()
    {
        _exports.Write("orders.csv", "order id,customer id,order date,amount,cost\n1,A,2025-01-05,40,10\n2,A,2025-01-06,80,30\n3,A,2025-01-07,60,20\n");
        // 1: lines that add up, without costs; 2: by costs of 1 to 2, not by amounts of 3 to 1; 3: lines that add up, with costs of their own.
        _exports.Write("order_items.csv", "order id,product id,amount,cost\n1,P,10,\n1,R,30,\n2,P,75,5\n2,R,25,10\n3,P,30,7\n3,R,30,9\n");
        using var w = new BuiltWarehouse(_exports.Path);
        Assert.Equal([("1 P", 10m, 2.5m), ("1 R", 30m, 7.5m), ("2 P", 60m, 10m), ("2 R", 20m, 20m), ("3 P", 30m, 7m), ("3 R", 30m, 9m)],
            w.Connection.Query<(string, decimal, decimal)>("select concat_ws(' ', order_id, product_id), amount, cost from core.orders order by 1"));
        Assert.Equal(180 - 10 - 30 - 16, w.Kpi("margin"));
    }

    public void Dispose() => _exports.Dispose();

    private void Write(string orders, string lines)
    {
        _exports.Write("orders.csv", "order id,customer id,order date,amount\n" + orders);
        _exports.Write("order_items.csv", "order id,product id,amount,cost\n" + lines);
    }
}
