using Analytics.Cli;

// Cells write to the process's one console and run in its one current folder.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
[assembly: AssemblyFixture(typeof(Analytics.Notebooks.Tests.Demo))]

namespace Analytics.Notebooks.Tests;

/// <summary>The demo's warehouse, made once for all the tests that read it.</summary>
public sealed class Demo : IDisposable
{
    private readonly Lazy<string> _warehouse;

    public Demo() => _warehouse = new(Make);

    public string Folder { get; } = Directory.CreateTempSubdirectory("analytics-notebooks-").FullName;

    public string Warehouse => _warehouse.Value;

    public string At(string name) => Path.Combine(Folder, name);

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    private string Make()
    {
        using var writer = new StringWriter();
        var code = AnalyticsCommand.Run(["demo", "--out", At("demo"), "--lang", "fr"], Terminal.Plain(writer));
        return code == 0 ? At("demo/warehouse.duckdb") : throw new InvalidOperationException(writer.ToString());
    }
}
