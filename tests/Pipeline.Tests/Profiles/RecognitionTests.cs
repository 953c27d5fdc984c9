using Analytics.Pipeline.Profiles;

namespace Analytics.Pipeline.Tests.Profiles;

public class RecognitionTests
{
    [Theory]
    [InlineData("Nom de l’entreprise", "nom de l entreprise")]
    [InlineData("MONTANT_HT (€)", "montant ht")]
    [InlineData("AccountId", "account id")]
    [InlineData("Étape", "etape")]
    public void Headers_meet_without_accents_capitals_or_punctuation(string header, string words) =>
        Assert.Equal(words, HeaderWords.Normalise(header));

    [Theory]
    [InlineData("export.csv", "opportunities", "Opportunity Owner,Created Date,Close Date,Stage,Opportunity Number,Account Name,Product Line,Deal Type")]
    [InlineData("export.csv", "opportunities", "Id,IsDeleted,AccountId,Name,StageName,Amount,CloseDate,IsClosed,IsWon,OwnerId,CreatedDate")]
    [InlineData("x.csv", "opportunities", "Affaire - ID,Affaire - Titre,Affaire - Valeur,Affaire - Statut,Affaire - Étape,Affaire - Organisation,Affaire - Propriétaire,Affaire - Date de gain")]
    [InlineData("x.csv", "opportunities", "ID de fiche d'informations,Nom de la transaction,Phase de la transaction,Montant,Date de fermeture,Date de création,Propriétaire de la transaction")]
    [InlineData("x.csv", "accounts", "ID de fiche d'informations,Nom de l'entreprise,Secteur d'activité,Pays/Région,Ville")]
    [InlineData("x.csv", "accounts", "account,sector,year_established,revenue,employees,office_location,subsidiary_of")]
    [InlineData("x.csv", "owners", "sales_agent,manager,regional_office")]
    [InlineData("x.csv", "products", "product,series,sales_price")]
    [InlineData("x.csv", "orders", "customer_id,date,amount")]
    [InlineData("factures.csv", "orders", "Numéro;Client;Date;Total HT")]
    public void A_file_is_recognised_by_its_headers(string file, string table, string headers) =>
        Assert.Equal(table, Recognise(file, headers)!.Table.Name);

    [Theory]
    [InlineData("Table,Field,Description")]
    [InlineData("a,b,c")]
    [InlineData("date,temperature")]
    public void What_is_no_crm_table_is_not_taken_for_one(string headers) => Assert.Null(Recognise("x.csv", headers));

    [Fact]
    public void Each_header_is_used_once_and_the_rest_is_ignored()
    {
        var mapping = Recognise("x.csv", "opportunity_id,sales_agent,product,account,deal_stage,engage_date,close_date,close_value,mood")!;
        Assert.Equal(
            ["id", "owner_name", "product_name", "account_name", "stage", "created_at", "closed_at", "amount", null],
            mapping.Headers.Select(h => h.Column));
        Assert.Equal("ignored", mapping.Headers[^1].Decision);
    }

    [Fact]
    public void A_header_that_holds_all_the_words_of_a_name_is_a_guess()
    {
        var mapping = Recognise("x.csv", "Client;Date de commande;Montant total HT")!;
        var guess = mapping.Headers[2];
        Assert.Equal(("amount", "guessed"), (guess.Column, guess.Decision));
    }

    [Fact]
    public void Every_column_of_the_profile_is_a_column_of_its_table()
    {
        foreach (var (table, columns) in Profile.Generic.Columns)
            Assert.Subset(CanonicalTable.All.Single(t => t.Name == table).Columns.Keys.ToHashSet(), columns.Keys.ToHashSet());
    }

    [Fact]
    public void Every_name_of_the_profile_is_written_as_headers_are_compared()
    {
        var names = Profile.Generic.Columns.Values.SelectMany(c => c.Values).SelectMany(n => n);
        Assert.All(names, n => Assert.Equal(HeaderWords.Normalise(n), n));
    }

    private static FileMapping? Recognise(string file, string headers) =>
        Recognition.Recognise(file, headers.Split(headers.Contains(';') ? ';' : ','), Profile.Generic);
}
