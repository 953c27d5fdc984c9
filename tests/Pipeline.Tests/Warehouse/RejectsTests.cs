using System.Text;
using Dapper;

namespace Analytics.Pipeline.Tests.Warehouse;

/// <summary>Rows read = rows kept + rows rejected, and every loss is named.</summary>
public sealed class RejectsTests : IDisposable
{
    private static readonly Encoding Windows1252 = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;
    private readonly TemporaryFolder _exports = new();

    [Fact]
    public void A_french_export_with_known_dirt_keeps_the_rest_and_names_each_loss()
    {
        _exports.Write("commandes.csv", string.Join("\r\n",
            "Client;Date de commande;Montant HT;Coût;Commentaire",
            "Bœuf & Cie;31/12/2025;1 234,56 €;1\u00a0000,00;",
            "Bœuf & Cie;31/02/2025;10,00;5,00;impossible day",
            "Bœuf & Cie;01/12/2025;à définir;5,00;amount in words",
            "Bœuf & Cie;02/12/2025;20,00;cher;unreadable cost",
            "Bœuf & Cie;03/12/2025",
            "Bœuf & Cie;04/12/2025;30,00;1,00;\"two\r\nlines\"",
            ""), Windows1252);

        using var w = new LoadedWarehouse(_exports.Path);

        var file = Assert.Single(w.Files);
        Assert.Equal(("orders", "Windows-1252", ";"), (file.Table, file.Encoding, file.Separator));
        Assert.Equal((6, 3, 3), (file.RowsRead, file.RowsKept, file.RowsRejected));
        Assert.Equal(1284.56, w.Revenue);
        Assert.Equal(
            [
                (3L, "ordered_at", "31/02/2025", "not_a_date", true), (4L, "amount", "à définir", "not_a_number", true),
                (5L, "cost", "cher", "not_a_number", false), (6L, "", "Bœuf & Cie;03/12/2025", "too_few_columns", true),
            ],
            w.Connection.Query<(long, string, string, string, bool)>("select line, column_name, value, reason, row_rejected from staging.rejects order by line"));
        Assert.Equal("Bœuf & Cie", w.Connection.ExecuteScalar<string>("select name from core.accounts"));
    }

    [Fact]
    public void Rows_after_a_broken_one_keep_their_own_place()
    {
        _exports.Write("orders.csv", "customer,date,amount\na,2025-01-01,1\nb,2025-01-02\nc,2025-01-03,3\nd,2025-01-04\ne,2025-01-05,5\n");
        using var w = new LoadedWarehouse(_exports.Path);
        Assert.Equal([("a", 2L), ("c", 4L), ("e", 6L)], w.Connection.Query<(string, long)>("select account_id, _row from core.orders order by _row"));
    }

    [Fact]
    public void Required_cells_that_are_blank_reject_their_row()
    {
        _exports.Write("orders.csv", "customer,date,amount\na,2025-01-01,1\na,,2\na,2025-01-01,\n");
        using var w = new LoadedWarehouse(_exports.Path);
        Assert.Equal((3, 1, 2), (w.Files[0].RowsRead, w.Files[0].RowsKept, w.Files[0].RowsRejected));
        Assert.All(w.Connection.Query<string>("select reason from staging.rejects"), r => Assert.Equal("missing_required", r));
    }

