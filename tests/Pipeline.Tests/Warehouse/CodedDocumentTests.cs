using Dapper;

namespace Analytics.Pipeline.Tests.Warehouse;

public sealed class CodedDocumentTests : IDisposable
{
    private readonly TemporaryFolder _exports = new();

    public void Dispose() => _exports.Dispose();

    [Fact]
    public void A_program_that_says_by_a_number_what_a_document_is_has_its_quotes_orders_and_purchases_left_out_and_its_credits_deducted()
    {
        _exports.Write("F_DOCENTETE.csv", """
            DO_Domaine;DO_Type;DO_Piece;DO_Date;DO_Tiers;CO_No;DO_TotalHT;DO_TotalTTC
            0;0;DE001;02/09/2024;C1;1;999,00;1198,80
            0;1;BC001;03/09/2024;C1;1;100,00;120,00
            0;3;BL001;05/09/2024;C1;1;100,00;120,00
            0;7;FA001;12/09/2024;C1;1;100,00;120,00
            0;6;FA002;14/09/2024;C2;2;50,50;60,60
            0;5;AV001;20/09/2024;C1;1;10,00;12,00
            1;16;FF001;21/09/2024;F1;1;70,00;84,00
            1;15;FA003;22/09/2024;F1;1;30,00;36,00
            2;20;ME001;23/09/2024;D1;1;20,00;20,00
            """);
        using var warehouse = new LoadedWarehouse(_exports.Path);

        Assert.Equal(("orders", "Sage 100"), (warehouse.Files[0].Table, warehouse.Files[0].Crm));
        Assert.Equal([("AV001", -10m), ("FA001", 100m), ("FA002", 50.5m)], warehouse.Connection.Query<(string, decimal)>("select sale_id, amount from core.sales order by 1"));
    }

    [Fact]
    public void A_number_that_is_no_code_stays_as_it_is_and_is_named()
    {
        _exports.Write("F_DOCENTETE.csv", "DO_Type;DO_Piece;DO_Date;DO_Tiers;DO_TotalHT\n7;FA001;12/09/2024;C1;100,00\n97;FA002;13/09/2024;C2;40,00\n");
        using var warehouse = new LoadedWarehouse(_exports.Path);

        Assert.Equal(["facture comptabilisée", "97"], warehouse.Connection.Query<string>("select kind from core.order_entries order by id"));
    }
}
