using System.Text;
using Dapper;

namespace Analytics.Pipeline.Tests.Landing;

/// <summary>Tables as programs and people really write them: titles above, totals below, headers twice.</summary>
public sealed class LayoutTests : IDisposable
{
    private readonly TemporaryFolder _exports = new();

    [Fact]
    public void A_report_with_titles_above_and_notes_below_keeps_its_rows_and_names_the_rest()
    {
        _exports.Write("report.csv", """
            Closed deals by owner

            Filtered By:  Stage equals Closed Won
            Opportunity Name,Account Name,Stage,Close Date,Amount
            One,Alpha,Closed Won,2025-01-31,100.50
            Two,"Beta, Inc.",Closed Won,2025-02-28,200.00
            Opportunity Name,Account Name,Stage,Close Date,Amount
            Three,Total,Closed Won,2025-03-31,300.00
            Total,,,,600.50
            ,,,,
            Confidential Information - Do Not Distribute
            "Copyright © 2000-2025 salesforce.com, inc. All rights reserved."

            """);
        using var w = new LoadedWarehouse(_exports.Path);
        Assert.Equal((8, 3, 5), Rows(w));
        Assert.Equal(
            [(7L, "repeated_header"), (9L, "total_row"), (10L, "blank_row"), (11L, "note_row"), (12L, "note_row")],
            w.Connection.Query<(long, string)>("select line, reason from staging.rejects order by line"));
        Assert.Equal(
            [("One", 5L, 100.5m), ("Two", 6L, 200m), ("Three", 8L, 300m)],
            w.Connection.Query<(string, long, decimal)>("select name, _row, amount from staging.opportunities order by _row"));
    }

    [Theory]
    [InlineData("sep=;\r\nclient;date;montant\r\na;31/12/2025;1,5\r\n")]
    [InlineData("\uFEFFsep=;\nclient;date;montant\na;31/12/2025;1,5\n")]
    [InlineData("\uFEFFclient;date;montant;\na;31/12/2025;1,5;\n")]
    [InlineData("client;;date;montant;montant;\na;;31/12/2025;1,5;9;\n")]
    [InlineData("\r\n\r\nclient;date;montant\r\na;31/12/2025;1,5\r\n")]
    [InlineData("client;date;montant\ra;31/12/2025;1,5\r")]
    [InlineData("'client','date','montant'\n'a','31/12/2025','1,5'\n")]
    [InlineData("client|date|montant\na|31/12/2025|1,5\n")]
    [InlineData("Ventes de l’année;;\nPériode;2025;\nclient;date;montant\na;31/12/2025;1,5\n")]
    public void One_order_is_found_however_the_table_is_laid_out(string text)
    {
        _exports.Write("export.csv", text);
        using var w = new LoadedWarehouse(_exports.Path);
        Assert.Equal((1, 1, 0), Rows(w));
        Assert.Equal(("a", new DateTime(2025, 12, 31), 1.5m), w.Connection.QuerySingle<(string, DateTime, decimal)>("select account_id, ordered_at, amount from core.orders"));
    }

    [Fact]
    public void Columns_that_stand_apart_by_spaces_are_columns()
    {
        var rows = string.Concat(Enumerable.Range(1, 20).Select(i => $" {i:00000} 19970112  1   12.{i:00}\r\n"));
        _exports.Write("orders.txt", $" customer_id  date number_of_cds  dollar_value\r\n{rows} 00002 19970112\r\n");
        using var w = new LoadedWarehouse(_exports.Path);
        Assert.Equal((21, 20, 1), Rows(w));
        Assert.Equal(20 * 12 + 2.10, w.Revenue);
        Assert.Equal((22L, "too_few_columns"), w.Connection.QuerySingle<(long, string)>("select line, reason from staging.rejects"));
    }

    [Fact]
    public void A_list_without_headers_is_told_from_its_values()
    {
        _exports.Write("orders.txt", string.Concat(Enumerable.Range(0, 20).Select(i => $" {i / 2:00000} 19970{1 + i % 9}01  {1 + i % 3}   {10 + i}.50\r\n")));
        using var w = new LoadedWarehouse(_exports.Path);
        Assert.Equal((20, 20, 0), Rows(w));
        Assert.Equal(10, w.Connection.ExecuteScalar<int>("select count(*) from core.accounts"));
        Assert.Equal((10 + 29) * 10 + 20 * 0.5, w.Revenue);
        Assert.Equal(["guessed", "guessed", "ignored", "guessed"], w.Files[0].Columns.Select(c => c.Decision));
    }

    [Theory]
    [InlineData("CDNOW_master.txt", 69_659, 23_570)]
    [InlineData("CDNOW_sample.txt", 6_919, 2_357)]
    public void A_research_file_loads_as_it_was_published(string name, int orders, int customers)
    {
        File.Copy(Path.Combine(RealData.Folder("cdnow"), name), Path.Combine(_exports.Path, name));
        using var w = new LoadedWarehouse(_exports.Path);
        Assert.Equal((orders, orders, 0), Rows(w));
        Assert.Equal(customers, w.Connection.ExecuteScalar<int>("select count(*) from core.accounts"));
    }

    [Theory]
    [InlineData(28605, "ISO-8859-15", "Café des Œuvres;31/12/2025;1,50 €")]
    [InlineData(10000, "Mac Roman", "Café des Œuvres;31/12/2025;1,50 €")]
    [InlineData(1252, "Windows-1252", "L’Œuvre, café;31/12/2025;1,50 €")]
    [InlineData(28591, "Windows-1252", "Café des oeuvres;31/12/2025;1,50")]
    public void Code_pages_are_told_by_the_letters_that_their_bytes_would_be(int page, string name, string row)
    {
        var encoding = CodePagesEncodingProvider.Instance.GetEncoding(page) ?? Encoding.GetEncoding(page);
        _exports.Write("ventes.csv", $"client;date;montant\r\n{row}\r\n", encoding);
        using var w = new LoadedWarehouse(_exports.Path);
        Assert.Equal(name, w.Files[0].Encoding);
        Assert.Equal(row.Split(';')[0], w.Connection.ExecuteScalar<string>("select name from core.accounts"));
        Assert.Equal(1.5, w.Revenue);
    }

    public void Dispose() => _exports.Dispose();

    private static (long, long, long) Rows(LoadedWarehouse w)
    {
        var file = Assert.Single(w.Files);
        return (file.RowsRead, file.RowsKept, file.RowsRejected);
    }
}
