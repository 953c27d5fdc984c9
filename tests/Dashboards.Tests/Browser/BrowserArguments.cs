namespace Analytics.Dashboards.Tests.Browser;

/// <summary>How a browser is started of which only the page is looked at.</summary>
internal static class BrowserArguments
{
    /// <summary>What a browser does for a person at it: each window draws its address bar's list beforehand, which costs more than the page under test.</summary>
    private const string NotForTests = "WebUIOmniboxPopup,WebUIOmniboxAimPopup,PreloadTopChromeWebUI,SpareRendererForSitePerProcess";

    /// <summary>What Playwright switches off too: of two such arguments the browser heeds the last.</summary>
    private const string NotForPlaywright = "AvoidUnnecessaryBeforeUnloadCheckSync,DestroyProfileOnBrowserClose,GlobalMediaControls,HttpsUpgrades,LensOverlay,MediaRouter,PaintHolding,Translate,OptimizationHints";

    public static string[] Quiet =>
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
        $"--disable-features={NotForPlaywright},{NotForTests}",
    ];
}
