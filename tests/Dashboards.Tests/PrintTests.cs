using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Analytics.Dashboards.Tests.Browser;
using Analytics.Dashboards.Tests.Warehouse;
using Microsoft.Playwright;

namespace Analytics.Dashboards.Tests;

/// <summary>The page on paper: what the browser's own PDF says of it, and what is on its sheets.</summary>
public class PrintTests(Chromium browser)
{
    private static readonly string[] Chapters = [.. DashboardOptions.AllPages];

    [Fact]
    public async Task Every_chapter_is_in_the_pdf_on_a_sheet_of_its_own_and_the_contents_lead_to_it()
    {
        await using var opened = await browser.Open(Pages.English, View.Desktop);

        var pdf = Encoding.Latin1.GetString(await opened.Page.PdfAsync(new() { Format = "A4", PrintBackground = true }));

        var sheets = SheetsOf(pdf);
        var begins = Chapters.Select(chapter => sheets.IndexOf(Group(pdf, $@"/view-{chapter} \[(\d+) 0 R"))).ToList();
        Assert.Equal(0, begins[0]);
        Assert.Equal(begins.Order().Distinct(), begins);
        Assert.Equal(Chapters, Matches(pdf, @"/Dest /view-(\w+)").Select(link => link.Groups[1].Value));
        opened.HasNoComplaint();
    }

    [Fact]
    public async Task The_last_sheet_is_the_last_chapters()
    {
        await using var opened = await browser.Open(Pages.English, View.Desktop);
        var sheets = await Count();

        await opened.Page.EvaluateAsync("document.querySelector('footer').remove()");

        Assert.Equal(await Count(), sheets);

        async Task<int> Count() => SheetsOf(Encoding.Latin1.GetString(await opened.Page.PdfAsync(new() { Format = "A4", PrintBackground = true }))).Count;
    }

    [Theory]
    [InlineData("en", "Contents", "2. Segments", "Period: Year 2025")]
    [InlineData("fr", "Sommaire", "2. Segments", "Période : Année 2025")]
    public async Task Sheets_show_all_chapters_the_contents_and_what_was_chosen_and_nothing_is_wider_than_they(string language, string contents, string chapter, string chosen)
    {
        await using var opened = await browser.Open(Pages.In(language), new View(718, 1000) { Hash = "#period=year:2025-01-01" });

        await opened.Page.EvaluateAsync("dispatchEvent(new Event('beforeprint'))");
        await opened.Page.EmulateMediaAsync(new() { Media = Media.Print });

        Assert.Contains(contents, await opened.Text(".contents"), StringComparison.Ordinal);
        Assert.Equal(Chapters.Length, await opened.Find(".contents li:visible").CountAsync());
        Assert.Contains(chapter, await opened.Texts(".chapter-name:visible"));
        Assert.Equal(chosen, await opened.Text(".slicers .on-paper:visible"));
        foreach (var name in Chapters)
            Assert.True(await opened.Find($"#view-{name} > section h2:visible").CountAsync() > 0, name);
        Assert.Equal(0, await opened.Find("nav:visible, input[type=search]:visible, .csv:visible, .more:visible").CountAsync());
        Assert.False(await opened.ScrollsSideways());
        Assert.Equal("rgb(255, 255, 255)", await opened.Page.EvaluateAsync<string>("getComputedStyle(document.body).backgroundColor"));
    }

    /// <summary>An A4 sheet less the margins of the style sheet, in the browser's pixels.</summary>
    private const double SheetHeight = (297 - 11 - 14) * 96 / 25.4;

    [Theory]
    [InlineData("en")]
    [InlineData("fr")]
    public async Task The_year_stands_on_the_first_sheet_with_the_indicators(string language)
    {
        await using var opened = await Printed(Pages.Of(language, "outlook"));

        Assert.True(await opened.Page.EvaluateAsync<double>("document.querySelector('#outlook').getBoundingClientRect().bottom + scrollY") <= SheetHeight);
    }

