using Dapper;

namespace Analytics.Pipeline.Tests.Warehouse;

/// <summary>What programs write in two columns: amounts and their tax, days and amounts expected and real; and losses that only their reason tells.</summary>
public sealed class DealAndTaxTests : IDisposable
{
    private readonly TemporaryFolder _exports = new();

    /// <summary>100 and 20 % of tax, 50 and 5.5 %, a credit of 10 and 20 %: 140 in all.</summary>
    [Fact]
    public void Tax_that_stands_beside_an_amount_with_tax_is_taken_off()
    {
        _exports.Write("ventes.csv", "Date;Client;Montant TTC;TVA\n05/01/2025;A;120,00;20,00\n06/01/2025;B;52,75;2,75\n31/01/2025;A;-12,00;-2,00\n");
        using var w = new BuiltWarehouse(_exports.Path);
        Assert.Equal(140, w.Kpi("revenue"));
        Assert.Contains("ventes.csv: the tax (“TVA”) is taken off each amount (“Montant TTC”): sales count without it", w.Connection.Query<string>("select text_en from marts.assumptions"));
    }

    [Theory]
    [InlineData("Date;Client;Montant HT;TVA\n05/01/2025;A;100,00;20,00\n06/01/2025;B;50,00;2,75\n31/01/2025;A;30,00;6,00\n", 180)] // 20 of 100 is as well 25 % of 80: the amount is without.
    [InlineData("Date;Client;Net;VAT;Gross\n05/01/2025;A;100,00;20,00;120,00\n06/01/2025;B;50,00;10,00;60,00\n31/01/2025;A;30,00;6,00;36,00\n", 180)]
    [InlineData("Date;Client;Montant TTC;Remise\n05/01/2025;A;120,00;20,00\n06/01/2025;B;60,00;10,00\n", 180)]
    public void Nothing_is_taken_off_an_amount_without_tax(string sales, double revenue)
    {
        _exports.Write("ventes.csv", sales);
        using var w = new LoadedWarehouse(_exports.Path);
        Assert.Equal(revenue, w.Revenue);
    }

    [Fact]
    public void Amounts_with_tax_and_nothing_else_are_said_to_be()
    {
        _exports.Write("ventes.csv", "Date;Client;Total TTC\n05/01/2025;A;120,00\n06/01/2025;B;60,00\n31/01/2025;A;36,00\n");
        using var w = new BuiltWarehouse(_exports.Path);
        Assert.Equal(216, w.Kpi("revenue"));
        Assert.Contains(w.Connection.Query<string>("select text_fr from marts.assumptions"), t => t.StartsWith("ventes.csv\u00a0: les montants sont TTC («\u00a0Total TTC\u00a0»)", StringComparison.Ordinal));
    }

    /// <summary>A won deal is worth what it brought, even where that is not what was estimated; a lost or open one, whose real revenue is 0 or empty, what it was estimated at.</summary>
    [Fact]
    public void Deals_have_what_is_real_once_they_are_won_and_what_is_expected_until_then()
    {
        _exports.Write("opportunités.csv", """
            Rubrique;Client potentiel;Revenu estimé;Revenu réel;Date de clôture estimée;Date de clôture réelle;Statut;Créé le
            D1;A;1000;900;10/02/2025;20/02/2025;Gagnée;05/01/2025
            D2;B;2000;0;15/02/2025;25/02/2025;Perdue;06/01/2025
            D3;C;4000;;15/03/2025;;Ouverte;07/01/2025
            D4;D;8000;;15/09/2026;;Ouverte;28/02/2025
            """);
        using var w = new BuiltWarehouse(_exports.Path);
        Assert.Equal(
            [("D1", 900d, "2025-02-20", null), ("D2", 2000d, "2025-02-25", null), ("D3", 4000d, null, "2025-03-15"), ("D4", 8000d, null, "2026-09-15")],
            w.Connection.Query<(string, double, string?, string?)>("select name, amount::double, closed_at::varchar, expected_at::varchar from core.opportunities order by 1"));
        Assert.Equal(900d / 2900, w.Kpi("win_rate_closed_by_amount")!.Value, 12);
        Assert.All(w.Checks, c => Assert.Equal((c.Name, 0L), (c.Name, c.Failures)));
    }

