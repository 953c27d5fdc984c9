using System.Data.Common;
using System.Globalization;
using Analytics.Dashboards.Tests.Browser;
using Microsoft.Playwright;

namespace Analytics.Dashboards.Tests.Engine;

/// <summary>From a mark to the customers behind it, to one customer's card, and back.</summary>
[Collection("sample")]
public class DrillTests(Chromium browser, SamplePage sample)
{
    /// <summary>Looking for them under a choice would compute every figure by every dimension.</summary>
    [Fact]
    public async Task The_dimensions_to_compare_the_service_by_are_the_same_under_any_choice()
    {
        await using var whole = await browser.Open(sample.Built.Html, View.Desktop.At("service"));
        await using var chosen = await browser.Open(sample.Built.Html, View.Desktop with { Hash = "#page=service&in.type=TPE" });

        Assert.NotEmpty(await whole.Texts("#service-segments option"));
        Assert.Equal(await whole.Texts("#service-segments option"), await chosen.Texts("#service-segments option"));
    }

    /// <summary>Safari has no idle callbacks; what is worked out ahead is there all the same, and no click waits for the chart library.</summary>
    [Fact]
    public async Task Where_a_browser_has_no_idle_callbacks_choices_are_followed_too()
    {
        await using var opened = await browser.Open(sample.Built.Html, View.Desktop.At("overview"), "delete window.requestIdleCallback");
        await opened.Page.EvaluateAsync("location.hash = 'page=overview&in.type=TPE'");

        await Assertions.Expect(opened.Find(".chips button")).ToHaveCountAsync(1);
        Assert.False(await opened.Page.EvaluateAsync<bool>("'Plotly' in window"));
        opened.HasNoComplaint();
    }

    [Theory]
    [InlineData(3, "revenue")]
    [InlineData(6, "orders")]
    public async Task The_list_of_all_sorts_by_a_figure_as_the_warehouse_does(int column, string figure)
    {
        await using var opened = await browser.Open(sample.Built.Html, View.Desktop with { Hash = "#page=overview&list=1" });
        await opened.Find($"#customer-list th:nth-child({column}) button").ClickAsync();
        await opened.Find("#customer-list .more").ClickAsync();

        var shown = await opened.Page.EvaluateAsync<string[]>("[...document.querySelectorAll('#customer-list tbody .who')].map(who => who.dataset.account)");
        var (expected, _) = First($"select string_agg(account, ',' order by place), 0::double from (select a.account, row_number() over (order by c.{figure} desc, c.revenue desc, a.account) as place from marts.customers as c join page.accounts as a using (account_id)) where place <= {shown.Length}");
        Assert.True(shown.Length > 50);
        Assert.Equal(expected.Split(','), shown);
    }

    [Fact]
    public async Task The_list_of_all_sorts_by_name_as_the_language_does()
    {
        await using var opened = await browser.Open(sample.Built.Html, View.Desktop with { Hash = "#page=overview&list=1" });
        await opened.Find("#customer-list th:nth-child(2) button").ClickAsync();

        var shown = await opened.Texts("#customer-list tbody .who");
        var (names, _) = First("select string_agg(name, chr(10)), 0::double from marts.customers");
        Assert.Equal(await opened.Page.EvaluateAsync<string[]>("([names, count]) => names.split('\\n').sort((a, b) => a.localeCompare(b, 'en')).slice(0, Number(count))", new[] { names, shown.Length.ToString(CultureInfo.InvariantCulture) }), shown);
    }

