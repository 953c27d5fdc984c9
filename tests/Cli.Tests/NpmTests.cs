using System.Diagnostics;

namespace Analytics.Cli.Tests;

public class NpmTests
{
    [Fact]
    public void Without_npm_the_build_says_what_to_install()
    {
        var root = Repository.Root;
        using var place = new CommandLine();
        if (!OperatingSystem.IsWindows()) File.CreateSymbolicLink(place.At("sh"), "/bin/sh");
        using var build = Process.Start(new ProcessStartInfo(DotnetPath(), ["msbuild", Path.Combine(root, "build", "npm.proj"), "-nologo", "-v:q", $"-p:NpmStamp={place.At("stamp")}"])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            Environment = { ["PATH"] = place.Folder },
        })!;
        var text = build.StandardOutput.ReadToEnd();
        build.WaitForExit();
        Assert.NotEqual(0, build.ExitCode);
        Assert.Contains("ANALYTICS001", text, StringComparison.Ordinal);
        Assert.Contains("Install Node.js", text, StringComparison.Ordinal);
    }

    private static string DotnetPath()
    {
        var name = OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet";
        return Environment.GetEnvironmentVariable("PATH")!.Split(Path.PathSeparator).Select(p => Path.Combine(p, name)).First(File.Exists);
    }
}
