using System.Diagnostics;

namespace Analytics.Dashboards.Tests.Browser;

/// <summary>Finds a Chromium, Chrome or Edge that is installed, or installs one where that can be done.</summary>
internal static class BrowserFinder
{
    private const string Variable = "ANALYTICS_BROWSER";

    /// <summary>The browser's path; null for the one that Playwright keeps itself.</summary>
    public static string? Find()
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } chosen)
            return File.Exists(chosen) ? chosen : throw new FileNotFoundException($"{Variable} names '{chosen}', which does not exist.");
        return Installed() ?? FromDebian() ?? FromPlaywright();
    }

    private static string? Installed() => Places().FirstOrDefault(File.Exists);

    private static IEnumerable<string> Places()
    {
        if (OperatingSystem.IsWindows())
            return
                from root in new[] { "ProgramFiles", "ProgramFiles(x86)", "LocalAppData" }
                let folder = Environment.GetEnvironmentVariable(root)
                where folder is not null
                from program in new[] { @"Google\Chrome\Application\chrome.exe", @"Microsoft\Edge\Application\msedge.exe", @"Chromium\Application\chrome.exe" }
                select Path.Combine(folder, program);
        if (OperatingSystem.IsMacOS())
            return from program in new[] { "Google Chrome", "Chromium", "Microsoft Edge" } select $"/Applications/{program}.app/Contents/MacOS/{program}";
        return
            from folder in (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            from program in new[] { "chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge" }
            select Path.Combine(folder, program);
    }

    private static string? FromDebian()
    {
        if (!OperatingSystem.IsLinux() || Environment.UserName is not "root" || !File.Exists("/usr/bin/apt-get"))
            return null;
        Run("/usr/bin/apt-get", "update -qq");
        Run("/usr/bin/apt-get", "install -y -qq --no-install-recommends chromium");
        return Installed();
    }

    private static string? FromPlaywright() =>
        Microsoft.Playwright.Program.Main(["install", "chromium"]) == 0
            ? null
            : throw new InvalidOperationException(
                $"These tests open the page in a browser, and none was found or could be installed. Install Chromium, Google Chrome or Microsoft Edge, or give its path in {Variable}.");

    private static void Run(string program, string arguments)
    {
        using var process = Process.Start(program, arguments);
        process.WaitForExit();
    }
}