    [Fact]
    public void The_one_day_and_the_one_amount_are_real_whatever_they_are_called()
    {
        _exports.Write("opportunités.csv", "Nom;Client;Montant estimé;Clôture prévue;Étape;Créée le\nD1;A;1000;20/02/2025;Gagnée;05/01/2025\nD2;B;500;25/02/2025;Perdue;06/01/2025\n");
        using var w = new LoadedWarehouse(_exports.Path);
        Assert.Equal(1000, w.Revenue);
    }

    [Fact]
    public void Deals_with_a_reason_of_loss_are_lost_where_no_status_says_it()
    {
        _exports.Write("deals.csv", "Name,Company,Stage,Won,Amount,Created,Closed,Lost reason\nD1,A,Quote,Yes,100,2025-01-05,2025-02-05,\nD2,B,Quote,No,200,2025-01-06,2025-02-25,Price\nD3,C,Quote,,300,2025-01-07,,\n");
        using var w = new BuiltWarehouse(_exports.Path);
        Assert.Equal((1d, 1d, 1d), (w.Kpi("opportunities_won"), w.Kpi("opportunities_lost"), w.Kpi("opportunities_open")));
        Assert.Contains(w.Connection.Query<string>("select text_en from marts.assumptions"), t => t.EndsWith("No status says that one is lost: those with a reason of loss are", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("", "Lost", 1)] // a status says which are lost
    [InlineData("New need", "Quote", 2)] // the won one has a reason too: it is no reason of loss
    public void A_reason_says_nothing_where_a_status_does_or_where_won_deals_have_one(string wonReason, string stage, double open)
    {
        _exports.Write("deals.csv", $"Name,Company,Stage,Won,Amount,Created,Closed,Lost reason\nD1,A,Quote,Yes,100,2025-01-05,2025-02-05,{wonReason}\nD2,B,{stage},No,200,2025-01-06,2025-02-25,\nD3,C,Quote,No,300,2025-01-07,2025-02-28,Price\n");
        using var w = new BuiltWarehouse(_exports.Path);
        Assert.Equal(open, w.Kpi("opportunities_open"));
    }

    /// <summary>A column that says neither stage nor status in its header, but won and lost in its values.</summary>
    [Fact]
    public void A_column_of_won_and_lost_is_how_deals_ended_whatever_it_is_called()
    {
        _exports.Write("affaires.csv", "Affaire;Client;Montant;Créée le;Clôturée le;Bilan\nD1;A;100;05/01/2025;05/02/2025;Gagné\nD2;B;200;06/01/2025;25/02/2025;Perdu\nD3;C;300;07/01/2025;;En cours\n");
        using var w = new BuiltWarehouse(_exports.Path);
        Assert.Equal((1d, 1d, 1d), (w.Kpi("opportunities_won"), w.Kpi("opportunities_lost"), w.Kpi("opportunities_open")));
    }

    /// <summary>An answer of a shop's programming interface: orders inside an object, each with its customer and its lines.</summary>
    [Fact]
    public void Orders_inside_an_object_are_its_rows()
    {
        _exports.Write("orders.json", """
            {"orders": [
              {"id": 1, "created_at": "2025-01-05T10:00:00+01:00", "subtotal_price": "100.00", "total_tax": "20.00", "total_price": "120.00", "customer": {"id": 7, "default_address": {"company": "Acme"}}, "line_items": [{"sku": "S", "price": "100.00"}]},
              {"id": 2, "created_at": "2025-02-05T10:00:00+01:00", "subtotal_price": "50.00", "total_tax": "10.00", "total_price": "60.00", "customer": {"id": 8, "default_address": {"company": "Zoé"}}, "line_items": []}]}
            """);
        using var w = new LoadedWarehouse(_exports.Path);
        Assert.Equal(150, w.Revenue);
        Assert.Equal(["Acme", "Zoé"], w.Connection.Query<string>("select name from core.accounts order by 1"));
    }

    public void Dispose() => _exports.Dispose();
}
