using Analytics.Dashboards.Tests.Browser;
using Analytics.Dashboards.Tests.Warehouse;
using Microsoft.Playwright;

namespace Analytics.Dashboards.Tests;

public class QualityTests(Chromium browser)
{
    [Fact]
    public async Task Every_row_read_is_accounted_for()
    {
        await using var opened = await browser.Open(Pages.French, View.Desktop.At("data"));

        Assert.Equal("8 932 lignes lues = 8 927 gardées + 5 rejetées", await opened.Text("#data-title"));
        Assert.Contains("8 805 lues = 8 800 gardées + 5 rejetées", await opened.Texts(".file-balance"), StringComparer.Ordinal);
    }

    [Fact]
    public async Task A_file_says_how_it_was_read_and_why_rows_were_left_out()
    {
        await using var opened = await browser.Open(Pages.English, View.Desktop.At("data"));

        await opened.Find("[data-file^=opportunités] summary").ClickAsync();

        var text = await opened.Text("[data-file^=opportunités]");
        Assert.Contains("windows-1252", text, StringComparison.Ordinal);
        Assert.Contains("too few columns: 4 rows rejected", text, StringComparison.Ordinal);
        Assert.Contains("not a number: 1 value left empty, its row kept", text, StringComparison.Ordinal);
        Assert.Contains("a_reason_of_tomorrow: 1 row rejected", text, StringComparison.Ordinal);
        Assert.Contains("Phase → stage guessed", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_left_out_is_grouped_by_cause_with_examples_the_remedy_and_where_all_of_it_is()
    {
        await using var opened = await browser.Open(Pages.French, View.Desktop.At("data"));

        Assert.Equal(["Trop peu de colonnes", "A_reason_of_tomorrow", "Pas un nombre"], await opened.Texts("#left-out h4"));
        var first = await opened.Text("#left-out .card");
        Assert.Contains("4 lignes écartées", first, StringComparison.Ordinal);
        Assert.Contains("Refaire l’export.", first, StringComparison.Ordinal);
        Assert.Contains("ligne 204", first, StringComparison.Ordinal);
        Assert.Contains("rejects.xlsx", await opened.Text("#left-out .rule"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Possible_duplicates_are_shown_with_their_evidence_and_what_merging_them_would_change()
    {
        await using var opened = await browser.Open(Pages.English, View.Desktop.At("data"));

        Assert.Equal("2 pairs of accounts may be one company (1 likely)", await opened.Text("#duplicates-title"));
        var remarks = await opened.Texts("#duplicates .rule");
        Assert.Contains("Marks obeyed – merged: 3, kept apart: 1.", remarks, StringComparer.Ordinal);
        Assert.Contains(remarks, remark => remark.StartsWith("3 marks are not obeyed", StringComparison.Ordinal));
        Assert.Contains(remarks, remark => remark.StartsWith("4 groups of more than 50 accounts", StringComparison.Ordinal));
        Assert.Equal(["SAS DUPONT", "Dupont S.A.S.", "99.3%", "same name; same town"], (await opened.Texts("#duplicates tbody tr:has-text('DUPONT') td"))[..4]);
    }

    [Fact]
    public async Task A_figure_if_merged_says_its_period_and_no_pair_is_certain()
    {
        using var warehouse = TestWarehouse.WithFigures();
        TestWarehouse.Execute(warehouse, "UPDATE marts.duplicates SET probability = 1 WHERE name_1 = 'SAS DUPONT'");
        await using var opened = await browser.Open(Dashboard.Html(warehouse, new DashboardOptions { Language = "fr" }), View.Desktop.At("data"));

        Assert.Equal("12 derniers mois", await opened.Text("#duplicates tbody tr:first-child td:nth-child(2)"));
        Assert.Equal("> 99,9 %", (await opened.Texts("#duplicates tbody tr:has-text('DUPONT') td"))[2]);
    }

    [Theory]
    [InlineData("en", "not recognised as a table of a CRM")]
    [InlineData("fr", "aucune table de CRM reconnue")]
    public async Task A_file_left_out_says_why_in_the_readers_words(string language, string why)
    {
        using var warehouse = TestWarehouse.WithFigures();
        TestWarehouse.Execute(warehouse, "UPDATE staging.files SET note = 'no_table_recognised' WHERE table_name IS NULL");
        await using var opened = await browser.Open(Dashboard.Html(warehouse, new DashboardOptions { Language = language }), View.Desktop.At("data"));

        Assert.Equal(why, await opened.Text(".file-ignored .file-balance"));
    }

    [Fact]
    public async Task What_was_assumed_is_said()
    {
        await using var opened = await browser.Open(Pages.French, View.Desktop.At("data"));

        Assert.Equal(["orders.csv : un statut inconnu"], await opened.Texts("#assumptions li"));
    }

    [Fact]
    public async Task Names_read_as_another_are_told_with_their_rows()
    {
        await using var opened = await browser.Open(Pages.English, View.Desktop.At("data"));

        var cards = await opened.Texts(".cards li");

        Assert.Contains("“GTXPro” read as “GTX Pro” – 1,480 rows: opportunities", cards, StringComparer.Ordinal);
        Assert.Contains("“Ghost Ltd” found nowhere – 1 row: opportunities", cards, StringComparer.Ordinal);
    }

    [Fact]
    public async Task Failed_checks_and_missing_exports_are_named()
    {
        await using var opened = await browser.Open(Pages.English, View.Desktop.At("data"));

        Assert.Equal("1 check failed", await opened.Text(".failed p"));
        Assert.Contains("The export “orders or invoices” would bring: Margin", await opened.Texts(".cards li"), StringComparer.Ordinal);
    }

    [Fact]
    public async Task The_model_card_puts_each_measure_beside_its_baseline()
    {
        await using var opened = await browser.Open(Pages.English, View.Desktop.At("trust"));

        Assert.Equal(["0.774 0.741 – 0.806"], await opened.Texts("[data-question=churn] [data-metric=auc] td"));
        Assert.StartsWith("On customers that it had not seen", await opened.Text("#trust .lead"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_scores_the_page_says_why_and_names_no_one()
    {
        using var warehouse = TestWarehouse.WithFigures();
        TestWarehouse.Execute(warehouse, "DELETE FROM marts.scores");
        await using var opened = await browser.Open(Dashboard.Html(warehouse), View.Desktop.At("keep"));

        Assert.StartsWith("On customers that it had not seen", await opened.Text("#watch .empty"), StringComparison.Ordinal);
        await opened.Find("nav a").First.ClickAsync();
        await Assertions.Expect(opened.Find($"[data-kpi={Tile.ExpectedLosses}] .tile-value")).ToHaveTextAsync("n/a");
        opened.HasNoComplaint();
    }

    [Fact]
    public async Task A_column_that_lacks_is_named_in_words_and_as_no_export_of_its_own()
    {
        using var warehouse = TestWarehouse.Open("contract", "empty");
        TestWarehouse.Execute(warehouse, """
            insert into marts.tables values ('orders.cost', 2, 'a cost column in the orders', 'une colonne de coût dans les commandes', 0);
            insert into marts.kpi_catalog values ('margin', 2, 'amount', 'sum', 'up', 'orders.cost', 'orders.cost', 'Margin', 'Marge', 'Revenue - cost.', 'CA - coût.', '', '');
            """);
        await using var opened = await browser.Open(Dashboard.Html(warehouse, new() { Language = "fr" }), View.Desktop.At("data"));

        Assert.Contains("Avec une colonne de coût dans les commandes : Marge", await opened.Texts(".cards li"), StringComparer.Ordinal);
        Assert.Contains("L’export « commandes ou factures » apporterait : Chiffre d’affaires", await opened.Texts(".cards li"), StringComparer.Ordinal);
        opened.HasNoComplaint();
    }
}
