using System.Data.Common;
using System.Globalization;
using Analytics.Dashboards.Tests.Browser;
using Microsoft.Playwright;

namespace Analytics.Dashboards.Tests.Engine;

/// <summary>Marks that no choice of segments tells open the list of what they count, and a name of it its card.</summary>
[Collection("sample")]
public class GroupTests(Chromium browser, SamplePage sample)
{
    private const string Ttm = "from marts.kpis where dimension = 'all' and period = 'ttm' and owner_id is null and kpi =";
    private const string Causes = "from marts.loss_causes order by lost_with desc, cause limit 1";
    private const string Changes = "from marts.loss_changes order by share_of_lost - share_of_kept desc, change limit 1";

    [Theory]
    [InlineData("win", "#funnel .rung:nth-child(1) .behind", "value", $"{Ttm} 'leads'")]
    [InlineData("win", "#funnel .rung:nth-child(2) .behind", "value", $"{Ttm} 'opportunities_created'")]
    [InlineData("win", "#funnel .rung:nth-child(3) .behind", "value", $"{Ttm} 'opportunities_won'")]
    [InlineData("win", "#funnel .rung:nth-child(4) .behind", "value", $"{Ttm} 'customers_new'")]
    [InlineData("win", "#loss-reasons .rung:nth-child(1) .behind", "lost", "from marts.loss_reasons where reason <> '(unknown)' order by lost desc, reason limit 1")]
    [InlineData("win", "#loss-reasons .rung:last-child .behind", "lost", "from marts.loss_reasons where reason <> '(unknown)' order by lost, reason desc limit 1")]
    [InlineData("keep", "#causes .dumbbell:nth-child(1) b .behind", "lost_with", Causes)]
    [InlineData("keep", "#causes .dumbbell:nth-child(1) .dumbbell-second .behind", "kept_with", Causes)]
    [InlineData("keep", "#loss-changes .dumbbell:nth-child(1) b .behind", "lost_with", Changes)]
    [InlineData("keep", "#loss-changes .dumbbell:nth-child(1) .dumbbell-second .behind", "kept_with", Changes)]
    [InlineData("service", "#complaints tbody tr:nth-child(1) td:nth-child(1) .behind", "count(*)", "from core.complaints group by reason order by count(*) desc, reason limit 1")]
    [InlineData("service", "#complaints tbody tr:nth-child(1) td:nth-child(4) .behind", "lost_with", "from marts.loss_causes where cause = (select reason from core.complaints group by reason order by count(*) desc, reason limit 1)")]
    [InlineData("service", "#complaints tbody tr:nth-child(1) td:nth-child(5) .behind", "kept_with", "from marts.loss_causes where cause = (select reason from core.complaints group by reason order by count(*) desc, reason limit 1)")]
    [InlineData("service", "#outcomes .dot-row:nth-child(1) .behind", "customers", "from marts.satisfaction_outcomes where answer = 'detractor'")]
    [InlineData("service", "#outcomes .dot-row:nth-child(3) .behind", "customers", "from marts.satisfaction_outcomes where answer = 'promoter'")]
    [InlineData("pareto", "#lorenz [data-measure=revenue] .behind-mark", "max(customers) // 2", "from marts.lorenz where measure = 'revenue'")]
    [InlineData("pareto", "#lorenz [data-measure=profit] .behind-mark", "max(customers) // 2", "from marts.lorenz where measure = 'profit'")]
    public async Task A_mark_opens_the_list_of_as_many_as_it_counts_a_name_of_it_its_card_and_the_way_back_leads_through_both(string page, string mark, string counted, string from)
    {
        var count = sample.Sql($"select ({counted})::double {from}").ToString("#,0", CultureInfo.InvariantCulture);
        await using var opened = await browser.Open(sample.Built.Html, View.Desktop with { Hash = $"#page={page}" });
        await opened.Find(mark).FocusAsync();
        await opened.Page.Keyboard.PressAsync("Enter");
        Assert.StartsWith(count + " ", await opened.Text("#group-list-title"), StringComparison.Ordinal);
        Assert.StartsWith(count + " ", await opened.Text("#group-list .status"), StringComparison.Ordinal);

        var name = opened.Find("#group-list .who").First;
        var customer = await name.TextContentAsync();
        await name.ClickAsync();
        Assert.Equal(customer, await opened.Find("#customer-card-title").TextContentAsync());
        await opened.Page.GoBackAsync();
        await Assertions.Expect(opened.Find("#group-list")).ToBeVisibleAsync();
        await opened.Page.GoBackAsync();
        await Assertions.Expect(opened.Find("dialog")).ToHaveCountAsync(0);
        opened.HasNoComplaint();
    }

