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
    [InlineData("Acheteur;Jour de vente;CA net (€)", "account_name ordered_at amount")]
    [InlineData("N° de facture;Code tiers;Nom du tiers;Date d'émission;Total HT;Total TTC", "id account_id account_name ordered_at amount -")]
    [InlineData("Réf. commande;Client - Code;Client - Raison sociale;Commande - Date;Commande - Montant (HT)", "id account_id account_name ordered_at amount")]
    [InlineData("Pedido;Cliente;Fecha de pedido;Importe total (€)", "id account_name ordered_at amount")]
    [InlineData("Número de factura;Código cliente;Razón social;Fecha factura;Base imponible", "id account_id account_name ordered_at amount")]
    [InlineData("Invoice No,Sold To,Invoice Date,Net Total (EUR)", "id account_name ordered_at amount")]
    [InlineData("order_ref,member_id,created_at,order_total", "id account_id ordered_at amount")]
    [InlineData("Order - ID,Customer - Name,Order - Date,Order - Total (USD)", "id account_name ordered_at amount")]
    public void A_lone_list_of_orders_is_understood_in_three_languages(string headers, string columns)
    {
        var mapping = Recognise("export.csv", headers)!;
        Assert.Equal("orders", mapping.Table.Name);
        Assert.Equal(columns.Split(' '), mapping.Headers.Select(h => h.Column ?? "-"));
    }

    [Theory]
    [InlineData("Pipedrive", "Affaire - Titre;Affaire - Valeur;Affaire - Organisation;Affaire - Étape;Affaire - Statut;Affaire - Date de gain", "name amount account_name stage status won_at")]
    [InlineData("Pipedrive", "Deal - Title;Deal - Value;Deal - Organization;Deal - Stage;Deal - Status;Deal - Won time", "name amount account_name stage status won_at")]
    [InlineData("Dynamics 365", "(Do Not Modify) Opportunity;(Do Not Modify) Row Checksum;(Do Not Modify) Modified On;Topic;Potential Customer;Est. close date;Est. revenue;Status;Created On", "- - modified_at name account_name closed_at amount status created_at")]
    [InlineData("Zoho", "Record Id;Deal Name;Deal Owner;Amount;Closing Date;Account Name;Stage;Lead Source;Created Time", "id name owner_name amount closed_at account_name stage channel created_at")]
    [InlineData("Odoo", "Opportunity;Customer;Salesperson;Expected Revenue;Stage;Created on;Closed Date", "name account_name owner_name amount stage created_at closed_at")]
    [InlineData("HubSpot", "Record ID;Deal Name;Deal Stage;Amount;Close Date;Create Date;Deal owner;Associated Company (Primary)", "id name stage amount closed_at created_at owner_name account_name")]
    [InlineData("generic", "Nom de l'opportunité;Société;Étape de vente;Montant estimé;Date de clôture prévue;Commercial", "name account_name stage amount closed_at owner_name")]
    [InlineData("generic", "Nombre de la oportunidad;Cuenta;Etapa;Importe;Fecha de cierre;Propietario;Motivo de pérdida", "name account_name stage amount closed_at owner_name loss_reason")]
    public void Opportunities_are_understood_and_their_crm_named(string crm, string headers, string columns)
    {
        var mapping = Recognise("export.csv", headers)!;
        Assert.Equal(("opportunities", crm), (mapping.Table.Name, mapping.Crm));
        Assert.Equal(columns.Split(' '), mapping.Headers.Select(h => h.Column ?? "-"));
    }

    [Fact]
    public void Between_two_tables_the_files_name_decides_and_without_it_neither_is_taken()
    {
        string[] headers = ["Client", "Date de gain", "Date d’achat", "Montant"];
        Assert.Null(Recognition.Recognise("export.csv", headers, [], Recognition.NoLinks, out var unsure));
        Assert.Equal("two_tables_possible", unsure);
        Assert.Equal("orders", Recognition.Recognise("factures 2025.csv", headers)!.Table.Name);
        Assert.Equal("opportunities", Recognition.Recognise("opportunites.csv", headers)!.Table.Name);
    }

    [Theory]
    [InlineData("Prénom;Nom;E-mail;Téléphone;Date de création")]
    [InlineData("First Name,Last Name,Full Name,Phone,Created Date,City")]
    public void A_list_of_people_is_not_taken_for_companies(string headers) => Assert.Equal("contacts", Recognise("people.csv", headers)!.Table.Name);

    [Fact]
    public void The_one_column_of_dates_and_the_one_of_money_are_guessed_where_their_headers_say_nothing()
    {
        var mapping = Recognition.Recognise("x.csv", ["client", "q", "r", "z"], [["a", "01/02/2025", "12,50", "1"], ["b", "03/02/2025", "9,00", "2"]])!;
        Assert.Equal(["account_name", "ordered_at", "amount", null], mapping.Headers.Select(h => h.Column));
        Assert.Equal(["understood", "guessed", "guessed", "ignored"], mapping.Headers.Select(h => h.Decision));
        Assert.Null(Recognition.Recognise("x.csv", ["client", "q", "r"], [["a", "01/02/2025", "03/02/2025"], ["b", "03/02/2025", "04/02/2025"]]));
    }

    [Fact]
    public void Values_that_are_plainly_something_else_overrule_a_header()
    {
        var mapping = Recognition.Recognise("x.csv", ["client", "date", "montant", "total"], [["a", "01/02/2025", "x@y.fr", "12,50"], ["b", "03/02/2025", "z@y.fr", "9,00"]])!;
        Assert.Equal(["account_name", "ordered_at", null, "amount"], mapping.Headers.Select(h => h.Column));
    }

    [Fact]
    public void A_bare_customer_header_is_the_key_where_its_values_are_codes_and_the_name_where_they_are_words()
    {
        string[] headers = ["Cliente", "Fecha", "Importe"];
        var codes = Recognition.Recognise("x.csv", headers, [["43000001", "01/02/2025", "12,50"], ["43000002", "03/02/2025", "9,00"]])!;
        var words = Recognition.Recognise("x.csv", headers, [["Reformas Pérez", "01/02/2025", "12,50"], ["Obras Gil", "03/02/2025", "9,00"]])!;
        Assert.Equal(("account_id", "guessed"), (codes.Headers[0].Column, codes.Headers[0].Decision));
        Assert.Equal(("account_name", "understood"), (words.Headers[0].Column, words.Headers[0].Decision));
    }

    [Fact]
    public void Orders_that_name_no_customer_are_known_by_the_address_that_ordered()
    {
        var mapping = Recognition.Recognise("x.csv", ["Order Number", "Order Date", "Order Total", "Billing Email"], [["1", "2025-02-01", "12.50", "a@x.com"], ["2", "2025-02-03", "9.00", "b@x.com"]])!;
        Assert.Equal(("orders", "account_id", "guessed"), (mapping.Table.Name, mapping.Headers[3].Column, mapping.Headers[3].Decision));
    }

    [Theory]
    [InlineData("100,00", "20,00", "120,00", "b")]
    [InlineData("100,00", "5,50", "105,50", "b")]
    [InlineData("100,00", "60,00", "160,00", "Importe")] // no tax is that high
    [InlineData("100,00", "20,00", "119,00", "Importe")] // they do not add up
    public void The_column_that_a_constant_tax_makes_up_to_the_total_is_the_amount(string net, string tax, string gross, string amount)
    {
        var mapping = Recognition.Recognise("x.csv", ["Cliente", "Fecha", "b", "c", "Importe"], [["Ana", "01/02/2025", net, tax, gross], ["Luis", "03/02/2025", net, tax, gross]])!;
        Assert.Equal(amount, mapping.Headers.Single(h => h.Column == "amount").Header);
    }

    [Theory]
    [InlineData("N° commande;Fournisseur;Désignation;Quantité;Prix unitaire")]
    [InlineData("Fournisseur;N° facture;Date facture;Montant HT")]
    public void What_was_bought_of_suppliers_is_no_sale(string headers) => Assert.Null(Recognise("x.csv", headers));

    [Fact]
    public void Of_two_columns_of_money_neither_is_guessed_though_one_is_called_what_another_table_has()
    {
        var mapping = Recognition.Recognise("x.csv", ["client", "q", "minutes", "z"], [["a", "01/02/2025", "12,50", "1,50"], ["b", "03/02/2025", "9,00", "2,50"]]);
        Assert.Null(mapping);
    }

    [Fact]
    public void Words_under_a_date_and_money_under_a_name_are_believed_rather_than_the_header()
    {
        var mapping = Recognition.Recognise("deals.csv", ["Deal name", "Stage", "Amount", "Close date", "Company", "Deal owner"], [["1200.50", "Won", "yes", "soon", "Acme", "Ann"], ["900.00", "Lost", "no", "later", "Zeta", "Bob"]])!;
        Assert.Equal([null, "stage", null, null, "account_name", "owner_name"], mapping.Headers.Select(h => h.Column));
    }

    [Theory]
    [InlineData("Code client,Nom client,Date facture,Débit,Crédit")]
    [InlineData("Konto,Kunde,Datum,Soll,Haben")]
    [InlineData("id,created_at,amount")]
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
        var mapping = Recognise("x.csv", "Client;Date de commande;Montant remisé HT")!;
        var guess = mapping.Headers[2];
        Assert.Equal(("amount", "guessed"), (guess.Column, guess.Decision));
    }

    [Fact]
    public void Every_column_of_the_profile_is_a_column_of_its_table()
    {
        foreach (var (table, columns) in Profile.Crms.Append(Profile.Generic).SelectMany(p => p.Columns))
            Assert.Subset(CanonicalTable.All.Single(t => t.Name == table).Columns.Keys.ToHashSet(), columns.Keys.ToHashSet());
    }

    [Fact]
    public void Every_name_of_the_profile_is_written_as_headers_are_compared()
    {
        var profiles = Profile.Crms.Append(Profile.Generic).ToList();
        var names = profiles.SelectMany(p => p.Columns.Values).SelectMany(c => c.Values).SelectMany(n => n)
            .Concat(profiles.SelectMany(p => p.Shared.Values.Concat(p.Signs).Concat(p.Ignored.Values)).SelectMany(n => n));
        Assert.All(names, n => Assert.Equal(HeaderWords.Normalise(n), n.TrimEnd('?')));
    }

    private static FileMapping? Recognise(string file, string headers) =>
        Recognition.Recognise(file, headers.Split(headers.Contains(';') ? ';' : ','));
}
