using Analytics.Pipeline.Landing;
using Dapper;

namespace Analytics.Pipeline.Tests.Landing;

/// <summary>Tables with a column for each month, as people keep them in a spreadsheet.</summary>
public sealed class MonthsAcrossTests : IDisposable
{
    private readonly TemporaryFolder _exports = new();

    [Theory]
    [InlineData("janv-24", "févr-24", "mars-24", "avr-24", "mai-24", "juin-24", "juil-24", "août-24", "sept-24", "oct-24", "nov-24", "déc-24")]
    [InlineData("Janvier 2024", "Février 2024", "Mars 2024", "Avril 2024", "Mai 2024", "Juin 2024", "Juillet 2024", "Août 2024", "Septembre 2024", "Octobre 2024", "Novembre 2024", "Décembre 2024")]
    [InlineData("Jan 24", "Feb 24", "Mar 24", "Apr 24", "May 24", "Jun 24", "Jul 24", "Aug 24", "Sep 24", "Oct 24", "Nov 24", "Dec 24")]
    [InlineData("2024-01", "2024-02", "2024-03", "2024-04", "2024-05", "2024-06", "2024-07", "2024-08", "2024-09", "2024-10", "2024-11", "2024-12")]
    [InlineData("CA janv. 2024", "CA févr. 2024", "CA mars 2024", "CA avr. 2024", "CA mai 2024", "CA juin 2024", "CA juil. 2024", "CA août 2024", "CA sept. 2024", "CA oct. 2024", "CA nov. 2024", "CA déc. 2024")]
    public void The_twelve_months_are_known_in_words_and_figures(params string[] headers) =>
        Assert.Equal(Enumerable.Range(1, 12).Select(m => new DateOnly(2024, m, 1)), MonthsAcross.Of([.. headers, "Client"])!.OrderBy(m => m.Key).Select(m => m.Value));

    [Theory]
    [InlineData("Client", "janv-24", "févr-24")]
    [InlineData("Client", "CA janv 24", "Ventes janv 24", "CA févr 24")]
    [InlineData("Client", "Marché", "Mailing", "Juillet", "Décision", "Mars")]
    [InlineData("janv-24", "févr-24", "mars-24")]
    [InlineData("Client", "Fenêtres 24", "Marché 24", "Octave 24")]
    public void Two_months_a_month_twice_words_without_a_year_and_months_alone_are_no_such_table(params string[] headers) => Assert.Null(MonthsAcross.Of(headers));

    /// <summary>Three customers, five amounts; the line and the column of totals count for nothing.</summary>
    [Fact]
    public void Each_amount_is_an_order_of_its_month()
    {
        _exports.Write("CA par client.csv", """
            Client;Secteur;janv-24;févr-24;mars-24;Total
            Dupont;Bâtiment;100,50;;50;150,50
            Morel;Industrie;1 200;-;0;1200
            Faye;Industrie;;10;20;30
            Total;;1300,50;10;70;1380,50
            """);
        using var w = new BuiltWarehouse(_exports.Path);
        Assert.Equal((5, 5, 0), (w.Files[0].RowsRead, w.Files[0].RowsKept, w.Files[0].RowsRejected));
        Assert.Equal([("Dupont", "2024-01-01", 100.5), ("Dupont", "2024-03-01", 50), ("Faye", "2024-02-01", 10), ("Faye", "2024-03-01", 20), ("Morel", "2024-01-01", 1200d)],
            w.Connection.Query<(string, string, double)>("select a.name, s.sold_at::varchar, s.amount::double from core.sales as s join core.accounts as a using (account_id) order by all"));
        Assert.Equal(1230, w.Kpi("revenue", "sector", "Industrie"));
        Assert.Matches("5 amounts.*totals make none", w.Connection.QuerySingle<string>("select text_en from marts.assumptions where subject = 'months_across'"));
    }

    [Fact]
    public void Targets_and_spend_may_stand_so_too()
    {
        _exports.Write("ventes.csv", "client;commercial;date;montant\nA;Ann;05/01/2024;30\nB;Bob;06/03/2024;50\n");
        _exports.Write("objectifs.csv", "Commercial;janv-24;févr-24;mars-24\nAnn;100;100;100\nBob;200;;200\n");
        _exports.Write("budget marketing.csv", "Canal;janv-24;févr-24;mars-24\nSalon;500;;\nWeb;10;20;30\n");
        using var w = new BuiltWarehouse(_exports.Path);
        Assert.Equal([("marketing_spend", 4L), ("orders", 2), ("targets", 5)], w.Files.Select(f => (f.Table!, f.RowsKept)).Order());
        Assert.Equal((560m, 700m), w.Connection.QuerySingle<(decimal, decimal)>("select (select sum(amount) from core.marketing_spend), (select sum(value) from core.targets)"));
    }

    public void Dispose() => _exports.Dispose();
}
