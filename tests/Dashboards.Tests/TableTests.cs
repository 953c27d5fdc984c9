using System.Text;
using Analytics.Dashboards.Tests.Browser;
using Microsoft.Playwright;

namespace Analytics.Dashboards.Tests;

public class TableTests(Chromium browser)
{
    [Fact]
    public async Task Behind_the_bars_stands_a_table_with_the_same_figures()
    {
        await using var opened = await browser.Open(Pages.English, View.Desktop.At("segments"));

        await opened.Find("#segments summary").ClickAsync();
        // The table is made when it is first asked for.
        await opened.Find("#segments tbody tr:first-child td").First.WaitForAsync();

        Assert.Equal(["software", "76.7%", "73.9%", "79.4%", "900"], (await opened.Texts("#segments tbody tr:first-child td"))[..5]);
    }

    [Fact]
    public async Task A_heading_sorts_and_says_so()
    {
        await using var opened = await browser.Open(Pages.English, View.Desktop.At("pareto"));

        await opened.Find("#pareto th button").Nth(1).ClickAsync();

        Assert.Equal("ascending", await opened.Find("#pareto th").Nth(1).GetAttributeAsync("aria-sort"));
        Assert.Equal("Client 03", (await opened.Texts("#pareto tbody td bdi"))[0]);
    }

    [Fact]
    public async Task Ten_rows_are_seen_until_more_are_asked_for_and_paper_shows_twenty()
    {
        await using var opened = await browser.Open(Pages.English, View.Desktop.At("pareto"));
        var seen = opened.Find("#pareto tbody tr:visible");

        Assert.Equal(10, await seen.CountAsync());
        await opened.Page.EvaluateAsync("dispatchEvent(new Event('beforeprint'))");
        Assert.Equal(10, await seen.CountAsync());
        await opened.Page.EmulateMediaAsync(new() { Media = Media.Print });
        Assert.Equal(20, await seen.CountAsync());
        await opened.Page.EmulateMediaAsync(new() { Media = Media.Screen });
        Assert.Equal("Show 75 more", await opened.Text("#pareto .more"));
        await opened.Find("#pareto .more").ClickAsync();
        Assert.Equal(85, await seen.CountAsync());
    }

    [Fact]
    public async Task On_a_phone_each_row_is_a_card_that_hides_nothing_at_its_side()
    {
        await using var opened = await browser.Open(Pages.English, View.Phone.At("team"));

        Assert.True(await opened.Page.EvaluateAsync<bool>("(box => box.scrollWidth <= box.clientWidth)(document.querySelector('#plan .table-scroll'))"));
        Assert.Equal("To do", await opened.Find("#plan tbody td:nth-child(4)").First.GetAttributeAsync("data-label"));
        Assert.NotEqual("none", await opened.Page.EvaluateAsync<string>("getComputedStyle(document.querySelector('#plan tbody td:nth-child(4)'), '::before').content"));
        await opened.Find("#plan thead button").First.ClickAsync();
        Assert.Equal("ascending", await opened.Find("#plan th").First.GetAttributeAsync("aria-sort"));
    }

    [Fact]
    public async Task Search_ignores_case_and_accents()
    {
        await using var opened = await browser.Open(Pages.English, View.Desktop.At("pareto"));

        await opened.Find("#pareto input").FillAsync("MULLER");

        Assert.Equal(["Müller & Söhne"], await opened.Texts("#pareto tbody td bdi"));
        Assert.Equal("1 row", await opened.Text("#pareto .status"));
    }

    [Fact]
    public async Task A_French_download_opens_in_a_French_spreadsheet()
    {
        var lines = await Download(Pages.French);

        Assert.StartsWith("\uFEFFRang;Client;Chiffre d’affaires;", lines[0], StringComparison.Ordinal);
        Assert.StartsWith("1;Fonderie de l’Isère;95000;0,085", lines[1], StringComparison.Ordinal);
        Assert.Equal(86, lines.Length);
    }

    [Fact]
    public async Task A_download_disarms_what_a_spreadsheet_would_run()
    {
        var lines = await Download(Pages.Hostile);

        Assert.Contains("7,\"'=HYPERLINK(\"\"https://example.com\"\")\",65000", string.Join('\n', lines), StringComparison.Ordinal);
    }

    private async Task<string[]> Download(string html)
    {
        await using var opened = await browser.Open(html, View.Desktop.At("pareto"));
        var download = await opened.Page.RunAndWaitForDownloadAsync(() => opened.Find("#pareto .csv").ClickAsync());
        var text = await File.ReadAllTextAsync(await download.PathAsync(), new UTF8Encoding(true));
        var bytes = await File.ReadAllBytesAsync(await download.PathAsync());
        Assert.Equal([0xEF, 0xBB, 0xBF], bytes[..3]);
        opened.HasNoComplaint();
        return ("\uFEFF" + text.TrimStart('\uFEFF')).TrimEnd().Split("\r\n");
    }
}