    [Fact]
    public async Task The_list_of_all_is_searched_by_name_and_downloads_whole()
    {
        await using var opened = await browser.Open(sample.Built.Html, View.Desktop with { Hash = "#page=overview&list=1" });
        var download = await opened.Page.RunAndWaitForDownloadAsync(() => opened.Find("#customer-list .csv").ClickAsync());
        var lines = await File.ReadAllLinesAsync((await download.PathAsync())!, TestContext.Current.CancellationToken);
        Assert.Equal(sample.Sql("select count(*)::double from marts.customers"), lines.Length - 1);

        var (first, _) = First("select name, revenue::double from marts.customers order by revenue desc, account_id limit 1");
        await opened.Find("#customer-list input[type=search]").FillAsync(first.ToUpperInvariant());
        Assert.Equal(first, await opened.Text("#customer-list tbody .who"));
        await opened.Find("#customer-list input[type=search]").FillAsync("no customer at all");
        await Assertions.Expect(opened.Find("#customer-list tbody tr")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_bar_leads_to_its_customers_a_name_to_its_card_and_back_again()
    {
        await using var opened = await browser.Open(sample.Built.Html, View.Desktop with { Hash = "#page=segments&by=type" });
        await opened.Find(".panel").First.Locator("[data-segment=TPE] .bar-choose").ClickAsync();
        await opened.Find("#list-customers").ClickAsync();

        var customers = sample.Sql("select count(*)::double from marts.customers where type = 'TPE'");
        Assert.Equal($"{customers.ToString("0", CultureInfo.InvariantCulture)} customers", await opened.Text("#customer-list-title"));
        var (first, revenue) = First("select name, revenue::double from marts.customers where type = 'TPE' order by revenue desc, account_id limit 1");
        Assert.Equal(first, await opened.Text("#customer-list tbody .who"));

        await opened.Find("#customer-list tbody .who").First.ClickAsync();
        Assert.Equal(first, await opened.Text("#customer-card-title"));
        Assert.StartsWith(Whole(revenue), await opened.Text("#customer-card dd"), StringComparison.Ordinal);
        Assert.True(await opened.Find("#customer-card .timeline").IsVisibleAsync());

        await opened.Page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(opened.Find("#customer-card")).ToHaveCountAsync(0);
        await Assertions.Expect(opened.Find("#customer-list")).ToHaveCountAsync(1);
        await opened.Page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(opened.Find("dialog")).ToHaveCountAsync(0);
        await Assertions.Expect(opened.Find(".chips button")).ToHaveCountAsync(1);
        opened.HasNoComplaint();
    }

    [Fact]
    public async Task A_card_holds_the_orders_of_its_customer_and_axe_finds_nothing_on_it()
    {
        var (account, orders) = First("select a.account::varchar, c.orders::double from marts.customers as c join page.accounts as a using (account_id) order by c.orders desc, c.account_id limit 1");
        await using var opened = await browser.Open(sample.Built.Html, View.Desktop with { BypassPolicy = true, Hash = $"#page=keep&customer={account}" });
        await opened.Find("#customer-card .as-table summary").ClickAsync();

        Assert.Equal($"{Whole(orders)} rows", await opened.Text("#customer-card .as-table .status"));
        Assert.Empty(await AccessibilityTests.Axe(opened));
    }

    [Fact]
    public async Task A_card_says_since_when_its_customer_counts_as_lost_and_nothing_of_one_that_is_not()
    {
        var (lost, since) = EngineTests.Rows(sample.Built.Warehouse,
            "select a.account::varchar, strftime(c.lost_at, '%d/%m/%Y') from marts.customers as c join page.accounts as a using (account_id) where c.lost_at is not null order by c.lost_at desc, c.account_id limit 1",
            (DbDataReader row) => (row.GetString(0), row.GetString(1))).Single();
        var (kept, _) = First("select a.account::varchar, 0::double from marts.customers as c join page.accounts as a using (account_id) where c.lost_at is null order by c.account_id limit 1");
        await using var opened = await browser.Open(sample.Built.Html, View.Desktop with { Hash = $"#page=keep&customer={lost}" });

        Assert.Matches($@"Counted as lost since\s*{since}", await opened.Text("#customer-card .card-figures"));
        await opened.Page.EvaluateAsync($"location.hash = '#page=keep&customer={kept}'");
        await Assertions.Expect(opened.Find("#customer-card .card-figures")).Not.ToContainTextAsync("Counted as lost since");
        opened.HasNoComplaint();
    }

    /// <summary>On a list, in the plan alone, lost, likelier to leave than to stay, and none of them: each card says what to do, or why there is nothing.</summary>
    [Theory]
    [InlineData("exists (from marts.targets as t where t.account_id = c.account_id and t.list = 'to_call_back')", "To call back.")]
    [InlineData("exists (from marts.action_plan as p where p.account_id = c.account_id and p.kind in ('contract_ending', 'deal_stalled')) and not exists (from marts.targets as t where t.account_id = c.account_id)", "In the plan.")]
    [InlineData("c.lost_at is not null and not exists (from marts.action_plan as p where p.account_id = c.account_id) and not exists (from marts.targets as t where t.account_id = c.account_id)", "No next step asked for: it has counted as lost since")]
    [InlineData("c.lost_at is null and exists (from marts.scores as s where s.account_id = c.account_id and s.p_churn >= 0.5) and not exists (from marts.action_plan as p where p.account_id = c.account_id) and not exists (from marts.targets as t where t.account_id = c.account_id)", "To keep. No list names it, but it is likelier to leave than to stay (")]
    [InlineData("c.lost_at is null and exists (from marts.scores as s where s.account_id = c.account_id and s.p_churn < 0.5) and not exists (from marts.action_plan as p where p.account_id = c.account_id) and not exists (from marts.targets as t where t.account_id = c.account_id)", "No next step asked for: no list of customers")]
    public async Task Every_card_says_what_to_do_next_or_why_nothing(string whose, string said)
    {
        var (account, _) = First($"select a.account::varchar, 0::double from marts.customers as c join page.accounts as a using (account_id) where {whose} order by c.account_id limit 1");
        await using var opened = await browser.Open(sample.Built.Html, View.Desktop with { Hash = $"#page=keep&customer={account}" });

        Assert.StartsWith(said, await opened.Text("#customer-card .next-step"), StringComparison.Ordinal);
        opened.HasNoComplaint();
    }

    [Fact]
    public async Task A_cell_of_who_wins_where_and_a_segment_of_the_ranking_lead_to_their_customers()
    {
        await using var opened = await browser.Open(sample.Built.Html, View.Desktop with { Hash = "#page=team" });
        var (owner, sector) = (await opened.Text("#team-heat tbody th"), (await opened.Texts("#team-heat thead th bdi"))[0]);
        await opened.Find("#team-heat tbody td .behind").First.ClickAsync();
        var customers = sample.Sql($"select count(*)::double from marts.customers where owner = '{owner}' and sector = '{sector}'");
        Assert.StartsWith($"{Whole(customers)} customer", await opened.Text("#customer-list-title"), StringComparison.Ordinal);

        await opened.Page.EvaluateAsync("location.hash = 'page=segments&by=type'");
        var type = await opened.Text("#effort tbody .behind");
        await opened.Find("#effort tbody .behind").First.ClickAsync();
        Assert.StartsWith($"{Whole(sample.Sql($"select count(*)::double from marts.customers where type = '{type}'"))} customer", await opened.Text("#customer-list-title"), StringComparison.Ordinal);
        opened.HasNoComplaint();
    }

    [Fact]
    public async Task What_a_list_and_the_plan_both_ask_for_is_said_once()
    {
        var (account, _) = First("select a.account::varchar, 0::double from marts.targets as t join page.accounts as a using (account_id) where t.list = 'to_call_back' and t.account_id in (select account_id from marts.action_plan where kind = 'drop_off') and t.account_id not in (select account_id from marts.action_plan where kind <> 'drop_off' and account_id is not null) order by t.account_id limit 1");
        await using var opened = await browser.Open(sample.Built.Html, View.Desktop with { Hash = $"#page=keep&customer={account}" });

        Assert.StartsWith("To call back.", Assert.Single(await opened.Texts("#customer-card .next-step")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("#customer=999999&list=1")]
    [InlineData("#customer=__proto__")]
    public async Task A_customer_that_is_none_opens_no_card(string hash)
    {
        await using var opened = await browser.Open(sample.Built.Html, View.Desktop with { Hash = hash });

        Assert.Equal(0, await opened.Find("#customer-card").CountAsync());
        opened.HasNoComplaint();
    }

    [Fact]
    public async Task Two_segments_stand_side_by_side_and_the_curve_follows_the_choice()
    {
        await using var opened = await browser.Open(sample.Built.Html, View.Desktop with { Hash = "#page=segments&by=type" });
        await opened.Find("select[name=a]").SelectOptionAsync("TPE");
        await opened.Find("select[name=b]").SelectOptionAsync("PME");
        Assert.Contains("b=PME", opened.Page.Url, StringComparison.Ordinal);
        Assert.Equal("TPE against PME", await opened.Text("#versus caption"));
        Assert.Contains("Customer acquisition cost", string.Join('|', await opened.Texts("#versus tbody td:first-child")), StringComparison.Ordinal);

        await opened.Page.EvaluateAsync("location.hash = 'page=pareto&in.type=TPE'");
        await Assertions.Expect(opened.Find("#pareto .status").First).ToHaveTextAsync($"{Whole(sample.Sql("select count(*)::double from marts.customers where type = 'TPE'"))} rows");
        await opened.Page.WaitForSelectorAsync("#pareto-chart .scatterlayer .trace");
        opened.HasNoComplaint();
    }

    [Fact]
    public async Task A_segments_sum_is_told_as_its_part_of_the_whole()
    {
        await using var opened = await browser.Open(sample.Built.Html, View.Desktop with { Hash = "#page=segments&by=type&a=TPE" });
        var part = sample.Sql("select max(value) filter (dimension = 'type' and segment = 'TPE') / max(value) filter (dimension = 'all') from marts.kpis where kpi = 'revenue' and period = 'all' and owner_id is null");

        Assert.Equal($"{(100 * part).ToString("0.0", CultureInfo.InvariantCulture)}% of the whole", (await opened.Texts("#versus tbody tr:has(td:first-child span:text-is('Revenue')) td"))[3]);
    }

    [Fact]
    public async Task A_chosen_segment_is_not_what_the_others_of_its_dimension_are_judged_against()
    {
        await using var opened = await browser.Open(sample.Built.Html, View.Desktop with { Hash = "#page=service" });
        const string standings = "[...document.querySelectorAll('#service-segments .dot-row')].map(row => row.className)";
        var before = await opened.Page.EvaluateAsync<string[]>(standings);
        await opened.Page.EvaluateAsync("location.hash = 'page=service&in.' + document.querySelector('select[name=service-by]').value + '=' + encodeURIComponent(document.querySelector('#service-segments .dot-row').dataset.segment)");
        await Assertions.Expect(opened.Find(".chips button")).ToHaveCountAsync(1);

        Assert.NotEmpty(before);
        Assert.Equal(before, await opened.Page.EvaluateAsync<string[]>(standings));
    }

    [Fact]
    public async Task A_search_that_finds_nobody_says_so_and_blames_no_export()
    {
        await using var opened = await browser.Open(sample.Built.Html, View.Desktop with { Hash = "#page=pareto&find=zzzz" });

        Assert.StartsWith("No customer among these choices has bought.", await opened.Text("#pareto .empty"), StringComparison.Ordinal);
        await opened.Page.EvaluateAsync("location.hash = 'page=segments&find=zzzz'");
        await Assertions.Expect(opened.Find("#segments .empty")).ToBeVisibleAsync();
        await Assertions.Expect(opened.Find("#effort")).ToBeHiddenAsync();
        opened.HasNoComplaint();
    }

    [Fact]
    public async Task What_stands_out_is_of_the_whole_base_whatever_the_address_chooses()
    {
        await using var whole = await browser.Open(sample.Built.Html, View.Desktop);
        await using var chosen = await browser.Open(sample.Built.Html, View.Desktop with { Hash = "#period=year:2024-01-01&in.type=TPE" });

        Assert.NotEmpty(await whole.Texts("#findings li"));
        Assert.Equal(await whole.Texts("#findings li"), await chosen.Texts("#findings li"));
    }

    [Fact]
    public async Task What_a_year_has_changed_beyond_chance_stands_out_first()
    {
        await using var opened = await browser.Open(sample.Built.Html, View.Desktop);

        var changed = await opened.Texts(".tile:has(.tile-change.worse, .tile-change.better) h3");
        var said = await opened.Texts("#findings li");

        Assert.NotEmpty(changed);
        foreach (var label in changed.Take(3))
            Assert.Contains(said[..Math.Min(3, changed.Length)], text => text.Contains($"{label}: ", StringComparison.Ordinal) && text.Contains(" in the last 12 months, ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_has_changed_opens_the_page_that_looks_into_it()
    {
        await using var opened = await browser.Open(Dashboard.Html(sample.Built.Warehouse, new DashboardOptions { Tiles = [new Tile("customers_new"), new Tile("orders")] }), View.Desktop);

        var changed = await opened.Page.EvaluateAsync<string[]>("[...document.querySelectorAll('#findings button')].filter(one => one.textContent.includes(' in the last 12 months, ')).map(one => `${one.lastChild.textContent.split(':')[0]} in ${one.dataset.page}`)");

        Assert.Equal(["New customers in win", "Orders in segments"], changed);
    }

    [Fact]
    public async Task What_is_neither_good_nor_bad_has_changed_beyond_chance_all_the_same()
    {
        await using var opened = await browser.Open(Dashboard.Html(sample.Built.Warehouse, new DashboardOptions { Tiles = [new Tile("emails")] }), View.Desktop);

        Assert.Equal(1, sample.Sql("""
            SELECT (count_high(count(*) FILTER (WHERE acted_at > as_of - INTERVAL 1 YEAR)) < count_low(count(*) FILTER (WHERE acted_at <= as_of - INTERVAL 1 YEAR AND acted_at > as_of - INTERVAL 2 YEAR)))::DOUBLE
            FROM core.activities CROSS JOIN core.run WHERE kind = 'email' GROUP BY as_of
            """));
        Assert.EndsWith("(beyond chance)", await opened.Text("[data-kpi=emails] .tile-change"), StringComparison.Ordinal);
        Assert.DoesNotContain("E-mails", await opened.Text("#findings"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_count_has_changed_beyond_chance_where_its_intervals_do_not_meet()
    {
        await using var opened = await browser.Open(sample.Built.Html, View.Desktop);

        var side = sample.Sql("""
            WITH made AS (SELECT count(*) FILTER (WHERE created_at > as_of - INTERVAL 1 YEAR) AS now, count(*) FILTER (WHERE created_at <= as_of - INTERVAL 1 YEAR AND created_at > as_of - INTERVAL 2 YEAR) AS before
                          FROM core.opportunities CROSS JOIN core.run)
            SELECT CASE WHEN count_low(now) > count_high(before) THEN 1.0 WHEN count_high(now) < count_low(before) THEN -1.0 ELSE 0.0 END::DOUBLE FROM made
            """);

        Assert.Equal(side switch { > 0 => "tile-change better", < 0 => "tile-change worse", _ => "tile-change same" }, await opened.Find("[data-kpi=opportunities_created] .tile-change").GetAttributeAsync("class"));
    }

    [Fact]
    public async Task A_tour_shows_once_a_view_is_kept_and_a_part_becomes_an_image()
    {
        await using var opened = await browser.Open(sample.Built.Html, View.Desktop);
        await opened.Find(".tour .csv").ClickAsync();
        await opened.Find(".tour .csv").ClickAsync();
        await opened.Find(".tour .csv").ClickAsync();
        await Assertions.Expect(opened.Find(".tour")).ToHaveCountAsync(0);
        await opened.Page.ReloadAsync();
        await opened.Page.WaitForSelectorAsync("html[data-ready=true]", new() { State = WaitForSelectorState.Attached });
        await Assertions.Expect(opened.Find(".tour")).ToHaveCountAsync(0);

        await opened.Page.EvaluateAsync("location.hash = 'page=keep&in.type=TPE'");
        await opened.Find("[popovertarget=views]").ClickAsync();
        await opened.Find("input[name=view-name]").FillAsync("Small firms");
        await opened.Page.Keyboard.PressAsync("Enter");
        await opened.Page.EvaluateAsync("location.hash = 'page=overview'");
        await Assertions.Expect(opened.Find(".chips button")).ToHaveCountAsync(0);
        await opened.Find(".kept-views a").ClickAsync();
        await Assertions.Expect(opened.Find(".chips button")).ToHaveCountAsync(1);

        // Without the right to the clipboard, the image is saved as a file.
        await opened.Page.EvaluateAsync("void (navigator.clipboard.write = () => Promise.reject(new Error('refused')))");
        var download = await opened.Page.RunAndWaitForDownloadAsync(() => opened.Find("#drop-offs .copy-image").ClickAsync(new() { Force = true }));
        Assert.Equal("drop-offs.png", download.SuggestedFilename);
        Assert.True(new FileInfo(await download.PathAsync()).Length > 5_000);
        opened.HasNoComplaint();
    }

    private (string Name, double Value) First(string statement) =>
        EngineTests.Rows(sample.Built.Warehouse, statement, (DbDataReader row) => (row.GetString(0), row.GetDouble(1))).Single();

    private static string Whole(double value) => value.ToString("#,##0", CultureInfo.InvariantCulture);
}
