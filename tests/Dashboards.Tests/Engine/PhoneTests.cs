using Analytics.Dashboards.Tests.Browser;

namespace Analytics.Dashboards.Tests.Engine;

/// <summary>What a thumb can meet, and what stays in sight where a table is wider than a phone.</summary>
[Collection("sample")]
public class PhoneTests(Chromium browser, SamplePage sample)
{
    [Theory]
    [InlineData("segments")]
    [InlineData("keep")]
    [InlineData("win")]
    [InlineData("service")]
    public async Task What_leads_to_customers_is_large_enough_for_a_thumb(string page)
    {
        await using var opened = await browser.Open(sample.Built.Html, View.Phone.At(page));

        Assert.True(await opened.Find("td .behind:visible, summary:visible").CountAsync() > 0);
        Assert.Empty(await opened.Page.EvaluateAsync<string[]>("[...document.querySelectorAll('td .behind, summary')].filter(one => one.checkVisibility() && one.offsetHeight < 24).map(one => one.textContent)"));
    }

    [Theory]
    [InlineData("team", "#team-heat", "thead td")]
    [InlineData("keep", "#cohorts", "thead th:first-child")]
    public async Task A_heat_map_drawn_aside_keeps_its_names_and_no_other_heading_over_them(string page, string part, string corner)
    {
        await using var opened = await browser.Open(sample.Built.Html, View.Phone.At(page));
        await opened.Page.EvaluateAsync($"document.querySelector('{part} .table-scroll').scrollLeft = 90");

        var lefts = await opened.Page.EvaluateAsync<double[]>($"['.table-scroll', '{corner}', 'tbody th'].map(one => document.querySelector('{part} ' + one).getBoundingClientRect().left)");

        Assert.True(await opened.Page.EvaluateAsync<bool>($"document.querySelector('{part} .table-scroll').scrollLeft > 50"));
        Assert.All(lefts, left => Assert.Equal(lefts[0], left, 2.0));
        Assert.True(await opened.Page.EvaluateAsync<bool>($"(cell => {{ cell.scrollIntoView({{ block: 'center' }}); const {{ left, bottom }} = cell.getBoundingClientRect(); return document.elementFromPoint(left + 20, bottom - 10) === cell; }})(document.querySelector('{part} {corner}'))"));
    }
}
