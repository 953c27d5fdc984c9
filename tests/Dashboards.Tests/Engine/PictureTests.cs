using Analytics.Dashboards.Tests.Browser;
using Microsoft.Playwright;

namespace Analytics.Dashboards.Tests.Engine;

/// <summary>What is copied as an image is what stands on the page.</summary>
[Collection("sample")]
public class PictureTests(Chromium browser, SamplePage sample)
{
    /// <summary>The drawing that the page makes of a part, before it is turned into a picture.</summary>
    private const string Watch = """
        const source = Object.getOwnPropertyDescriptor(HTMLImageElement.prototype, 'src');
        Object.defineProperty(HTMLImageElement.prototype, 'src', { ...source, set(address) { window.drawn = address; source.set.call(this, address); } });
        window.inkOf = async (left, top, width, height) => {
            const image = new Image();
            source.set.call(image, window.drawn);
            await image.decode();
            const pen = Object.assign(document.createElement('canvas'), { width: image.width, height: image.height }).getContext('2d');
            pen.drawImage(image, 0, 0);
            const [from, tall] = top < 0 ? [image.height + top, height] : [top, height];
            return new Set(new Uint32Array(pen.getImageData(left, from, width || image.width, tall).data.buffer)).size;
        };
        """;

    [Theory]
    [InlineData(".annotation-text")]
    [InlineData(".xtitle")]
    public async Task The_curve_is_pictured_with_its_marks_and_words(string mark)
    {
        await using var opened = await Copied("pareto", "#pareto", dark: true);

        var ink = await opened.Page.EvaluateAsync<int>($$"""
            (() => { const [mark, part] = ['#pareto-chart {{mark}}', '#pareto'].map(one => document.querySelector(one).getBoundingClientRect()); return inkOf(mark.left - part.left + 16, mark.top - part.top + 16, mark.width, mark.height); })()
            """);

        Assert.True(ink > 4, $"{ink} colours where {mark} stands");
    }

    [Theory]
    [InlineData("segments", "#segments")]
    [InlineData("pareto", "#pareto")]
    [InlineData("team", "#team-heat")]
    public async Task A_picture_ends_with_its_source_and_not_with_a_blank_band(string page, string part)
    {
        await using var opened = await Copied(page, part, dark: false);

        var source = await opened.Page.EvaluateAsync<string>("decodeURIComponent(drawn).match(/<p class=\"rule\">([^<]*)<\\/p><\\/section>/)[1]");
        Assert.Contains("figures as of", source, StringComparison.Ordinal);
        Assert.Contains("TPE", source, StringComparison.Ordinal);
        Assert.True(await opened.Page.EvaluateAsync<int>("inkOf(0, -60, 0, 60)") > 4);
        Assert.Equal(1, await opened.Page.EvaluateAsync<int>("inkOf(0, -10, 0, 10)"));
        Assert.Equal(1, await opened.Find(part).CountAsync());
    }

    private async Task<OpenedPage> Copied(string page, string part, bool dark)
    {
        var opened = await browser.Open(sample.Built.Html, View.Desktop with { Dark = dark, Hash = $"#page={page}&in.type=TPE" }, Watch);
        if (page is "pareto")
            await Assertions.Expect(opened.Find("#pareto-chart .xtitle")).ToBeVisibleAsync();
        await opened.Find($"{part} .copy-image").ClickAsync(new() { Force = true });
        await opened.Page.WaitForFunctionAsync("window.drawn !== undefined");
        return opened;
    }
}
