using System.Diagnostics;

namespace Analytics.Pipeline.Tests.DuckDb;

/// <summary>Another process that has DuckDB: node, which the build needs anyway.</summary>
internal static class NodeProcess
{
    internal static Process Start(string script, params string[] arguments) => Process.Start(new ProcessStartInfo("node", ["-e", script, .. arguments])
    {
        WorkingDirectory = Root(),
        UseShellExecute = false,
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
    })!;

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!Directory.Exists(Path.Combine(folder!.FullName, "node_modules"))) folder = folder.Parent;
        return folder.FullName;
    }
}
