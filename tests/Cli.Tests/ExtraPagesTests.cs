namespace Analytics.Cli.Tests;

public class ExtraPagesTests(Demo demo)
{
    [Fact]
    public void Each_owner_with_customers_gets_a_page_and_one_has_no_names()
    {
        var pages = Directory.GetFiles(demo.At("owners"), "*.html").Select(Path.GetFileName).Order(StringComparer.Ordinal);

        Assert.Equal(
            ["amelie-rousseau.html", "etienne-morel.html", "francois-beranger.html", "helene-faure.html", "karim-benali.html", "loic-gueguen.html", "nadia-cherif.html", "zoe-loewenstein.html"],
            pages);
        Assert.DoesNotContain("Amélie Rousseau", File.ReadAllText(demo.At("dashboard-anonymous.html")), StringComparison.Ordinal);
        Assert.Contains("dashboard-anonymous.html", demo.Text, StringComparison.Ordinal);
    }
}
