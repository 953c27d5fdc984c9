using System.Diagnostics;
using System.Globalization;
using System.Text;
using Analytics.Dashboards;
using Analytics.Dashboards.Tests.Browser;
using Analytics.Pipeline.DuckDb;
using Microsoft.Playwright;

namespace Analytics.Benchmarks;

/// <summary>
/// The page of 100,000 customers and 2 million orders in a browser: its size, when it first shows figures, when every figure can be
/// recomputed, and what the main thread spends on a click. The thread's own time hardly moves with the machine's load.
/// </summary>
internal static class PageBenchmark
{
    internal const int Customers = 100_000;
    internal const int Orders = 2_000_000;

    private const int Opens = 5;

    /// <summary>How long after the filters are there a reader chooses first, in milliseconds: what was put off until then is still being worked at, or is done.</summary>
    private static readonly int[] FirstAfter = [0, 500, 2000];

    /// <summary>What a reader does: segments of each dimension on and off, periods, days of one's own, another comparison.</summary>
    private static readonly string[] Clicks =
    [
        "in.type=TPE", "in.type=TPE&in.sector=sector 1", "in.sector=sector 1&in.sector=sector 2", "in.family=Family 2", "in.family=Family 2&in.type=PME", "in.region=region 3",
        "in.channel=Channel 1", "in.owner=Owner 7", "in.owner=Owner 7&in.owner=Owner 8", "in.rfm=rfm 3", "period=year:2025-01-01", "period=ttm:2025-01-01&in.size=1–9", "in.size=1–9",
        "period=days:2024-02-10:2025-03-20", "period=days:2024-02-10:2025-03-20&in.type=ETI", "find=garage", "find=garage&in.type=TPE", "",
    ];

    /// <summary>Marks the moment itself: when it is asked for from outside, the page may be at what it does while idle.</summary>
    private const string WhenReady = "new MutationObserver((_, observer) => { if (document.documentElement?.dataset.ready) { performance.mark('ready'); observer.disconnect(); } }).observe(document, { attributes: true, subtree: true, attributeFilter: ['data-ready'] });";

    /// <summary>A task that lasts is one that a click would have waited for.</summary>
    private const string LongTasks = "window.lasted = []; new PerformanceObserver(list => window.lasted.push(...list.getEntries())).observe({ type: 'longtask', buffered: true });";

