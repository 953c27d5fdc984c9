using Analytics.Dashboards.Tests.Browser;
using Microsoft.Playwright;

namespace Analytics.Dashboards.Tests.Engine;

/// <summary>Under choices, a part of the page that does not follow them says so; where nothing is chosen, none needs to.</summary>
[Collection("sample")]
public class HonestyTests(Chromium browser, SamplePage sample)
{
    /// <summary>The parts that a run alone computes, by page.</summary>
    private static readonly Dictionary<string, string[]> OfWholeBase = new(StringComparer.Ordinal)
    {
        ["overview"] = ["outlook"],
        ["pareto"] = ["matrix", "lorenz"],
        ["keep"] = ["causes", "cohorts"],
        ["win"] = ["waiting", "contacts", "niches", "loss-reasons"],
        ["team"] = ["team", "team-profiles", "team-heat", "team-activity"],
        ["service"] = ["complaints", "outcomes"],
    };

    [Theory]
    [InlineData("in.type=TPE")]
    [InlineData("period=year:2025-01-01")]
    public async Task What_does_not_follow_the_choices_says_so(string choice)
    {
        await using var opened = await browser.Open(sample.Built.Html);
        foreach (var (page, parts) in OfWholeBase)
        {
            await Show(opened, page, $"page={page}");
            Assert.Equal(0, await opened.Find($"#view-{page} .whole-base").CountAsync());

            await Show(opened, page, $"page={page}&{choice}");
            foreach (var part in parts)
                await Assertions.Expect(opened.Find($"#{part} .whole-base")).ToHaveTextAsync("For the whole base: this part does not follow the choices above.");
        }
        opened.HasNoComplaint();
    }

    [Fact]
    public async Task A_list_of_customers_and_a_comparison_name_the_choice_they_cannot_follow()
    {
        await using var opened = await browser.Open(sample.Built.Html, View.Desktop with { Hash = "#page=keep&in.family=Consommables&in.type=TPE" });
        Assert.Equal("Does not follow the filter: Product family", await opened.Text("#drop-offs .whole-base"));

        await Show(opened, "segments", "page=segments&by=type&in.family=Consommables");
        Assert.Equal("Does not follow the filter: Product family", await opened.Text(".panel[data-kpi=attrition] .panel-unheeded"));
        Assert.Equal("", await opened.Text(".panel[data-kpi=basket_per_order] .panel-unheeded"));
        // What segments are held against is all that the choices let through, and not the whole base.
        Assert.StartsWith("All together ", await opened.Text(".panel[data-kpi=basket_per_order] .panel-base"), StringComparison.Ordinal);
        Assert.DoesNotContain("whole base", await opened.Text("#segments"), StringComparison.OrdinalIgnoreCase);
        opened.HasNoComplaint();
    }

    private static async Task Show(OpenedPage opened, string page, string hash)
    {
        await opened.Page.EvaluateAsync($"location.hash = '{hash}'");
        await Assertions.Expect(opened.Find($"#view-{page}")).ToBeVisibleAsync();
    }
}