    [Theory]
    [InlineData("#causes .dumbbell:nth-child(1) b .behind", "p.reason = (select cause from marts.loss_causes order by lost_with desc, cause limit 1)")]
    [InlineData("#loss-changes .dumbbell:has-text('complaint') b .behind", "true")]
    public async Task Lost_customers_that_had_complained_have_the_day_of_their_last_complaint_before_that(string mark, string complaint)
    {
        await using var opened = await browser.Open(sample.Built.Html, View.Desktop with { Hash = "#page=keep" });
        await opened.Find(mark).ClickAsync();

        var shown = await opened.Texts("#group-list tbody td:nth-child(2)");
        var expected = EngineTests.Rows(sample.Built.Warehouse, $"""
            select strftime(max(p.made_at), '%d/%m/%Y')
            from core.complaints as p join marts.customers as c using (account_id)
            where {complaint} and p.made_at <= c.lost_at
            group by p.account_id, c.revenue having bool_or(p.made_at > c.lost_at - 365)
            order by c.revenue desc
            """, row => row.GetString(0));

        Assert.NotEmpty(shown);
        Assert.Equal(expected.Take(shown.Length), shown);
    }

    [Theory]
    [InlineData("win", "#funnel .rung:nth-child(2) .rung-bar")]
    [InlineData("win", "#loss-reasons .rung:nth-child(2) .rung-bar")]
    [InlineData("keep", "#loss-changes .dumbbell:nth-child(1) .first")]
    [InlineData("keep", "#loss-changes .dumbbell:nth-child(1) .second")]
    [InlineData("service", "#outcomes .dot-row:nth-child(1) .dot")]
    [InlineData("pareto", "#lorenz [data-measure=revenue] .reliability-dot")]
    public async Task The_mark_itself_can_be_clicked(string page, string mark)
    {
        await using var opened = await browser.Open(sample.Built.Html, View.Desktop with { Hash = $"#page={page}" });
        await opened.Find(mark).ScrollIntoViewIfNeededAsync();
        var box = (await opened.Find(mark).BoundingBoxAsync())!;
        await opened.Page.Mouse.ClickAsync(box.X + (box.Width / 2), box.Y + (box.Height / 2));
        await Assertions.Expect(opened.Find("#group-list")).ToBeVisibleAsync();
        var group = await opened.Page.EvaluateAsync<string>("new URLSearchParams(location.hash.slice(1)).get('group')");
        if (mark.Contains("dumbbell", StringComparison.Ordinal)) Assert.StartsWith(mark.EndsWith("second", StringComparison.Ordinal) ? "kept_after" : "lost_after", group, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("lost_after_change:late_delivery", "from per_customer.spells as s join core.deliveries as d using (account_id) where s.factor = 1 and s.lost_at is not null and s.back_at is null and d.is_late and d.promised_at > s.last_order - 365 and d.promised_at <= s.lost_at")]
    [InlineData("answered:detractor", "from (select distinct on (account_id) account_id, score from core.surveys left join (select account_id, lost_at from marts.customers where lost_at is not null) using (account_id) where score is not null and account_id in (from marts.customers select account_id) and answered_at <= coalesce(lost_at, answered_at) order by account_id, answered_at desc, survey_id desc) where score <= 6")]
    [InlineData("smaller_half:margin", "from (select account_id, row_number() over (order by margin desc, account_id) as place, count(*) over () as customers from marts.customers where margin > 0) where place > customers - customers // 2")]
    [InlineData("customers_new", "from marts.customers where first_order > (select as_of - interval 12 month from core.run)")]
    public async Task A_list_names_those_whom_the_exports_tell(string group, string from)
    {
        await using var opened = await browser.Open(sample.Built.Html, View.Desktop with { Hash = $"#page=keep&group={group}" });
        await ShowAll(opened);
        var expected = EngineTests.Rows(sample.Built.Warehouse, $"select name from marts.customers where account_id in (select account_id {from}) order by name", (DbDataReader row) => row.GetString(0));
        Assert.Equal(expected.Order(StringComparer.Ordinal), (await opened.Find("#group-list tbody tr td:first-child .who").AllTextContentsAsync()).Order(StringComparer.Ordinal));
        opened.HasNoComplaint();
    }

    [Theory]
    [InlineData("detractor")]
    [InlineData("passive")]
    [InlineData("promoter")]
    public async Task A_list_of_answers_says_how_many_are_lost_and_since_when(string answer)
    {
        await using var opened = await browser.Open(sample.Built.Html, View.Desktop with { Hash = $"#page=service&group=answered:{answer}" });
        await ShowAll(opened);
        var lost = sample.Sql($"select lost::double from marts.satisfaction_outcomes where answer = '{answer}'");
        Assert.StartsWith($"{lost} of them ", await opened.Text("#group-list .rule"), StringComparison.Ordinal);
        Assert.Equal(lost, (await opened.Texts("#group-list tbody td[data-label='Lost since']")).Count(text => text != "–"));
    }

    [Fact]
    public async Task Deals_are_listed_with_amount_owner_and_days_the_prospects_by_name()
    {
        await using var opened = await browser.Open(sample.Built.Html, View.Desktop with { Hash = "#page=win&group=lost_for:" + Uri.EscapeDataString(Reason) });
        await ShowAll(opened);
        var expected = EngineTests.Rows(sample.Built.Warehouse, $$"""
            select concat(a.name, if(c.account_id is null, 'Prospect', ''), '|', format('{:,}', round(o.amount)::bigint), '|', w.name, '|', strftime(o.created_at, '%d/%m/%Y'), '|', strftime(o.closed_at, '%d/%m/%Y'))
            from core.opportunities as o join core.accounts as a using (account_id) left join marts.customers as c using (account_id) join core.owners as w on w.owner_id = o.owner_id
            where o.outcome = 'lost' and o.loss_reason = '{{Reason}}' and o.amount >= 100
            """, (DbDataReader row) => row.GetString(0));
        var rows = await opened.Page.EvaluateAsync<string[]>("[...document.querySelectorAll('#group-list tbody tr')].map(row => [...row.cells].map(cell => cell.textContent).join('|'))");
        Assert.Equal(expected.Order(StringComparer.Ordinal), rows.Where(row => !row.Contains("|–|", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("in.type=TPE", 1, "leads")]
    [InlineData("in.type=TPE", 2, "opportunities_created")]
    [InlineData("in.channel=Salon", 3, "opportunities_won")]
    [InlineData("in.channel=Salon&in.type=PME", 4, "customers_new")]
    public async Task The_funnel_leads_to_those_that_the_choices_let_through(string chosen, int step, string group)
    {
        await using var opened = await browser.Open(sample.Built.Html, View.Desktop with { Hash = $"#page=win&{chosen}" });
        var count = await opened.Text($"#funnel .rung:nth-child({step}) .rung-value");
        await opened.Find($"#funnel .rung:nth-child({step}) .behind").ClickAsync();
        Assert.StartsWith(count + " ", await opened.Text("#group-list-title"), StringComparison.Ordinal);
        Assert.StartsWith(count + " ", await opened.Text("#group-list .status"), StringComparison.Ordinal);
        Assert.NotEqual(sample.Sql($"select value {Ttm} '{group}'"), double.Parse(count, CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("constructor")]
    [InlineData("lost_for")]
    [InlineData("lost_for:nobody wrote this")]
    [InlineData("lost_after_change:__proto__")]
    [InlineData("answered:toString")]
    [InlineData("smaller_half:orders")]
    public async Task An_address_that_asks_for_what_the_page_does_not_know_opens_nothing(string group)
    {
        await using var opened = await browser.Open(sample.Built.Html, View.Desktop with { Hash = "#page=win&group=" + Uri.EscapeDataString(group) });
        await Assertions.Expect(opened.Find("#funnel")).ToBeVisibleAsync();
        await Assertions.Expect(opened.Find("dialog")).ToHaveCountAsync(0);
        opened.HasNoComplaint();
    }

    [Theory]
    [InlineData("leads", 1280)]
    [InlineData("leads", 390)]
    [InlineData("opportunities_created", 390)]
    [InlineData("kept_after_change:late_delivery", 390)]
    [InlineData("answered:detractor", 1280)]
    public async Task Axe_finds_nothing_on_a_list(string group, int width)
    {
        await using var opened = await browser.Open(sample.Built.Html, new View(width, 844) { BypassPolicy = true, Hash = $"#page=win&group={group}" });
        await Assertions.Expect(opened.Find("#group-list")).ToBeVisibleAsync();
        Assert.Empty(await AccessibilityTests.Axe(opened));
        Assert.False(await opened.ScrollsSideways());
    }

    [Fact]
    public async Task A_page_of_one_owner_lists_its_own_leads_and_deals_alone()
    {
        await using var opened = await browser.Open(sample.OwnersHtml, View.Desktop with { Hash = "#page=win&group=opportunities_created" });
        await ShowAll(opened);
        var own = EngineTests.Rows(sample.Built.Warehouse, $"select a.name from core.opportunities as o join core.accounts as a using (account_id) where a.owner_id = '{sample.Owner.Id}' and o.created_at > (select as_of - interval 12 month from core.run)", (DbDataReader row) => row.GetString(0));
        Assert.Equal(own.Order(StringComparer.Ordinal), (await opened.Find("#group-list tbody tr td:first-child bdi").AllTextContentsAsync()).Order(StringComparer.Ordinal));
        opened.HasNoComplaint();
    }

    [Theory]
    [InlineData("leads")]
    [InlineData("opportunities_created")]
    [InlineData("kept_after_change:late_delivery")]
    public async Task A_page_without_names_lists_codes(string group)
    {
        await using var opened = await browser.Open(sample.NamelessHtml, View.Desktop with { Hash = $"#page=win&group={group}" });
        await ShowAll(opened);
        var names = await opened.Find("#group-list tbody tr td:first-child bdi").AllTextContentsAsync();
        Assert.NotEmpty(names);
        Assert.All(names, name => Assert.Matches(@"^Client \d{4}$", name));
    }

    private string Reason => EngineTests.Rows(sample.Built.Warehouse, "select reason from marts.loss_reasons where reason <> '(unknown)' order by lost desc, reason limit 1", (DbDataReader row) => row.GetString(0)).Single();

    private static async Task ShowAll(OpenedPage opened)
    {
        await Assertions.Expect(opened.Find("#group-list")).ToBeVisibleAsync();
        for (var more = opened.Find("#group-list .more"); await more.IsVisibleAsync();) await more.ClickAsync();
    }
}
