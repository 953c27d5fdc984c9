using System.Diagnostics;
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

/// <summary>The command as a process of its own, as Jupyter starts it.</summary>
internal static class Program
{
    public static string Analytics { get; } = Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "analytics.exe" : "analytics");

    public static (int Code, string Text) Run(string program, IEnumerable<string> arguments, params (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        foreach (var (name, value) in environment) start.Environment[name] = value;
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var text = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, text + errors.Result);
    }
}
