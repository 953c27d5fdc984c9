using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(Analytics.Dashboards.Tests.Browser.Chromium))]

namespace Analytics.Dashboards.Tests.Browser;

/// <summary>One browser for all the tests; each opens its page in an offline context of its own.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("analytics-page-").FullName;
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public async ValueTask InitializeAsync()
    {
        var path = BrowserFinder.Find();
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = path, Args = BrowserArguments.Quiet });
    }

    internal async Task<OpenedPage> Open(string html, View? view = null, string? beforehand = null)
    {
        var file = Path.Combine(_folder, Guid.NewGuid().ToString("N") + ".html");
        await File.WriteAllTextAsync(file, html);
        var context = await _browser!.NewContextAsync((view ?? View.Desktop).Options());
        return await OpenedPage.Open(context, new Uri(file).AbsoluteUri + view?.Hash, beforehand);
    }

    /// <summary>A page that may speak to this machine, for programs that serve one.</summary>
    internal async Task<IPage> OpenServed(string address)
    {
        var context = await _browser!.NewContextAsync(new() { ViewportSize = new() { Width = 1280, Height = 900 } });
        var page = await context.NewPageAsync();
        await page.GotoAsync(address);
        return page;
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
            await _browser.DisposeAsync();
        _playwright?.Dispose();
        Directory.Delete(_folder, recursive: true);
    }
}