    [Fact]
    public async Task Rows_that_only_paper_shows_are_ruled_like_the_others_and_their_names_are_whole()
    {
        await using var opened = await Printed(Pages.English);

        Assert.True(await opened.Find("tbody tr.on-paper-only:visible").CountAsync() > 0);
        Assert.Equal(0, await opened.Page.EvaluateAsync<int>("[...document.querySelectorAll('.data-table tbody tr:not(:last-child) > *')].filter(cell => getComputedStyle(cell).borderBottomWidth === '0px').length"));
        Assert.Equal(0, await opened.Page.EvaluateAsync<int>("[...document.querySelectorAll('.data-table td .who bdi')].filter(name => name.scrollWidth > name.clientWidth + 1).length"));
    }

    [Fact]
    public async Task What_is_open_over_the_page_is_printed_alone()
    {
        await using var opened = await browser.Open(Pages.English, View.Desktop);
        await opened.Find("[data-kpi=basket_per_order] .tile-open").ClickAsync();

        var pdf = Encoding.Latin1.GetString(await opened.Page.PdfAsync(new() { Format = "A4", PrintBackground = true }));

        Assert.Single(SheetsOf(pdf));
        await opened.Page.EmulateMediaAsync(new() { Media = Media.Print });
        Assert.True(await opened.Find("dialog .formula").IsVisibleAsync());
        Assert.Equal(0, await opened.Find("main:visible, h1:visible, dialog .close:visible").CountAsync());
    }

    [Fact]
    public async Task A_list_of_many_salespeople_goes_on_over_the_sheets_and_leaves_no_title_alone()
    {
        using var warehouse = TestWarehouse.WithFigures("team");
        TestWarehouse.Execute(warehouse, """
            insert into marts.owner_profiles select 'o' || i, 'Seller ' || i, 1000 * i, 500 * i, true, 0.2, 800, 0.65, 'hunter', true from range(40) as r(i);
            insert into marts.kpis select 'revenue', 'all', 'all', 'o' || i, 'month', make_date(2025, m::integer, 1), make_date(2025, m::integer, 1) + interval 1 month, null, null, 1000 + i, 5, 0, null, null from range(40) as r(i), range(1, 13) as s(m);
            insert into marts.kpis select 'win_rate_closed_by_count', 'all', 'all', 'o' || i, 'all', date '2023-01-02', date '2026-01-01', 50, 100, 0.5, 100, 0, 0.4, 0.6 from range(40) as r(i);
            insert into marts.kpis select 'calls', 'all', 'all', 'o' || i, 'ttm', date '2025-01-01', date '2026-01-01', 120, null, 120, 300, 0, null, null from range(40) as r(i);
            """);
        await using var opened = await Printed(Dashboard.Html(warehouse));

        Assert.Equal(44, await opened.Find("#team .score").CountAsync());
        Assert.Empty(await opened.Page.EvaluateAsync<string[]>($"[...document.querySelectorAll('#view-team *')].filter(part => getComputedStyle(part).breakInside === 'avoid' && part.getBoundingClientRect().height > {SheetHeight.ToString(CultureInfo.InvariantCulture)} * 0.7).map(part => part.closest('[id]').id)"));
    }

    [Theory]
    [InlineData("en")]
    [InlineData("fr")]
    public async Task No_letters_are_too_small_to_read_and_nothing_touches_the_edge_of_the_sheet(string language)
    {
        await using var opened = await Printed(Pages.In(language));

        Assert.Empty(await opened.Page.EvaluateAsync<string[]>("""
            [...document.querySelectorAll('main :is(text, p, small, span, td, th, li)')].filter(part => part.checkVisibility() && part.textContent.trim()).flatMap(part => {
                const scale = part.closest('svg') ? Math.hypot(part.getScreenCTM().a, part.getScreenCTM().b) : 1;
                return scale * parseFloat(getComputedStyle(part).fontSize) < 7.4 ? [part.textContent] : [];
            })
            """));
        Assert.True(await opened.Page.EvaluateAsync<double>("Math.max(...[...document.querySelectorAll('.card, .tile, .findings, .chart, .table-scroll, .contents')].map(part => part.getBoundingClientRect().right))") <= 717);
        Assert.True(await opened.Page.EvaluateAsync<bool>("(chart => chart.offsetWidth > 0.95 * (chart.nextElementSibling.offsetLeft - chart.offsetLeft - 8))(document.querySelector('#effort .bubbles'))"));
    }

