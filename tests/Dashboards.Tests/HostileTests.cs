using Analytics.Dashboards.Tests.Browser;

namespace Analytics.Dashboards.Tests;

public class HostileTests(Chromium browser)
{
    [Theory]
    [InlineData(1280)]
    [InlineData(390)]
    public async Task Hostile_names_are_shown_as_names_and_do_nothing(int width)
    {
        await using var opened = await browser.Open(Pages.Hostile, new View(width, 844) { Hash = "#by=owner&all=1" }.At("pareto"));
        await opened.Find("#pareto-chart .nsewdrag").First.HoverAsync();
        Assert.Contains("</script><script>document.title = \"owned\"</script>", await opened.Texts("#pareto tbody bdi"), StringComparer.Ordinal);
        foreach (var link in await opened.Find("nav a").AllAsync())
        {
            await link.ClickAsync();
            Assert.False(await opened.ScrollsSideways());
        }
        await opened.Find(".file").First.Locator("summary").ClickAsync();

        Assert.NotEqual("owned", await opened.Page.TitleAsync(), StringComparer.Ordinal);
        Assert.Equal("</title><script>document.title = \"owned\"</script>", await opened.Text("h1"));
        Assert.Equal(0, await opened.Find("main .page a, main img, main script, main b > b").CountAsync());
        Assert.False(await opened.ScrollsSideways());
        opened.HasNoComplaint();
    }

    [Theory]
    [InlineData("#by=nothing&period=never&sort=none&lang=xx")]
    [InlineData("#by=__proto__&period=constructor")]
    [InlineData("#%E0%A4%A")]
    public async Task An_address_that_someone_made_up_gives_a_page_all_the_same(string hash)
    {
        await using var opened = await browser.Open(Pages.English, View.Desktop with { Hash = hash });

        Assert.Equal(9, await opened.Find(".tile").CountAsync());
        opened.HasNoComplaint();
    }
}
