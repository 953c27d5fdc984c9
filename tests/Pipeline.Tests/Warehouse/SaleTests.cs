using Dapper;

namespace Analytics.Pipeline.Tests.Warehouse;

/// <summary>What counts as a sale, and for how much, in the layouts of well-known public files and of French invoicing programs.</summary>
public sealed class SaleTests : IDisposable
{
    private readonly TemporaryFolder _exports = new();

    [Theory]
    [InlineData("InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country")]
    [InlineData("Invoice,StockCode,Description,Quantity,InvoiceDate,Price,Customer ID,Country")]
    public void A_list_of_lines_with_prices_and_quantities_alone_is_enough(string header)
    {
        _exports.Write("online_retail.csv", header + """

            489434,85048,15CM CHRISTMAS GLASS BALL 20 LIGHTS,12,12/1/2009 7:45,6.95,13085,United Kingdom
            489434,79323P,PINK CHERRY LIGHTS,12,12/1/2009 7:45,6.75,13085,United Kingdom
            C489449,22087,PAPER BUNTING WHITE LACE,-12,12/1/2009 10:33,2.95,16321,Australia
            489450,21888,BINGO SET,4,12/13/2009 10:33,3.75,,Australia
            """);
        using var warehouse = new LoadedWarehouse(_exports.Path);
        Assert.Equal([("489434", 164.4), ("489450", 15), ("C489449", -35.4)], warehouse.Connection.Query<(string, double)>("select sale_id, amount::double from core.sales order by sale_id"));
        Assert.Equal(["21888", "22087", "79323P", "85048"], warehouse.Connection.Query<string>("select product_id from core.orders order by 1"));
    }

    [Fact]
    public void Lines_statuses_kinds_and_currencies_give_the_amounts_that_a_person_would_add_up()
    {
        // Online Retail: a price a unit, cancellations whose number begins with C, lines without a customer.
        _exports.Write("OnlineRetail.csv", """
            InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country
            536365,85123A,WHITE HANGING HEART T-LIGHT HOLDER,6,12/1/2010 8:26,2.55,17850,United Kingdom
            536365,71053,WHITE METAL LANTERN,6,12/1/2010 8:26,3.39,17850,United Kingdom
            C536379,D,Discount,-1,12/13/2010 9:41,27.5,14527,United Kingdom
            536414,22139,,56,12/1/2010 11:52,0,,United Kingdom
            536544,21773,DECORATIVE ROSE,2,12/1/2010 14:32,2.51,,United Kingdom
            """);
        // A price alone is the row's amount.
        _exports.Write("tickets.csv", "Receipt number,Customer,Day,Price\nT1,Paul,2025-03-01,12.50\nT2,Anne,2025-03-02,7\n");
        // Northwind's details: the discount is a share. A French list of lines: it is of a hundred.
        _exports.Write("Order Details.csv", "OrderID,CustomerID,OrderDate,UnitPrice,Quantity,Discount\n10248,VINET,2025-03-04,14,12,0\n10250,HANAR,2025-03-08,10,10,0.15\n");
        _exports.Write("lignes de vente.csv", "N° facture;Client;Date facture;Qté;P.U. HT;Remise %\nFL1;Durand;05/03/2025;3;10,50;10 %\nFL2;Durand;06/03/2025;2;100,00;\n");
        // A journal of sales with drafts, cancellations and credit notes written without their sign.
        _exports.Write("Journal des ventes.csv", """
            N° pièce;Type de pièce;Date pièce;Code tiers;Total HT;Statut
            FA1;Facture;26/04/2025;411001;1 072,34;Comptabilisée
            FA2;Facture;27/04/2025;411001;500,00;Annulée
            FA3;Facture;28/04/2025;411002;300,00;Brouillon
            AV1;Avoir;29/04/2025;411001;72,34;Comptabilisé
            FA4;Facture;30/04/2025;411002;40,00;Partiellement annulée
            DE1;Devis;02/05/2025;411002;9 999,00;Envoyé
            """);
        // "State" is a place.
        _exports.Write("superstore.csv", "Order ID,Order Date,Customer Name,State,Sales,Quantity,Discount\nCA-1,2025-05-05,Claire Gute,Void County,261.96,2,0.2\n");
        // Currencies inside the cells, brought to euros.
        _exports.Write("invoices.csv", "Invoice number;Customer;Invoice date;Amount\nI1;Acme;02/06/2025;\"1 234,56 €\"\nI2;Acme;03/06/2025;$10,00\nI3;Acme;04/06/2025;CHF 20,00\n");
        _exports.Write("rates.csv", "currency;rate\nUSD;0,5\nCHF;2\n");
        // Shopify: cancelled on a day.
        _exports.Write("orders_export.csv", "Name,Financial Status,Paid at,Created at,Cancelled at,Subtotal,Billing Name\n#1001,paid,2025-06-10,2025-06-10,,30.00,Zoe\n#1002,paid,2025-06-11,2025-06-11,2025-06-12,99.00,Zoe\n#1003,voided,,2025-06-12,,98.00,Zoe\n");

        using var warehouse = new BuiltWarehouse(_exports.Path);
        Assert.All(warehouse.Files, f => Assert.Equal((f.File, f.File == "rates.csv" ? "rates" : "orders", 0L), (f.File, f.Table, f.RowsRejected)));
        var sales = warehouse.Connection.Query<(string, decimal)>("select sale_id, amount from core.sales order by 1").ToDictionary(s => s.Item1, s => s.Item2, StringComparer.Ordinal);
        Assert.Equal(new Dictionary<string, decimal>(StringComparer.Ordinal)
        {
            ["536365"] = 6 * 2.55m + 6 * 3.39m,
            ["C536379"] = -27.5m,
            ["536414"] = 0,
            ["536544"] = 5.02m,
            ["T1"] = 12.5m,
            ["T2"] = 7,
            ["10248"] = 168,
            ["10250"] = 85,
            ["FL1"] = 28.35m,
            ["FL2"] = 200,
            ["FA1"] = 1072.34m,
            ["AV1"] = -72.34m,
            ["FA4"] = 40,
            ["CA-1"] = 261.96m,
            ["I1"] = 1234.56m,
            ["I2"] = 5,
            ["I3"] = 40,
            ["#1001"] = 30,
        }.OrderBy(s => s.Key, StringComparer.Ordinal), sales.OrderBy(s => s.Key, StringComparer.Ordinal));
        Assert.Equal(
            [("Annulée", "cancelled", 1L), ("Avoir", "credit", 1L), ("Brouillon", "draft", 1L), ("Devis", "draft", 1L), ("voided", "cancelled", 1L)],
            warehouse.Connection.Query<(string, string, long)>(
                "select case when status_says(status, 'cancelled') or status_says(status, 'draft') then status else kind end as said, counts_as, sum(\"rows\")::bigint from core.order_statuses where counts_as <> 'sale' group by all order by said"));
        Assert.All(warehouse.Checks, c => Assert.Equal((c.Name, 0L), (c.Name, c.Failures)));
    }

    public void Dispose() => _exports.Dispose();
}
