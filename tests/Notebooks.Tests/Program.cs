using System.Diagnostics;

namespace Analytics.Notebooks.Tests;

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
