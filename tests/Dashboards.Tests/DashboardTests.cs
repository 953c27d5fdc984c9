using System.Security.Cryptography;
using System.Text;
using Analytics.Dashboards.Tests.Warehouse;

namespace Analytics.Dashboards.Tests;

public class DashboardTests
{
    [Fact]
    public void The_same_warehouse_gives_the_same_bytes()
    {
        Assert.Equal(SHA256.HashData(Encoding.UTF8.GetBytes(Pages.Of("fr"))), SHA256.HashData(Encoding.UTF8.GetBytes(Pages.Of("fr"))));
    }

    [Fact]
    public void The_page_replaces_the_last_one_whole_and_makes_its_folder()
    {
        var folder = Directory.CreateTempSubdirectory("analytics-").FullName;
        var path = Path.Combine(folder, "out", "page.html");
        using var warehouse = TestWarehouse.WithFigures();

        Dashboard.Write(warehouse, path);
        Dashboard.Write(warehouse, path, new DashboardOptions { Language = "fr" });

        Assert.Contains("<html lang=\"fr\">", File.ReadAllText(path), StringComparison.Ordinal);
        Assert.Equal([path], Directory.GetFiles(Path.GetDirectoryName(path)!));
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public void A_language_that_is_not_known_is_refused()
    {
        using var warehouse = TestWarehouse.WithFigures();

        var refusal = Assert.Throws<ArgumentException>(() => Dashboard.Html(warehouse, new DashboardOptions { Language = "de" }));

        Assert.Contains("Choose fr or en", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_page_names_nothing_outside_itself()
    {
        var ownPart = Pages.English[..Pages.English.IndexOf("<script>", StringComparison.Ordinal)];

        Assert.DoesNotContain("http://", ownPart, StringComparison.Ordinal);
        Assert.DoesNotContain("https://", ownPart, StringComparison.Ordinal);
        Assert.True(Pages.English.Length < 3_000_000, $"{Pages.English.Length} characters");
    }
}