    [Theory]
    [InlineData("'; drop table core.orders; --", "Robert'); DROP TABLE students;--")]
    [InlineData("<script>alert(1)</script>", "\u202Egnp.exe")]
    [InlineData("\"\"quoted\"\"", "{\"json\": 1}")]
    public void Hostile_headers_and_names_are_text(string header, string name)
    {
        _exports.Write("orders.csv", $"customer,date,amount,\"{header}\"\n\"{name.Replace("\"", "\"\"")}\",2025-01-01,1,x\n");
        using var w = new LoadedWarehouse(_exports.Path);
        Assert.Equal(name, w.Connection.ExecuteScalar<string>("select name from core.accounts"));
        Assert.Equal(header.Replace("\"\"", "\""), w.Connection.ExecuteScalar<string>("select header from staging.columns where decision = 'ignored'"));
    }

    [Fact]
    public void Names_that_no_list_holds_are_news_only_where_there_is_a_list()
    {
        _exports.Write("orders.csv", "customer,date,amount\nAlpha,2025-01-01,1\nBeta,2025-01-02,2\n");
        using (var alone = new BuiltWarehouse(_exports.Path)) Assert.Empty(alone.Links);
        _exports.Write("accounts.csv", "name,sector\nALPHA,Steel\n");
        using var listed = new BuiltWarehouse(_exports.Path);
        Assert.Equal([new LinkReport("account", "Alpha", "ALPHA", 1), new LinkReport("account", "Beta", null, 1)], listed.Links);
    }

    [Fact]
    public void A_file_name_with_pattern_signs_and_quotes_is_one_file()
    {
        _exports.Write("orders [2025] 'a'.csv", "customer,date,amount\na,2025-01-01,1\n");
        _exports.Write("orders 2.csv", "customer,date,amount\nb,2025-01-02,2\n");
        using var w = new LoadedWarehouse(_exports.Path);
        Assert.Equal(3, w.Revenue);
    }

    [Fact]
    public void Utf16_and_utf8_with_a_mark_are_read()
    {
        _exports.Write("orders.csv", [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes("client;date;montant\r\nÉté;31/12/2025;1,5\r\n")]);
        _exports.Write("orders2.csv", [.. Encoding.UTF8.GetPreamble(), .. "client;date;montant\nŒuvre;30/12/2025;2,5\n"u8]);
        using var w = new LoadedWarehouse(_exports.Path);
        Assert.Equal(4, w.Revenue);
        Assert.Equal(["Été", "Œuvre"], w.Connection.Query<string>("select name from core.accounts order by name"));
    }

    [Fact]
    public void What_is_no_table_is_left_out_and_said_so()
    {
        _exports.Write("orders.csv", "customer,date,amount\na,2025-01-01,1\n");
        _exports.Write("letter.txt", "Dear customer\nthank you\n");
        _exports.Write("empty.csv", "");
        _exports.Write("binary.csv", [1, 0, 2, 0, 3]);
        _exports.Write("picture.png", [137, 80]);
        using var w = new LoadedWarehouse(_exports.Path);
        var notes = w.Files.Where(f => f.Table is null).ToDictionary(f => f.File, f => f.Note);
        Assert.Equal(
            new Dictionary<string, string?> { ["letter.txt"] = "no_columns", ["empty.csv"] = "empty_file", ["binary.csv"] = "binary_file", ["picture.png"] = "format_not_read" },
            notes);
    }

    [Fact]
    public void A_column_that_is_not_what_its_header_says_is_left_out()
    {
        _exports.Write("orders.csv", "customer,date,amount,cost\na,2025-01-01,1,cheap\nb,2025-01-02,2,dear\n");
        using var w = new BuiltWarehouse(_exports.Path);
        Assert.Equal("ignored", w.Files[0].Columns.Single(c => c.Header == "cost").Decision);
        Assert.Null(w.Kpi("margin"));
        Assert.Equal("orders.cost", w.Connection.ExecuteScalar<string>("select missing from marts.kpi_catalog where kpi = 'margin'"));
    }

    [Fact]
    public void Several_currencies_in_one_column_are_refused_with_their_list()
    {
        _exports.Write("orders.csv", "customer;date;amount\na;2025-01-01;10 €\nb;2025-01-02;$12\n");
        var problem = Assert.Throws<ProblemException>(() => new LoadedWarehouse(_exports.Path));
        Assert.Equal((ProblemCode.SeveralCurrencies, "EUR, USD", "amount"), (problem.Code, problem.Facts["currencies"], problem.Facts["column"]));
    }

    [Fact]
    public void The_whole_file_decides_the_order_of_day_and_month_where_its_first_records_leave_it_open()
    {
        var rows = Enumerable.Range(0, 5000).Select(i => $"c{i},{1 + i % 12:00}/01/2025,1").Append("late,12/31/2025,1");
        _exports.Write("orders.csv", "customer,date,amount\n" + string.Join('\n', rows) + "\n");
        using var w = new LoadedWarehouse(_exports.Path);
        Assert.Equal((5001, 5001, 0), (w.Files[0].RowsRead, w.Files[0].RowsKept, w.Files[0].RowsRejected));
        Assert.Equal(new DateTime(2025, 12, 31), w.Connection.ExecuteScalar<DateTime>("select max(ordered_at) from core.orders"));
    }

    public void Dispose() => _exports.Dispose();
}