    /// <summary>Writes the page to a file, which stays.</summary>
    internal static async Task Write(string file, int customers, int orders)
    {
        var clock = Stopwatch.StartNew();
        var html = Html(customers, orders);
        await File.WriteAllTextAsync(file, html, new UTF8Encoding(false));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"written in {clock.Elapsed.TotalSeconds:0.0} s, {new FileInfo(file).Length / 1e6:0.00} MB, of which facts {html.Split("id=\"page-bytes\">")[1].Split("</script>")[0].Length / 1e6:0.00} MB"));
    }

    /// <summary>Opens a page's file in a browser, the clicks on each of its pages in turn.</summary>
    internal static async Task Open(string file, string[] pages)
    {
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = BrowserFinder.Find(), Args = BrowserArguments.Quiet });
        foreach (var page in pages)
        {
            await Open(browser, new Uri(Path.GetFullPath(file)).AbsoluteUri, page);
            foreach (var wait in FirstAfter) await OpenAndClick(browser, new Uri(Path.GetFullPath(file)).AbsoluteUri, page, wait);
        }
    }

    internal static async Task Run(string[] pages)
    {
        var folder = Directory.CreateTempSubdirectory("page-");
        var file = Path.Combine(folder.FullName, "page.html");
        await Write(file, Customers, Orders);
        await Open(file, pages);
        folder.Delete(recursive: true);
    }

    private static string Html(int customers, int orders)
    {
        using var warehouse = new DuckDBConnection("Data Source=:memory:");
        warehouse.Open();
        foreach (var script in new[] { "contract.sql", "page.sql" })
        {
            using var stream = typeof(PageBenchmark).Assembly.GetManifestResourceStream(script)!;
            using var reader = new StreamReader(stream);
            using var command = new DuckDBCommand(string.Create(CultureInfo.InvariantCulture, $"SET VARIABLE customers = {customers}; SET VARIABLE orders = {orders}; {reader.ReadToEnd()}"), warehouse);
            command.ExecuteNonQuery();
        }
        return Dashboard.Html(warehouse);
    }

    private static async Task Open(IBrowser browser, string address, string pageName)
    {
        var (first, ready, clicks) = (new List<double>(), new List<double>(), new List<double>());
        for (var open = 0; open < Opens; open++)
        {
            var page = await Opened(browser, address, pageName);
            ready.Add(await page.EvaluateAsync<double>("performance.getEntriesByName('ready')[0].startTime"));
            first.Add(await page.EvaluateAsync<double>("performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? NaN"));
            await page.WaitForTimeoutAsync(2000);
            var session = await Watched(page);
            foreach (var click in Clicks) clicks.Add(await Click(page, session, $"page={pageName}&{click}"));
            await page.CloseAsync();
        }
        var sorted = clicks.Order().ToList();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{pageName}: first figures {Median(first):0} ms, ready {Median(ready):0} ms, click {Median(clicks):0} ms of main thread in the middle, {sorted[(int)(0.95 * sorted.Count)]:0} at the 95th percentile, {sorted[^1]:0} at most ({clicks.Count} clicks)"));
        foreach (var (click, place) in Clicks.Select((click, place) => (click, place)))
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {Median([.. clicks.Where((_, i) => i % Clicks.Length == place)]),5:0} ms  {click}"));
    }

    /// <summary>The first click, and the longest task before it. What is worked out in idle moments stops at the click, but for a task begun before it.</summary>
    private static async Task OpenAndClick(IBrowser browser, string address, string pageName, int wait)
    {
        var (clicks, lasted) = (new List<double>(), new List<double>());
        for (var open = 0; open < 2 * Opens; open++)
        {
            var page = await Opened(browser, address, pageName);
            var session = await Watched(page);
            await page.WaitForTimeoutAsync(wait);
            clicks.Add(await Click(page, session, $"page={pageName}&{Clicks[0]}"));
            lasted.Add(await page.EvaluateAsync<double>("Math.max(0, ...lasted.filter(task => task.startTime > performance.getEntriesByName('ready')[0].startTime && task.startTime + task.duration < performance.getEntriesByName('chosen')[0].startTime).map(task => task.duration))"));
            await page.CloseAsync();
        }
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{pageName}: first click {wait} ms after: {Median(clicks):0} ms in the middle, {clicks.Max():0} at most; before it no task beyond {Math.Max(50, lasted.Max()):0} ms ({clicks.Count} opens)"));
    }

    private static async Task<IPage> Opened(IBrowser browser, string address, string pageName)
    {
        var page = await browser.NewPageAsync(new() { ViewportSize = new() { Width = 1280, Height = 900 } });
        await page.AddInitScriptAsync(WhenReady + LongTasks);
        await page.GotoAsync($"{address}#page={pageName}", new() { WaitUntil = WaitUntilState.Commit });
        await page.WaitForSelectorAsync("html[data-ready=true]", new() { State = WaitForSelectorState.Attached, Timeout = 60_000 });
        return page;
    }

    private static async Task<ICDPSession> Watched(IPage page)
    {
        var session = await page.Context.NewCDPSessionAsync(page);
        await session.SendAsync("Performance.enable", new() { ["timeDomain"] = "threadTicks" });
        return session;
    }

    /// <summary>The main thread's milliseconds until what was chosen is drawn.</summary>
    private static async Task<double> Click(IPage page, ICDPSession session, string hash)
    {
        var before = await Busy(session);
        await page.EvaluateAsync("hash => new Promise(done => { performance.mark('chosen'); location.hash = hash; requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done))); })", hash);
        return 1000 * (await Busy(session) - before);
    }

    private static async Task<double> Busy(ICDPSession session)
    {
        var answer = await session.SendAsync("Performance.getMetrics");
        return answer!.Value.GetProperty("metrics").EnumerateArray().Single(metric => metric.GetProperty("name").GetString() == "TaskDuration").GetProperty("value").GetDouble();
    }

    private static double Median(IReadOnlyList<double> values) => values.Order().ElementAt(values.Count / 2);
}
