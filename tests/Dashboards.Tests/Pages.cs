using Analytics.Dashboards.Tests.Warehouse;

namespace Analytics.Dashboards.Tests;

/// <summary>The page of the figures' warehouse, made once for each language.</summary>
internal static class Pages
{
    private static readonly Lazy<string> LazyEnglish = new(() => Of("en"));
    private static readonly Lazy<string> LazyFrench = new(() => Of("fr"));
    private static readonly Lazy<string> LazyHostile = new(() => Of("en", "hostile"));

    public static string English => LazyEnglish.Value;
    public static string French => LazyFrench.Value;
    public static string Hostile => LazyHostile.Value;

    public static string In(string language) => language is "fr" ? French : English;

    public static string Of(string language, params string[] scripts)
    {
        using var warehouse = TestWarehouse.WithFigures(["team", "service", "effort", "worth", "trust", .. scripts]);
        return Dashboard.Html(warehouse, new DashboardOptions { Language = language });
    }
}
