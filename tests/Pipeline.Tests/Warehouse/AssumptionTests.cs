using System.Globalization;
using System.Text;
using Dapper;

namespace Analytics.Pipeline.Tests.Warehouse;

/// <summary>What exports leave open: it is decided the same way every time, and said.</summary>
public sealed class AssumptionTests : IDisposable
{
    private const string Orders = """
        N° commande;Date commande;Client;Montant HT;Statut
        C0;10/12/2024;Durand;50,00;Livrée
        C1;05/01/2025;Durand;100,00;Livrée
        C2;20/01/2025;Martin;250,50;Livrée
        C3;03/02/2025;Petit;80,00;Frobnicated
        C4;28/02/2025;Martin;40,00;Livrée

        """;

    private readonly TemporaryFolder _exports = new();

    [Fact]
    public void Orders_that_were_invoiced_count_once()
    {
        // Invoices follow by days and bear other numbers; before the first of them orders are all there is.
        _exports.Write("commandes.csv", Orders);
        _exports.Write("factures.csv", "N° facture;Date facture;Client;Montant HT\nF1;05/01/2025;Durand;100,00\nF2;31/01/2025;Martin;250,50\nF3;10/02/2025;Petit;80,00\nF4;05/03/2025;Martin;40,00\n");
        using var w = new BuiltWarehouse(_exports.Path);
        Assert.Equal(["C0", "F1", "F2", "F3", "F4"], Sales(w));
        Assert.Equal(
            [
                "commandes.csv: orders of a status that we do not know count as sales (80 in all): “Frobnicated” (1). If one of them is no sale, leave it out of the export",
                "commandes.csv: 4 orders (471) from 2025-01-05 to 2025-03-05 are set aside: the invoices are the same sales and stand for them (4 of 4 have the same customer and amount, 2 of 3 customers the same total). To count otherwise, write “sales_from: both” or “sales_from: orders” in analytics.yml",
            ],
            w.Connection.Query<string>("select text_en from marts.assumptions order by position"));
        Assert.All(w.Checks, c => Assert.Equal((c.Name, 0L), (c.Name, c.Failures)));
    }

    [Theory]
    [InlineData("both", 520.5 + 471)]
    [InlineData("orders", 520.5)]
    [InlineData("invoices", 50 + 471)]
    public void A_person_may_say_which_documents_are_the_sales(string choice, double revenue)
    {
        _exports.Write("commandes.csv", Orders);
        _exports.Write("factures.csv", "N° facture;Date facture;Client;Montant HT\nF1;05/01/2025;Durand;100,50\nF2;31/01/2025;Martin;250,50\nF3;10/02/2025;Petit;80,00\nF4;28/02/2025;Martin;40,00\n");
        _exports.Write("analytics.yml", $"sales_from: {choice}\n");
        using var w = new LoadedWarehouse(_exports.Path);
        Assert.Equal(revenue, w.Revenue);
    }

    [Fact]
    public void Invoices_that_name_their_orders_stand_for_them_whatever_their_amounts()
    {
        // C1 is invoiced in two parts, C2 with its delivery; C4 is not invoiced yet, C0 was on the first day of all.
        _exports.Write("commandes.csv", Orders);
        _exports.Write("factures.csv", "N° commande;N° facture;Date facture;Client;Montant HT\nC0;F0;02/01/2025;Durand;50,00\nC1;F1;05/01/2025;Durand;60,00\nC1;F2;06/02/2025;Durand;40,00\nC2;F3;31/03/2025;Martin;260,00\n");
        using var w = new LoadedWarehouse(_exports.Path);
        Assert.Equal(["F0", "F1", "F2", "F3"], w.Connection.Query<string>("select sale_id from core.sales order by 1"));
    }

    [Fact]
    public void Orders_and_invoices_of_other_customers_and_amounts_both_count()
    {
        _exports.Write("commandes.csv", Orders);
        _exports.Write("factures.csv", "N° facture;Date facture;Client;Montant HT\nF1;05/01/2025;Leroy;99,00\nF2;31/01/2025;Moreau;12,50\nF3;10/02/2025;Petit;81,00\n");
        using var w = new LoadedWarehouse(_exports.Path);
        Assert.Equal(520.5 + 192.5, w.Revenue);
    }

    [Fact]
    public void A_file_of_credit_notes_is_deducted()
    {
        _exports.Write("factures.csv", "N° facture;Date facture;Client;Montant HT\nF1;05/01/2025;Durand;100,00\n");
        _exports.Write("avoirs.csv", "N° avoir;Date;Client;Montant HT\nA1;06/01/2025;Durand;30,00\n");
        using var w = new LoadedWarehouse(_exports.Path);
        Assert.Equal(70, w.Revenue);
    }

