using Analytics.Dashboards.Tests.Browser;
using Microsoft.Playwright;

namespace Analytics.Dashboards.Tests.Engine;

/// <summary>What only the facts bring to paper: a customer's card, the choices, the figures of the first pages.</summary>
[Collection("sample")]
public class PaperTests(Chromium browser, SamplePage sample)
{
    [Fact]
    public async Task A_customers_card_is_printed_alone_and_whole()
    {
        await using var opened = await browser.Open(sample.Built.Html, new View(718, 500) { Hash = "#page=keep&customer=3" });
        await Assertions.Expect(opened.Find("#customer-card")).ToBeVisibleAsync();

        await opened.Page.EmulateMediaAsync(new() { Media = Media.Print });

        Assert.False(await opened.Find("main").IsVisibleAsync());
        Assert.True(await opened.Page.EvaluateAsync<bool>("(card => card.scrollHeight <= card.clientHeight + 1 && getComputedStyle(card, '::backdrop').display === 'none')(document.querySelector('#customer-card'))"));
    }

    [Fact]
    public async Task A_choice_is_printed_without_the_mark_that_would_undo_it()
    {
        await using var opened = await browser.Open(sample.Built.Html, View.Desktop with { Hash = "#page=overview&in.type=TPE" });
        await Assertions.Expect(opened.Find(".chips .chip span")).ToBeVisibleAsync();

        await opened.Page.EmulateMediaAsync(new() { Media = Media.Print });

        Assert.Equal(1, await opened.Find(".chips .chip:visible").CountAsync());
        Assert.Equal(0, await opened.Find(".chips .chip span:visible").CountAsync());
    }

    /// <summary>No click opens a formula on paper.</summary>
    [Fact]
    public async Task The_definitions_that_paper_has_room_for_are_those_of_the_figures_on_the_first_pages()
    {
        await using var opened = await browser.Open(sample.Built.Html, View.Desktop);
        await opened.Page.EvaluateAsync("dispatchEvent(new Event('beforeprint'))");
        await opened.Page.EmulateMediaAsync(new() { Media = Media.Print });

        var printed = await opened.Texts("#definitions code:visible");
        var shown = await opened.Page.EvaluateAsync<string[]>("[...document.querySelectorAll('.tile')].map(tile => tile.dataset.kpi)");
        var compared = await opened.Page.EvaluateAsync<string[]>("[...document.querySelectorAll('[data-state=sort] option')].map(option => option.value).filter(value => value !== 'name' && value !== 'n')");
        Assert.Equal(20, printed.Length);
        Assert.Empty(shown.Concat(compared).Except(printed));
    }
}
