using Analytics.Pipeline;

namespace Analytics.Cli.Tests;

public sealed class MapTests : IDisposable
{
    private readonly DirectoryInfo _exports = Directory.CreateTempSubdirectory("analytics-map-test-");

    [Fact]
    public void A_mapping_is_written_checked_and_not_overwritten()
    {
        File.WriteAllText(Path.Combine(_exports.FullName, "orders.csv"), "customer,date,amount,note\na,2025-01-01,1,x\n");
        var mapping = Path.Combine(_exports.FullName, ExportMapping.FileName);
        Assert.Equal(0, CommandLine.Run("map", _exports.FullName, "--lang", "fr").Code);
        Assert.Contains("# compris, 100 / 100", File.ReadAllText(mapping));
        Assert.Equal(0, CommandLine.Run("check", _exports.FullName).Code);
        Assert.Equal(3, CommandLine.Run("map", _exports.FullName).Code);
        File.WriteAllText(mapping, File.ReadAllText(mapping).Replace("table: orders", "table: order"));
        var check = CommandLine.Run("check", _exports.FullName, "--lang", "en");
        Assert.Equal(3, check.Code);
        Assert.Contains("Did you mean \"orders\"?", check.Text);
    }

    public void Dispose() => _exports.Delete(recursive: true);
}
