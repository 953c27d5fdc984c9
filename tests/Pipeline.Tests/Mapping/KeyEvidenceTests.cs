using Dapper;

namespace Analytics.Pipeline.Tests.Mapping;

/// <summary>A column that is called next to nothing is told by whose keys it holds.</summary>
public sealed class KeyEvidenceTests : IDisposable
{
    private const string Accounts = "Code client;Raison sociale;Ville\nK-100;Durand SA;Lyon\nK-200;Martin SARL;Paris\nK-300;Petit SAS;Lille\nK-400;Leroy SA;Nantes\n";
    private readonly TemporaryFolder _exports = new();

    [Theory]
    [InlineData("Ref")]
    [InlineData("Code")]
    [InlineData("Compte")]
    [InlineData("Zq")]
    public void A_column_of_another_files_keys_is_the_customer(string header)
    {
        // The accounts' file comes after by its name.
        _exports.Write("clients.csv", Accounts);
        _exports.Write("a.csv", $"{header};Date;Montant HT\nK-100;05/01/2025;10,00\nK-200;06/01/2025;20,00\nK-300;07/01/2025;30,00\nK-100;08/01/2025;40,00\n");
        using var w = new LoadedWarehouse(_exports.Path);
        var column = w.Files.Single(f => f.File == "a.csv").Columns[0];
        Assert.Equal(("account_id", "guessed"), (column.Column, column.Decision));
        Assert.Equal([("Durand SA", 50m), ("Martin SARL", 20m), ("Petit SAS", 30m)],
            w.Connection.Query<(string, decimal)>("select a.name, sum(s.amount) from core.sales as s join core.accounts as a using (account_id) group by all order by 1"));
    }

    [Fact]
    public void A_column_of_salespeoples_keys_is_the_salesperson()
    {
        _exports.Write("commerciaux.csv", "Code commercial;Nom du commercial;Équipe\nV-AA;Ann;Nord\nV-BB;Bob;Sud\nV-CC;Cid;Sud\n");
        _exports.Write("commandes.csv", "N° commande;Client;Code;Date;Montant HT\n1;Durand;V-AA;05/01/2025;10,00\n2;Martin;V-BB;06/01/2025;20,00\n3;Petit;V-CC;07/01/2025;30,00\n4;Petit;V-AA;08/01/2025;40,00\n");
        using var w = new LoadedWarehouse(_exports.Path);
        Assert.Equal([("V-AA", 50m), ("V-BB", 20m), ("V-CC", 30m)], w.Connection.Query<(string, decimal)>("select owner_id, sum(amount) from core.sales group by all order by 1"));
    }

    [Theory]
    [InlineData("X-1", "X-2", "X-3")] // no other file knows them
    [InlineData("K-100", "X-2", "X-3")] // a third of them
    [InlineData("1", "2", "3")] // small numbers are the keys of everything
    public void Values_that_are_mostly_no_keys_say_nothing(string a, string b, string c)
    {
        _exports.Write("clients.csv", Accounts + "1;Un;Lyon\n2;Deux;Lyon\n3;Trois;Lyon\n");
        _exports.Write("deals.csv", "Client;Montant;Date\nDurand SA;1;05/01/2025\n");
        _exports.Write("z.csv", $"Zq;Date;Montant HT\n{a};05/01/2025;10,00\n{b};06/01/2025;20,00\n{c};07/01/2025;30,00\n");
        using var w = new LoadedWarehouse(_exports.Path);
        Assert.Null(w.Files.Single(f => f.File == "z.csv").Table);
    }

    public void Dispose() => _exports.Dispose();
}
