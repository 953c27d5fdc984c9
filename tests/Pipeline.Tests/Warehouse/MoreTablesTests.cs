using Dapper;

namespace Analytics.Pipeline.Tests.Warehouse;

/// <summary>What else exports hold: deleted rows, people and their consent, contracts, sessions, several currencies.</summary>
public sealed class MoreTablesTests : IDisposable
{
    private readonly TemporaryFolder _exports = new();

    [Fact]
    public void Rows_of_the_recycle_bin_are_rejected_and_named()
    {
        _exports.Write("Opportunity.csv", "Id,IsDeleted,AccountId,Name,StageName,Amount,CloseDate,CreatedDate\n1,false,a,x,Closed Won,10,2025-01-31,2025-01-01\n2,true,a,y,Closed Won,99,2025-01-31,2025-01-01\n");
        using var w = new LoadedWarehouse(_exports.Path);
        Assert.Equal((2, 1, 1), (w.Files[0].RowsRead, w.Files[0].RowsKept, w.Files[0].RowsRejected));
        Assert.Equal((3L, "is_deleted", "true", "deleted"), w.Connection.QuerySingle<(long, string, string, string)>("select line, column_name, value, reason from staging.rejects"));
        Assert.Equal(10, w.Revenue);
    }

    [Fact]
    public void A_number_that_no_company_has_is_a_rejected_cell_and_its_row_is_kept()
    {
        WriteOrders();
        _exports.Write("clients.csv", "Nom;Ville;SIRET;Mail\na;Lyon;732 829 320 00074;X@A.fr\nb;Paris;73282932000075;none\n");
        using var w = new LoadedWarehouse(_exports.Path);
        Assert.Equal(2, w.Files.Single(f => f.Table == "accounts").RowsKept);
        Assert.Equal([("email", "none", "not_an_email", false), ("siren", "73282932000075", "not_a_siren", false)],
            w.Connection.Query<(string, string, string, bool)>("select column_name, value, reason, row_rejected from staging.rejects order by 1"));
        Assert.Equal([("a", "73282932000074", "x@a.fr"), ("b", null, null)], w.Connection.Query<(string, string?, string?)>("select name, siren, email from core.accounts order by name"));
    }

    [Fact]
    public void People_belong_to_their_accounts_and_a_refusal_outweighs_a_consent()
    {
        WriteOrders();
        _exports.Write("contacts.csv", "Prénom,Nom,E-mail,Entreprise,Opt-in,Désinscrit\nAda,L,ada@a.fr,a,oui,non\nBob,M,bob@a.fr,a,oui,oui\nCy,N,cy@a.fr,a,,\n");
        using var w = new LoadedWarehouse(_exports.Path);
        Assert.Equal([("Ada L", "a", true), ("Bob M", "a", false), ("Cy N", "a", null)],
            w.Connection.Query<(string, string, bool?)>("select name, account_id, consent from core.contacts order by name"));
    }

    [Fact]
    public void Contracts_and_sessions_are_tables_of_their_own()
    {
        WriteOrders();
        _exports.Write("contrats.csv", "N° de contrat;Client;Date de début;Date de fin;Montant annuel HT\nC1;a;01/02/2024;31/01/2026;1200,00\n");
        _exports.Write("ga4.csv", "Date,Session default channel group,Sessions,Key events\n20250101,Organic Search,120,3\n20250102,Direct,80,1\n");
        using var w = new LoadedWarehouse(_exports.Path);
        Assert.Equal(("C1", "a", new DateTime(2026, 1, 31), 1200m), w.Connection.QuerySingle<(string, string, DateTime, decimal)>("select contract_id, account_id, ends_at, amount from core.contracts"));
        Assert.Equal((200m, 4m), w.Connection.QuerySingle<(decimal, decimal)>("select sum(sessions), sum(leads) from core.web_sessions"));
    }

    [Fact]
    public void The_days_promised_delivered_and_paid_come_with_the_order()
    {
        _exports.Write("orders.csv", "Client;Date de commande;Montant HT;Livraison prévue le;Date de livraison;Payé le\na;01/02/2025;10,00;10/02/2025;12/02/2025;28/02/2025\nb;01/03/2025;10,00;10/03/2025;;\n");
        using var w = new LoadedWarehouse(_exports.Path, new DateOnly(2025, 3, 1));
        Assert.Equal((new DateTime(2025, 2, 10), new DateTime(2025, 2, 12), new DateTime(2025, 2, 28)),
            w.Connection.QuerySingle<(DateTime, DateTime, DateTime)>("select promised_at, delivered_at, paid_at from core.orders where account_id = 'a'"));
    }

    [Fact]
    public void Amounts_of_several_currencies_are_refused_until_a_file_gives_their_rates()
    {
        _exports.Write("orders.csv", "customer,date,amount,currency\na,2025-01-10,100,EUR\nb,2025-01-20,100,USD\nb,2025-02-20,100,USD\n");
        var problem = Assert.Throws<ProblemException>(() => new LoadedWarehouse(_exports.Path));
        Assert.Equal((ProblemCode.SeveralCurrencies, "EUR, USD"), (problem.Code, problem.Facts["currencies"]));
        _exports.Write("taux de change.csv", "Devise;Taux;Date\nUSD;0,97;01/01/2025\nUSD;0,95125;01/02/2025\n");
        using var w = new LoadedWarehouse(_exports.Path);
        Assert.Equal(100 + 97 + 95.125, w.Revenue);
    }

    [Fact]
    public void One_currency_needs_no_rate()
    {
        _exports.Write("orders.csv", "customer,date,amount,currency\na,2025-01-10,100,USD\n");
        using var w = new LoadedWarehouse(_exports.Path);
        Assert.Equal(100, w.Revenue);
    }

    public void Dispose() => _exports.Dispose();

    private void WriteOrders() => _exports.Write("orders.csv", "customer,date,amount\na,2025-01-10,1\nb,2025-01-20,2\n");
}
