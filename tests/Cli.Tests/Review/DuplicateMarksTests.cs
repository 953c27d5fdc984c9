using System.Data.Common;
using Analytics.Review;

namespace Analytics.Cli.Tests.Review;

/// <summary>What the analyst marks, the next run obeys: every fact follows, nothing is lost, and the marks stay.</summary>
public sealed class DuplicateMarksTests : IDisposable
{
    private readonly Exports _exports = new();

    public DuplicateMarksTests()
    {
        _exports.Write("comptes.csv", """
            code;raison sociale;ville;téléphone;date de création
            A1;Vandermeulen SARL;Lille;0320000001;01/02/2020
            A2;VANDERMEULEN;;0320000001;01/02/2019
            A3;Ets Vandermeulen;Lille;0320000001;01/02/2021
            B1;Kerivel;Brest;0298000001;01/02/2019
            B2;Kerivel SAS;Brest;0298000001;01/02/2019
            C1;Ostrowski;Tours;;01/02/2019
            D1;Fauconnier;Angers;;01/02/2019
            E1;Tanguy;Caen;;01/02/2019
            F1;Hamelin;Rouen;;01/02/2019
            G1;Besnard;Dijon;;01/02/2019
            """);
        _exports.Write("commandes.csv", """
            code client;client;date;montant
            A1;;01/03/2024;100
            A2;;01/06/2024;200
            A3;;01/03/2025;300
            B1;;01/04/2025;1000
            B2;;01/05/2025;50
            C1;;01/06/2025;60
            D1;;01/06/2025;1
            E1;;01/06/2025;1
            F1;;01/06/2025;1
            G1;;01/06/2025;1
            ;Vandermeulen SARL;02/06/2025;7
            """);
        _exports.Write("activites.csv", "type;date;code client\nAppel;01/03/2024;A1\nAppel;02/03/2024;A3\n");
    }

    [Fact]
    public void A_yes_makes_one_account_of_two_with_all_their_facts_and_no_euro_lost()
    {
        var before = _exports.Run(Figures);
        Mark(("A1", "A2", "oui"), ("A2", "A3", " Oui "));
        var after = _exports.Run(Figures);

        Assert.Equal((10, 1721m), (before.Customers, before.Revenue));
        Assert.Equal((8, 1721m), (after.Customers, after.Revenue));
        // A2 is the oldest: it has the sales of the three and of the spelling that stood for A1, and the calls; and the town that it lacked.
        Assert.Equal([("A2", "Lille", 607m, 2L)], after.Merged);
    }

    [Fact]
    public void Every_figure_can_be_had_without_the_merges_and_the_marks_stay()
    {
        var before = _exports.Run(Kpis);
        Mark(("A1", "A2", "oui"), ("A2", "A3", "oui"));
        var merged = _exports.Run(Kpis);
        Assert.NotEqual(before, merged);
        Assert.Equal(before, _exports.RunUnmerged(Kpis));
        Assert.Equal(merged, _exports.Run(Kpis));
    }

    [Fact]
    public void What_is_announced_is_what_comes_when_all_likely_pairs_are_merged()
    {
        var announced = _exports.Run(connection => DuplicateList.Read(connection, "fr").Effects);
        Assert.Contains(announced, effect => effect is { Label: "Clients depuis l’origine", Value: 10.0, IfMerged: 7.0 });
        Mark(("A1", "A2", "oui"), ("A1", "A3", "oui"), ("A2", "A3", "oui"), ("B1", "B2", "oui"));
        var figures = _exports.Run(connection => Exports.Rows(connection, """
            select c.label_fr, k.value from marts.kpis as k join marts.kpi_catalog as c on c.kpi = k.kpi
            where k.dimension = 'all' and k.owner_id is null and k.value is not null
              and (k.kpi, k.period) in (('customers', 'ttm'), ('customers_ever', 'all'), ('customers_new', 'ttm'), ('recurring_rate', 'all'),
                ('pareto_customers', 'all'), ('pareto_top20_share', 'all'), ('basket_per_customer', 'ttm'))
            """, row => (row.GetString(0), row.GetDouble(1))));
        Assert.Equal(figures.Order(), announced.Select(effect => (effect.Label, effect.IfMerged!.Value)).Order());
        Assert.Equal(7, figures.Count);
    }

