using System.Data.Common;
using System.Globalization;
using Analytics.Dashboards.Tests.Browser;

namespace Analytics.Dashboards.Tests.Engine;

/// <summary>What it takes and costs to win a customer of the sample: the page against the warehouse.</summary>
[Collection("sample")]
public class WinPathTests(Chromium browser, SamplePage sample)
{
    [Fact]
    public async Task The_funnel_counts_the_last_twelve_months_from_the_lead_to_the_new_customer()
    {
        await using var opened = await browser.Open(sample.Built.Html, View.Desktop with { Hash = "#page=win" });

        Assert.Equal(
            ((string[])["leads", "opportunities_created", "opportunities_won", "customers_new"]).Select(kpi => Whole(Figure(kpi, "all", "all", "ttm"))),
            await opened.Texts("#funnel .rung-value"));
        opened.HasNoComplaint();
    }

    [Fact]
    public async Task Each_channel_shows_what_a_customer_costs_and_how_long_its_leads_wait()
    {
        await using var opened = await browser.Open(sample.Built.Html, View.Desktop with { Hash = "#page=win" });

        foreach (var channel in (string[])["Salon", "Site web"])
        {
            Assert.StartsWith(Whole(Figure("cac", "channel", channel, "ttm")), await opened.Text($"#channels .panel[data-kpi=cac] [data-segment='{channel}'] .bar-value"), StringComparison.Ordinal);
            Assert.StartsWith(Hours(Figure("time_to_first_contact", "channel", channel, "all")), await opened.Text($"#first-contact [data-segment='{channel}'] .dot-value"), StringComparison.Ordinal);
        }
        opened.HasNoComplaint();
    }

    [Fact]
    public async Task The_curve_of_the_cycle_is_titled_by_its_median_open_deals_counted()
    {
        await using var opened = await browser.Open(sample.Built.Html, View.Desktop with { Hash = "#page=win" });

        Assert.Contains($"take {Whole(Figure("sales_cycle_waiting", "all", "all", "all"))} days or less", await opened.Text("#waiting-title"), StringComparison.Ordinal);
        Assert.True(await opened.Find("#waiting svg").First.IsVisibleAsync());
        opened.HasNoComplaint();
    }

    private double Figure(string kpi, string dimension, string segment, string period) => EngineTests.Rows(sample.Built.Warehouse,
        $"select value from marts.kpis where kpi = '{kpi}' and dimension = '{dimension}' and segment = '{segment}' and period = '{period}' and owner_id is null", (DbDataReader row) => row.GetDouble(0)).Single();

    private static string Hours(double value) => value < 48 ? $"{value.ToString("0.#", CultureInfo.InvariantCulture)} h" : $"{(value / 24).ToString("0.0", CultureInfo.InvariantCulture)} days";

    private static string Whole(double value) => Math.Round(value, MidpointRounding.AwayFromZero).ToString("#,##0", CultureInfo.InvariantCulture);
}
