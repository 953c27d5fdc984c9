using Microsoft.Playwright;

namespace Analytics.Dashboards.Tests.Browser;

/// <summary>A page that has drawn itself, and every complaint that the browser had about it.</summary>
internal sealed class OpenedPage(IBrowserContext context, IPage page) : IAsyncDisposable
{
    private readonly List<string> _complaints = [];

    public IPage Page => page;

    public static async Task<OpenedPage> Open(IBrowserContext context, string address, string? beforehand = null)
    {
        var opened = new OpenedPage(context, await context.NewPageAsync());
        if (beforehand is not null)
            await opened.Page.AddInitScriptAsync(beforehand);
        opened.Listen(address);
        await opened.Page.GotoAsync(address);
        await opened.Page.WaitForSelectorAsync("html[data-ready=true]", new() { State = WaitForSelectorState.Attached });
        return opened;
    }

    public ILocator Find(string selector, PageLocatorOptions? options = null) => page.Locator(selector, options);

    public async Task<string> Text(string selector) => Plain((await page.Locator(selector).First.TextContentAsync())!);

    public async Task<string[]> Texts(string selector) => [.. (await page.Locator(selector).AllTextContentsAsync()).Select(Plain)];

    public Task<bool> ScrollsSideways() =>
        page.EvaluateAsync<bool>("document.documentElement.scrollWidth > document.documentElement.clientWidth");

    public void HasNoComplaint() => Assert.Empty(_complaints);

    public async ValueTask DisposeAsync() => await context.CloseAsync();

    private void Listen(string address)
    {
        page.Console += (_, message) => _complaints.Add($"console {message.Type}: {message.Text}");
        page.PageError += (_, error) => _complaints.Add("error: " + error);
        page.RequestFailed += (_, request) => _complaints.Add("failed: " + request.Url);
        page.Dialog += (_, dialog) => _complaints.Add("dialog: " + dialog.Message);
        page.Request += (_, request) =>
        {
            var own = address.Split('#')[0];
            if (!request.Url.StartsWith(own, StringComparison.Ordinal) && !request.Url.StartsWith("data:", StringComparison.Ordinal) && !request.Url.StartsWith("blob:", StringComparison.Ordinal))
                _complaints.Add("request: " + request.Url);
        };
    }

    /// <summary>No-break spaces written as they read, so that a test can say them; isolation marks left out.</summary>
    private static string Plain(string text) =>
        text.Replace('\u00A0', ' ').Replace('\u202F', ' ').Replace("\u2068", "", StringComparison.Ordinal).Replace("\u2069", "", StringComparison.Ordinal);
}