    [Fact]
    public void A_no_hides_the_pair_for_good_and_running_again_changes_nothing()
    {
        Assert.Contains(("B1", "B2"), _exports.Run(Pairs));
        Mark(("B1", "B2", "non"), ("A1", "A2", "oui"));
        Assert.DoesNotContain(("B1", "B2"), _exports.Run(Pairs));
        var file = File.ReadAllBytes(_exports.Duplicates);
        Assert.DoesNotContain(("B1", "B2"), _exports.Run(Pairs));
        Assert.Equal(file, File.ReadAllBytes(_exports.Duplicates));
    }

    [Fact]
    public void A_no_between_two_that_yeses_tie_together_is_a_contradiction_and_nothing_of_it_is_obeyed()
    {
        _exports.Run(Pairs);
        Mark(("A1", "A2", "oui"), ("A2", "A3", "oui"), ("A1", "A3", "non"), ("B1", "B2", "oui"));
        var decisions = _exports.Run(connection => Exports.Rows(connection,
            "select account_1 || account_2 || ' ' || outcome from core.duplicate_decisions order by 1", row => row.GetString(0)));
        Assert.Equal(["A1A2 contradictory", "A1A3 contradictory", "A2A3 contradictory", "B1B2 merged"], decisions);
        var marked = Workbooks.Read(_exports.Duplicates).Single(sheet => sheet.Title == "Déjà marqués").Rows;
        Assert.StartsWith("sans effet", (string)marked[1][0]!, StringComparison.Ordinal);
        Assert.Equal(["oui", "non", "oui", "oui"], marked.Skip(1).Select(row => row[1]));
    }

    [Fact]
    public void A_marked_file_among_the_exports_is_obeyed_and_never_taken_for_an_export()
    {
        _exports.Run(Pairs);
        Workbooks.Mark(_exports.Duplicates, _exports.At(Path.Combine("exports", "Duplicates (1).xlsx")), ("B1", "B2", "oui"));
        File.Delete(_exports.Duplicates);
        Assert.Equal(9, _exports.Run(Figures).Customers);
        Assert.DoesNotContain(_exports.Files, file => file.File.Contains("uplicates", StringComparison.Ordinal));
    }

    [Fact]
    public void A_mark_that_is_neither_yes_nor_no_is_rejected_and_one_for_an_account_that_is_gone_is_said()
    {
        _exports.Run(Pairs);
        Mark(("B1", "B2", "peut-être"), ("A1", "A2", "oui"));
        _exports.Write("comptes.csv", "code;raison sociale;ville\nB1;Kerivel;Brest\nB2;Kerivel SAS;Brest\n");
        _exports.Write("commandes.csv", "code client;date;montant\nB1;01/04/2025;1000\n");
        _exports.Write("activites.csv", "type;date;code client\nAppel;01/03/2025;B1\n");
        var (outcomes, rejects) = _exports.Run(connection => (
            Exports.Rows(connection, "select outcome from core.duplicate_decisions", row => row.GetString(0)),
            Exports.Rows(connection, "select file || ' ' || value || ' ' || reason from staging.rejects", row => row.GetString(0))));
        Assert.Equal(["unknown_account"], outcomes);
        Assert.Equal(["duplicates.xlsx peut-être not_a_mark"], rejects);
    }

    public void Dispose() => _exports.Dispose();

    private void Mark(params (string, string, string)[] answers) => Workbooks.Mark(_exports.Duplicates, _exports.Duplicates, answers);

    private static List<string> Kpis(DbConnection connection) => Exports.Rows(connection, "select k::varchar from marts.kpis as k order by all", row => row.GetString(0));

    private static List<(string, string)> Pairs(DbConnection connection) =>
        Exports.Rows(connection, "select account_1, account_2 from marts.duplicates where probability >= 0.9", row => (row.GetString(0), row.GetString(1)));

    private static (int Customers, decimal Revenue, List<(string, string, decimal, long)> Merged) Figures(DbConnection connection) => (
        Exports.Rows(connection, "select count(*) from marts.customers", row => (int)row.GetInt64(0))[0],
        Exports.Rows(connection, "select sum(revenue) from marts.customers", row => row.GetDecimal(0))[0],
        Exports.Rows(connection, """
            select c.account_id, c.city, c.revenue, (select count(*) from core.activities as a where a.account_id = c.account_id)
            from marts.customers as c where c.account_id in (select survivor_id from core.account_merges)
            """, row => (row.GetString(0), row.GetString(1), row.GetDecimal(2), row.GetInt64(3))));
}