    [Theory]
    [InlineData("100,100,80,80,50,50,7", 237)]
    [InlineData("60,40,30,50,20,30,7", 237)]
    [InlineData("49,49,49,49,49,49,7", 301)]
    public void Lines_that_repeat_their_orders_amount_count_once(string amounts, double revenue)
    {
        // An invoicing program writes the invoice's sum on each of its lines; another the lines' own; tickets all cost the same.
        var cells = amounts.Split(',');
        _exports.Write("invoices.csv", "Invoice Number,Invoice Date,Customer Name,Item Name,SubTotal\n"
            + string.Concat(cells.Select((amount, i) => $"I{i / 2},2025-01-0{1 + (i / 2)},Acme,Item {i},{amount}\n")));
        using var w = new LoadedWarehouse(_exports.Path);
        Assert.Equal(revenue, w.Revenue);
    }

    [Fact]
    public void A_currency_that_comes_late_in_the_file_is_found()
    {
        var rows = Enumerable.Range(0, 2100).Select(i => string.Create(CultureInfo.InvariantCulture, $"I{i},Acme,2025-01-{1 + (i % 28):00},{(i == 7 ? "€10.00" : i == 2090 ? "$10.00" : "10.00")}\n"));
        _exports.Write("invoices.csv", new StringBuilder("Invoice number,Customer,Invoice date,Amount\n").AppendJoin("", rows).ToString());
        var problem = Assert.Throws<ProblemException>(() => new LoadedWarehouse(_exports.Path));
        Assert.Equal((ProblemCode.SeveralCurrencies, "EUR, USD", "Amount"), (problem.Code, problem.Facts["currencies"], problem.Facts["column"]));
    }

    [Fact]
    public void Persons_orders_and_slips_are_brought_together()
    {
        // A public shop's layout: each order has a customer id of its own, each person one that stays; answers name the order.
        _exports.Write("customers.csv", "customer_id,customer_unique_id,customer_city,sector\na1,ann,Paris,Carpentery\na2,ann,Paris,Carpentry\nb1,bob,Lyon,Carpentry\n"
            + string.Concat(Enumerable.Range(0, 20).Select(i => $"x{i},x{i},Lille,Carpentry\n")));
        _exports.Write("orders.csv", "order_id,customer_id,order_status,order_purchase_timestamp,amount\n1,a1,delivered,2025-01-05 10:00:00,10\n2,a2,delivered,2025-02-05 10:00:00,20\n3,b1,delivered,2025-03-05 10:00:00,30\n");
        _exports.Write("order_reviews.csv", "review_id,order_id,review_score,review_comment_message,review_creation_date\nr1,2,5,bom,2025-02-10 00:00:00\nr2,3,1,,2025-03-05 00:00:00\nr3,9,4,,2025-03-04 00:00:00\n");
        using var w = new BuiltWarehouse(_exports.Path);
        Assert.Equal(((double?)2, (double?)60), (w.Kpi("customers"), w.Kpi("revenue")));
        Assert.Equal([("a1", 30m), ("b1", 30m)], w.Connection.Query<(string, decimal)>("select account_id, sum(amount) from core.sales group by 1 order by 1"));
        Assert.Equal([("r1", "a1"), ("r2", "b1")], w.Connection.Query<(string, string)>("select survey_id, account_id from core.surveys where survey_id < 'r3' order by 1"));
        Assert.Equal("Carpentry", w.Connection.QuerySingle<string>("select distinct sector from core.accounts"));
        Assert.Equal(
            ["customers.csv: customers are counted by the id that stays theirs: 23 ids are 22 customers", "order_reviews.csv: 3 rows name an order and no customer; they count for the order’s customer (1 names an order that is in no file)"],
            w.Connection.Query<string>("select text_en from marts.assumptions order by position"));
    }

    [Fact]
    public void A_complaint_that_names_an_order_is_its_customers_and_one_is_said_in_the_singular()
    {
        _exports.Write("orders.csv", "Order number,Order date,Customer,Amount,Status\n1,2025-01-05,Ann,10,delivered\n2,2025-02-05,Bob,20,delivered\n3,2025-02-06,Bob,20,cancelled\n");
        _exports.Write("tickets.csv", "Ticket ID,Order number,Created on,Reason\nt1,2,2025-02-04,broken\n");
        using var w = new LoadedWarehouse(_exports.Path);
        Assert.Equal(("2", "Bob"), w.Connection.QuerySingle<(string, string)>("select order_id, account_id from core.order_accounts"));
        Assert.Equal([("t1", "Bob")], w.Connection.Query<(string, string)>("select complaint_id, account_id from core.complaints"));
        Assert.Equal(
            ["orders.csv: 1 row “cancelled” is no sale; it is kept and counted nowhere", "tickets.csv: 1 row names an order and no customer; it counts for the order’s customer"],
            w.Assumptions);
        Assert.Equal(
            ["orders.csv\u00a0: 1 ligne «\u00a0cancelled\u00a0» n’est pas une vente\u00a0; elle est gardée et ne compte nulle part", "tickets.csv\u00a0: 1 ligne nomme une commande et pas de client\u00a0; elle compte pour le client de la commande"],
            w.Connection.Query<string>("select text_fr from marts.assumptions order by position, file, subject"));
    }

