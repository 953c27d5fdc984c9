using System.Text.Json;
using Analytics.Dashboards.Tests.Browser;
using Microsoft.Playwright;

namespace Analytics.Dashboards.Tests.Jupyter;

/// <summary>The classic Notebook, as an analyst uses it in a browser.</summary>
public class NotebookTests(Chromium browser)
{
    private const float Patience = 60_000;

    [Fact]
    public async Task A_notebook_runs_shows_a_chart_is_interrupted_and_completes_a_name()
    {
        if (!JupyterServer.IsInstalled) Assert.Skip("Needs the classic Notebook: apt-get install jupyter-notebook");
        await using var server = await JupyterServer.Start("day.ipynb", Notebook(
            "var rows = new[] { (\"a\", 1.0), (\"b\", 2.0) };\nChart.Bar(rows, r => r.Item1, r => r.Item2, \"Two bars\")",
            "Table.Of(Enumerable.Range(1, 50).Select(n => new { n, square = n * n }))",
            "while (true) { }",
            "Kpi.WinRateCoh"));
        var page = await browser.OpenServed(server.AddressOf("day.ipynb"));
        page.SetDefaultTimeout(Patience);
        await page.WaitForFunctionAsync("() => window.IPython && IPython.notebook && IPython.notebook.kernel && IPython.notebook.kernel.is_connected()");

        await page.ClickAsync("#celllink");
        await page.ClickAsync("#run_all_cells a");
        await page.WaitForSelectorAsync(".analytics-figure[data-drawn=true] svg.main-svg");
        Assert.Equal(2, await page.Locator(".analytics-figure .bars .point").CountAsync());

        Assert.Equal("1", await FirstCell(page));
        await page.ClickAsync(".analytics-table th >> nth=0 >> button");
        Assert.Equal("50", await FirstCell(page));

        await page.WaitForFunctionAsync("() => IPython.notebook.get_cell(2).element.hasClass('running')");
        await page.ClickAsync("button[data-jupyter-action='jupyter-notebook:interrupt-kernel']");
        await page.WaitForSelectorAsync(".output_error >> text=The cell was interrupted");

        await page.EvaluateAsync("() => { const c = IPython.notebook.get_cell(3); IPython.notebook.select(3); IPython.notebook.edit_mode(); c.focus_editor(); c.code_mirror.setCursor(0, 14); }");
        await page.Keyboard.PressAsync("Tab");
        await page.WaitForFunctionAsync("() => IPython.notebook.get_cell(3).get_text() === 'Kpi.WinRateCohort'");
        await page.Context.CloseAsync();
    }

    private static Task<string> FirstCell(IPage page) => page.Locator(".analytics-table tbody td").First.InnerTextAsync();

    private static string Notebook(params string[] cells) => JsonSerializer.Serialize(new
    {
        cells = cells.Select(source => new { cell_type = "code", execution_count = (int?)null, metadata = new { }, outputs = Array.Empty<object>(), source }),
        metadata = new { kernelspec = new { name = "analytics-csharp", display_name = "C# (Analytics)", language = "C#" } },
        nbformat = 4,
        nbformat_minor = 4,
    });
}
