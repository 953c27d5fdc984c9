using Dapper;

namespace Analytics.Pipeline.Tests.Real;

/// <summary>Files as an office program itself writes them: hidden columns, a merged title, two sheets, dates as serials, formulas' results.</summary>
public sealed class OfficeTests(OfficeFiles files) : IClassFixture<OfficeFiles>
{
    [Theory]
    [InlineData("xlsx")]
    [InlineData("xls")]
    public void A_workbook_of_a_real_program_loads_whole(string format)
    {
        using var exports = files.Converted(format, "export");
        using var w = new BuiltWarehouse(exports.Path);
        Assert.Equal([("Commandes", "orders", 4L, 3L), ("Clients", "accounts", 2, 2)], w.Files.Select(f => (f.File.Split('/')[1], f.Table!, f.RowsRead, f.RowsKept)));
        Assert.Equal("total_row", w.Connection.QuerySingle<string>("select reason from staging.rejects"));
        ExpectOrders(w);
        Assert.Equal(("Œuvres d’été", "Évry"), w.Connection.QuerySingle<(string, string)>("select name, city from core.accounts where account_id = 'C2'"));
    }

    [Fact]
    public void A_text_of_a_real_program_in_windows_1252_loads_whole()
    {
        using var exports = files.Converted("csv:Text - txt - csv (StarCalc):59,34,1,1", "export");
        using var w = new BuiltWarehouse(exports.Path);
        Assert.Equal(("Windows-1252", ";", 4L, 3L), (w.Files[0].Encoding, w.Files[0].Separator, w.Files[0].RowsRead, w.Files[0].RowsKept));
        ExpectOrders(w);
    }

    private static void ExpectOrders(BuiltWarehouse w) => Assert.Equal(
        [("C1", new DateTime(2025, 1, 31), 1250.5m), ("C2", new DateTime(2025, 2, 28), 99.99m), ("C1", new DateTime(2025, 12, 31), 2501m)],
        w.Connection.Query<(string, DateTime, decimal)>("select account_id, ordered_at, amount from core.orders order by ordered_at"));
}
