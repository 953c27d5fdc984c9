using Microsoft.Playwright;

namespace Analytics.Dashboards.Tests.Browser;

/// <summary>How a reader looks at the page.</summary>
internal sealed record View(int Width, int Height)
{
    public static View Desktop { get; } = new(1280, 900);
    public static View Phone { get; } = new(390, 844);

    public bool Dark { get; init; }
    public bool BypassPolicy { get; init; }
    public string Hash { get; init; } = "";
    public float Scale { get; init; } = 1;

    /// <summary>The same, with one page of the book open.</summary>
    public View At(string page) => this with { Hash = Hash.Length == 0 ? $"#page={page}" : $"{Hash}&page={page}" };

    public BrowserNewContextOptions Options() => new()
    {
        Offline = true,
        AcceptDownloads = true,
        BypassCSP = BypassPolicy,
        ViewportSize = new() { Width = Width, Height = Height },
        DeviceScaleFactor = Scale,
        ColorScheme = Dark ? ColorScheme.Dark : ColorScheme.Light,
        ReducedMotion = ReducedMotion.Reduce,
    };
}
