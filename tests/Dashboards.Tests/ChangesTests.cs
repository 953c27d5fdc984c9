using Analytics.Dashboards.Tests.Browser;

namespace Analytics.Dashboards.Tests;

public class ChangesTests(Chromium browser)
{
    [Fact]
    public async Task The_data_page_says_which_files_came_in_and_which_figures_moved()
    {
        await using var opened = await browser.Open(Pages.Of("en", "changes"), View.Desktop.At("data"));

        Assert.Equal("Since the run before: files 2, figures that moved 1", await opened.Text("#changes-title"));
        Assert.StartsWith("New: leads.csv", (await opened.Texts("#changes .plain li"))[0], StringComparison.Ordinal);
        Assert.Equal(["Revenue", "All the data", "€1,200,000", "€1,234,567", "+€34,567"], await opened.Texts("#changes tbody td"));
        opened.HasNoComplaint();
    }
}