    [Fact]
    public void Deals_without_any_date_are_compared_as_of_a_day_that_is_given()
    {
        _exports.Write("winloss.csv", "Opportunity Number,Region,Opportunity Result,Opportunity Amount USD\n1,North,Won,100\n2,North,Loss,50\n3,South,Won,70\n4,South,Won,30\n");
        Assert.Equal(ProblemCode.NoDates, Assert.Throws<ProblemException>(() => new BuiltWarehouse(_exports.Path)).Code);
        using var w = new BuiltWarehouse(_exports.Path, new DateOnly(2025, 6, 30));
        Assert.Equal((0.75, 200d), (w.Kpi("win_rate_closed_by_count"), w.Kpi("revenue")));
        Assert.Contains(w.Connection.Query<string>("select text_en from marts.assumptions"), t => t.StartsWith("winloss.csv: opportunities are read as won: “Won” (3); lost: “Loss” (1)", StringComparison.Ordinal));
        Assert.Contains(w.Connection.Query<string>("select text_en from marts.assumptions"), t => t.Contains("all are taken as decided on 2025-06-30", StringComparison.Ordinal));
    }

    // Orders every month of two years, and one day among them that is none.
    [Theory]
    [InlineData("2062-03-01", 1, "2023-01-15", "2024-12-15")]
    [InlineData("1970-01-01", 4, "2023-01-15", "2024-12-15")]
    [InlineData("2025-04-30", 1, "2023-01-15", "2025-04-30")]
    [InlineData("2025-11-30", 1, "2023-01-15", "2025-11-30")]
    [InlineData("2062-03-01", 9, "2023-01-15", "2062-03-01")]
    public void A_day_far_from_all_others_is_a_slip_and_said_to_be_one(string day, int rows, string from, string to)
    {
        var months = Enumerable.Range(0, 24).Select(m => $"o{m};{new DateOnly(2023, 1, 15).AddMonths(m):yyyy-MM-dd};c{m % 5};100");
        var astray = Enumerable.Range(0, rows).Select(i => $"s{i};{day};c{i};1000");
        _exports.Write("commandes.csv", "N° commande;Date commande;Client;Montant HT\n" + string.Join('\n', months.Concat(astray)) + "\n");
        using var w = new LoadedWarehouse(_exports.Path);

        var run = w.Connection.QuerySingle<(string, string, string)>("select data_from::varchar, data_to::varchar, as_of::varchar from core.run");
        Assert.Equal((from, to, to), run);
        var isSlip = to[..4] != day[..4] && from[..4] != day[..4];
        Assert.Equal(isSlip ? 2400 : 2400 + rows * 1000, w.Revenue);
    }

    [Fact]
    public void Slips_are_told_by_file_and_a_day_that_is_asked_for_is_taken()
    {
        var months = string.Concat(Enumerable.Range(0, 24).Select(m => $"o{m};{new DateOnly(2023, 1, 15).AddMonths(m):dd/MM/yyyy};c{m % 5};100\n"));
        _exports.Write("commandes.csv", "N° commande;Date commande;Client;Montant HT\n" + months + "s;01/03/2062;c1;1000\nt;01/01/1900;c1;1000\n");
        using (var w = new BuiltWarehouse(_exports.Path))
            Assert.Equal(
                [
                    "commandes.csv\u00a0: 1 ligne porte une date très éloignée de toutes les autres (01/01/1900\u00a0; les autres vont du 15/01/2023 au 15/12/2024), prise pour une faute de frappe\u00a0: ces ventes ne comptent nulle part. Corrigez la date dans l’export",
                    "commandes.csv\u00a0: 1 ligne porte une date très éloignée de toutes les autres (01/03/2062\u00a0; les autres vont du 15/01/2023 au 15/12/2024), prise pour une faute de frappe\u00a0: ces ventes ne comptent nulle part. Corrigez la date dans l’export, ou donnez avec --as-of le jour jusqu’auquel compter",
                ],
                w.Connection.Query<string>("select text_fr from marts.assumptions where position = 32 order by subject"));
        using var asked = new LoadedWarehouse(_exports.Path, new DateOnly(2062, 3, 1));
        Assert.Equal(3400, asked.Revenue);
    }

    public void Dispose() => _exports.Dispose();

    private static IEnumerable<string> Sales(BuiltWarehouse w) => w.Connection.Query<string>("select sale_id from core.sales order by 1");
}
