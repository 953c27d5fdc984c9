using Analytics.Dashboards.Tests.Browser;

namespace Analytics.Dashboards.Tests;

public class AccessibilityTests(Chromium browser)
{
    private const string Violations =
        """
        async () => {
          const { violations } = await axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] });
          return violations.flatMap(({ id, help, nodes }) => nodes.map(node => `${id}: ${help}: ${node.html.slice(0, 200)}: ${node.failureSummary}`));
        }
        """;

    [Theory]
    [InlineData("en", 1280, false)]
    [InlineData("fr", 390, true)]
    public async Task Axe_finds_nothing(string language, int width, bool dark)
    {
        await using var opened = await browser.Open(Pages.In(language), new View(width, 844) { Dark = dark, BypassPolicy = true });
        foreach (var link in await opened.Find("nav a").AllAsync())
        {
            await link.ClickAsync();
            await opened.Page.EvaluateAsync("for (const details of document.querySelectorAll('details')) details.open = true");
            Assert.Empty(await Axe(opened));
        }
    }

    [Fact]
    public async Task Axe_finds_nothing_in_an_open_tile()
    {
        await using var opened = await browser.Open(Pages.English, View.Desktop with { BypassPolicy = true });
        await opened.Find(".tile-open").First.ClickAsync();

        Assert.Empty(await Axe(opened));
    }

    [Fact]
    public async Task The_first_tab_stop_skips_to_the_figures()
    {
        await using var opened = await browser.Open(Pages.English);

        await opened.Page.Keyboard.PressAsync("Tab");
        await opened.Page.Keyboard.PressAsync("Enter");

        Assert.Equal("main", await opened.Page.EvaluateAsync<string>("document.activeElement.id"));
    }

    internal static async Task<string[]> Axe(OpenedPage opened)
    {
        using var stream = typeof(AccessibilityTests).Assembly.GetManifestResourceStream("axe.js")!;
        using var reader = new StreamReader(stream);
        await opened.Page.EvaluateAsync(await reader.ReadToEndAsync());
        return await opened.Page.EvaluateAsync<string[]>(Violations);
    }
}
