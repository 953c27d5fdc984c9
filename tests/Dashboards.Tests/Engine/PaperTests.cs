using Analytics.Dashboards.Tests.Browser;
using Microsoft.Playwright;

namespace Analytics.Dashboards.Tests.Engine;

/// <summary>What only the facts bring to paper: a customer's card.</summary>
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
}
