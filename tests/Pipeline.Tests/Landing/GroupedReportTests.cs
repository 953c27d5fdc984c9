using Dapper;

namespace Analytics.Pipeline.Tests.Landing;

/// <summary>Reports whose rows stand in groups, as accounting programs and CRMs print them.</summary>
public sealed class GroupedReportTests : IDisposable
{
    private readonly TemporaryFolder _exports = new();

    /// <summary>Acme 100 + 50, Zoé 30; the totals count for nothing.</summary>
    [Fact]
    public void Sales_under_their_customers_name_are_that_customers()
    {
        _exports.Write("Sales by Customer Detail.csv", """
            Sales by Customer Detail,,,,,
            "January - December, 2025",,,,,

            ,Date,Transaction type,Num,Amount,Balance
            Acme,,,,,
            ,01/05/2025,Invoice,1001,"100.00",100.00
            ,01/31/2025,Invoice,1002,50.00,150.00
            Total for Acme,,,,150.00,
            Zoé,,,,,
            ,02/28/2025,Invoice,1003,30.00,30.00
            Total for Zoé,,,,30.00,
            TOTAL,,,,180.00,
            """);
        using var w = new BuiltWarehouse(_exports.Path);
        Assert.Equal((3, 3, 0), (w.Files[0].RowsRead, w.Files[0].RowsKept, w.Files[0].RowsRejected));
        Assert.Equal([("Acme", 150d), ("Zoé", 30d)], Customers(w));
        Assert.All(w.Checks, c => Assert.Equal((c.Name, 0L), (c.Name, c.Failures)));
    }

    [Fact]
    public void A_list_whose_first_header_is_empty_is_no_grouped_report()
    {
        _exports.Write("ventes.csv", ",Client,Date,Montant\n0,A,05/01/2025,10\n1,B,31/01/2025,20\n");
        using var w = new BuiltWarehouse(_exports.Path);
        Assert.Equal([("A", 10d), ("B", 20d)], Customers(w));
    }

    /// <summary>A CRM's formatted report: the account spans its deals' rows, a subtotal closes them.</summary>
    [Fact]
    public void A_cell_that_spans_rows_counts_for_each_of_them_and_subtotals_for_none()
    {
        _exports.Write("rapport.xlsx", Workbook.Of(["A2:A3", "A5:A6"], ("Rapport", "visible", string.Concat(
            Workbook.Row(1, Workbook.Text("Nom du compte  ↑"), Workbook.Text("Nom de l'opportunité"), Workbook.Text("Étape"), Workbook.Text("Montant"), Workbook.Text("Date de clôture")),
            Workbook.Row(2, Workbook.Text("Acme"), Workbook.Text("D1"), Workbook.Text("Fermée gagnée"), Workbook.Number("100"), Workbook.Date(45658)),
            Workbook.Row(3, "", Workbook.Text("D2"), Workbook.Text("Fermée gagnée"), Workbook.Number("50"), Workbook.Date(45689)),
            Workbook.Row(4, Workbook.Text("Sous-total"), Workbook.Text("Somme"), "", Workbook.Number("150")),
            Workbook.Row(5, Workbook.Text("Zoé"), Workbook.Text("D3"), Workbook.Text("Fermée gagnée"), Workbook.Number("30"), Workbook.Date(45700)),
            Workbook.Row(6, "", Workbook.Text("D4"), Workbook.Text("Fermée perdue"), Workbook.Number("70"), Workbook.Date(45710)),
            Workbook.Row(7, Workbook.Text("Sous-total"), Workbook.Text("Somme"), "", Workbook.Number("100"))))));
        using var w = new BuiltWarehouse(_exports.Path);
        Assert.Equal((6, 4, 2), (w.Files[0].RowsRead, w.Files[0].RowsKept, w.Files[0].RowsRejected));
        Assert.Equal([("Acme", 150d), ("Zoé", 30d)], Customers(w));
        Assert.Equal(1, w.Kpi("opportunities_lost"));
    }

    private static IEnumerable<(string, double)> Customers(BuiltWarehouse w) =>
        w.Connection.Query<(string, double)>("select a.name, sum(s.amount)::double from core.sales as s join core.accounts as a using (account_id) group by all order by all");

    public void Dispose() => _exports.Dispose();
}