    [Fact]
    public async Task The_curve_that_nobody_waited_for_counts_its_customers_too()
    {
        await using var opened = await Printed(Pages.English);

        Assert.Equal(["0", "20", "40", "60", "80"], (await opened.Texts("#pareto-chart .sketch text")).Where(text => text.All(char.IsDigit)));
    }

    [Fact]
    public async Task Paper_names_the_customers_to_develop_and_asks_for_no_click()
    {
        await using var opened = await Printed(Pages.English);

        Assert.Equal("Client 18", await opened.Text("#quadrant-names tbody td:visible"));
        Assert.Equal(20, await opened.Find("#quadrant-names tbody tr:visible").CountAsync());
        Assert.False(await opened.Find("#matrix .on-screen").IsVisibleAsync());
        Assert.Equal("none", await opened.Page.EvaluateAsync<string>("getComputedStyle(document.querySelector('.findings button'), '::after').display"));
        Assert.EndsWith("and what else counts to you.", (await opened.Find("#effort .lead").InnerTextAsync()).Trim(), StringComparison.Ordinal);
        Assert.EndsWith("or name customers to act on.", (await opened.Find("#findings .rule").InnerTextAsync()).Trim(), StringComparison.Ordinal);

        await opened.Page.EmulateMediaAsync(new() { Media = Media.Screen });
        await opened.Page.EvaluateAsync("location.hash = 'page=pareto'");
        Assert.Equal(0, await opened.Find("#quadrant-names tr:visible").CountAsync());
    }

    [Theory]
    [InlineData("en", "\"4. Keep\"")]
    [InlineData("fr", "\"4. Fidéliser\"")]
    public async Task Each_sheet_says_its_chapter_at_its_foot(string language, string chapter)
    {
        await using var opened = await Printed(Pages.In(language));

        var named = await opened.Page.EvaluateAsync<string[]>("[...document.querySelectorAll('.page')].map(page => getComputedStyle(page).page)");
        Assert.Equal(["auto", .. Chapters.Skip(1)], named);
        Assert.Equal(chapter, await opened.Page.EvaluateAsync<string>("getComputedStyle(document.documentElement).getPropertyValue('--chapter-keep')"));
        var feet = await opened.Page.EvaluateAsync<string>("[...document.styleSheets].flatMap(sheet => [...sheet.cssRules]).filter(rule => rule instanceof CSSPageRule).map(rule => rule.cssText).join()");
        Assert.All(Chapters.Skip(1), page => Assert.Contains($"var(--chapter-{page})", feet, StringComparison.Ordinal));
    }

    /// <summary>As wide as a sheet, in the style sheet of paper, everything drawn.</summary>
    private async Task<OpenedPage> Printed(string html)
    {
        var opened = await browser.Open(html, new View(718, 1000));
        await opened.Page.EvaluateAsync("dispatchEvent(new Event('beforeprint'))");
        await opened.Page.EmulateMediaAsync(new() { Media = Media.Print });
        return opened;
    }

    /// <summary>The sheets in their order, by the number of the object that each is: the leaves of the tree of pages.</summary>
    private static List<string> SheetsOf(string pdf)
    {
        var kids = new Dictionary<string, string[]>(StringComparer.Ordinal);
        foreach (var node in Matches(pdf, @"(\d+) 0 obj\s*<<\s*/Type /Pages\s[^>]*/Kids \[([^\]]*)\]"))
            kids[node.Groups[1].Value] = [.. Matches(node.Groups[2].Value, @"(\d+) 0 R").Select(kid => kid.Groups[1].Value)];
        return [.. Leaves(Group(pdf, @"/Type /Catalog\s[^>]*/Pages (\d+) 0 R"))];

        IEnumerable<string> Leaves(string number) => kids.TryGetValue(number, out var children) ? children.SelectMany(Leaves) : [number];
    }

    private static string Group(string text, string pattern)
    {
        var match = Matches(text, pattern).FirstOrDefault();
        Assert.True(match is not null, $"nothing in the PDF reads {pattern}");
        return match.Groups[1].Value;
    }

    private static IEnumerable<Match> Matches(string text, string pattern) => Regex.Matches(text, pattern, RegexOptions.NonBacktracking);
}
