using System.Diagnostics;

namespace Analytics.Cli.Tests;

/// <summary>The worked analyses run as the README says.</summary>
public sealed class ScriptTests(Demo demo)
{
    [Fact]
    public void The_segments_script_ranks_the_sectors_of_the_demo()
    {
        var (code, text) = Dotnet("run", Path.Combine(Repository.Root, "notebooks", "segments.cs"), "--", demo.At("warehouse.duckdb"), "sector");
        Assert.True(code == 0, text);
        Assert.Matches(@"(?m)^Segment .*ExpectedPerOpportunity\r?\nIndustrie ", text);
        Assert.Equal(6 + 2, text.Trim().Split('\n').Length);
    }

    private static (int Code, string Text) Dotnet(params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet", arguments) { UseShellExecute = false, RedirectStandardOutput = true })!;
        var text = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, text);
    }
}
