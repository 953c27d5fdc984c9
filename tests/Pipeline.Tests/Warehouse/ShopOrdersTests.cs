using Dapper;

namespace Analytics.Pipeline.Tests.Warehouse;

/// <summary>Shops' orders: lines among their orders, buyers without an account or a company.</summary>
public sealed class ShopOrdersTests : IDisposable
{
    private readonly TemporaryFolder _exports = new();

    /// <summary>
    /// #1: 2 candles at 10 and a soap at 4, 24 in all. #2: a candle at 10. #3: 3 candles at 10 and 2 soaps at 5, of 40 five taken off: 26.25 and 8.75.
    /// </summary>
    [Fact]
    public void An_amount_on_an_orders_first_line_is_the_orders_and_its_lines_share_it()
    {
        _exports.Write("orders_export.csv", """
            Name,Email,Financial Status,Paid at,Subtotal,Created at,Lineitem quantity,Lineitem name,Lineitem price,Billing Name
            #1,a@ex.fr,paid,2025-01-05 09:00:00 +0100,24.00,2025-01-05 08:59:00 +0100,2,Candle,10.00,Anne Roux
            #1,a@ex.fr,,,,2025-01-05 08:59:00 +0100,1,Soap,4.00,
            #2,l@ex.fr,paid,2025-02-05 09:00:00 +0100,10.00,2025-02-05 08:59:00 +0100,1,Candle,10.00,Luc Nil
            #3,a@ex.fr,paid,2025-07-05 00:10:00 +0200,35.00,2025-07-05 00:09:00 +0200,3,Candle,10.00,Anne Roux
            #3,a@ex.fr,,,,2025-07-05 00:09:00 +0200,2,Soap,5.00,
            """);
        using var w = new BuiltWarehouse(_exports.Path);
        Assert.Equal((5, 5, 0), (w.Files[0].RowsRead, w.Files[0].RowsKept, w.Files[0].RowsRejected));
        Assert.Equal([("Candle", 56.25), ("Soap", 12.75)], Revenue(w, "product"));
        Assert.Equal([("Anne Roux", "2025-01-05", 24d), ("Anne Roux", "2025-07-05", 35d), ("Luc Nil", "2025-02-05", 10d)], w.Connection.Query<(string, string, double)>(
            "select a.name, s.sold_at::varchar, s.amount::double from core.sales as s join core.accounts as a using (account_id) order by all"));
        Assert.All(w.Checks, c => Assert.Equal((c.Name, 0), (c.Name, c.Failures)));
    }

    [Fact]
    public void Buyers_without_a_company_go_by_their_names_and_guests_are_not_one_customer()
    {
        _exports.Write("orders.csv", """
            Order ID,Order Status,Order Date,Customer User,Billing First Name,Billing Last Name,Billing Company,Order Subtotal Amount
            1,Completed,2025-01-05 10:00,0,Anne,Roux,,20
            2,Completed,2025-02-05 10:00,0,Luc,Nil,,30
            3,Completed,2025-03-05 10:00,0,Anne,Roux,,40
            4,Completed,2025-04-05 10:00,7,Zoé,Faye,Morel SARL,50
            """);
        using var w = new BuiltWarehouse(_exports.Path);
        Assert.Equal([("Anne Roux", 60d), ("Luc Nil", 30d), ("Morel SARL", 50d)], Customers(w));
    }

    [Fact]
    public void Two_customers_of_one_last_name_are_two_beside_their_first_names()
    {
        _exports.Write("ventes.csv", "Nom;Prénom;Date;Montant\nMartin;Anne;05/01/2025;20\nMartin;Luc;25/02/2025;30\nMartin;Anne;05/03/2025;40\n");
        using var w = new BuiltWarehouse(_exports.Path);
        Assert.Equal([("Anne Martin", 60d), ("Luc Martin", 30d)], Customers(w));
    }

    [Fact]
    public void A_row_without_an_amount_is_worth_its_price_times_its_quantity()
    {
        _exports.Write("commandes.csv", "N° commande;Client;Date;Produit;Quantité;Prix unitaire;Montant\n1;A;05/01/2025;X;2;10;20\n2;B;25/02/2025;X;3;10;\n3;A;05/03/2025;Y;1;4;4\n");
        using var w = new BuiltWarehouse(_exports.Path);
        Assert.Equal([("A", 24d), ("B", 30d)], Customers(w));
    }

    public void Dispose() => _exports.Dispose();

    private static IEnumerable<(string, double)> Customers(BuiltWarehouse w) => w.Connection.Query<(string, double)>(
        "select a.name, sum(s.amount)::double from core.sales as s join core.accounts as a using (account_id) group by all order by all");

    private static IEnumerable<(string, double)> Revenue(BuiltWarehouse w, string dimension) => w.Connection.Query<(string, double)>(
        "select segment, value from marts.kpis where kpi = 'revenue' and dimension = $dimension and period = 'all' and owner_id is null order by segment", new { dimension });
}
