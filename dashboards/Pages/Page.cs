using System.Text.Encodings.Web;
using System.Text.Unicode;
using Analytics.Dashboards.Data;
using Analytics.Dashboards.Engine;

namespace Analytics.Dashboards.Pages;

/// <summary>The HTML around the data: style, data, lists deflated, the page's own script, then the facts and Plotly, deflated, which the script starts when figures already show.</summary>
internal static class Page
{
    private static readonly HtmlEncoder Html = HtmlEncoder.Create(UnicodeRanges.All);

    public static string Render(PageData data, EngineData? facts, string language)
    {
        var (app, plotly) = (Assets.Read("client.js"), Assets.Read("plotly.js"));
        var (packedPlotly, packedLists) = (Deflated.Bytes(plotly), Deflated.Bytes(PageJson.Encode(data.Lists)));
        var texts = Texts.In(language);
        var title = Html.Encode(texts.Format("pageTitle", data.Run.Title, data.Run.AsOf.ToString("yyyy-MM-dd", null)));
        return $"""
            <!doctype html>
            <html lang="{language}">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="{ContentPolicy.Allowing(app, plotly)}">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <meta name="generator" content="analytics {Html.Encode(data.Run.Version)}">
            <title>{title}</title>
            <link rel="icon" href="data:,">
            <style>{Assets.Read("page.css")}</style>
            </head>
            <body>
            <noscript>{Html.Encode(Texts.English["noScript"])}<br>{Html.Encode(Texts.French["noScript"])}</noscript>
            <script type="application/json" id="page-data">{PageJson.Encode(data.WithoutLists())}</script>
            <script type="text/plain" id="page-lists" data-length="{packedLists.Length}">{Base116.Text(packedLists)}</script>
            <script>{app}</script>
            <script type="application/json" id="page-facts">{PageJson.Encode(facts)}</script>
            <script type="text/plain" id="page-bytes">{Base116.Text(facts?.Bytes)}</script>
            <script type="text/plain" id="plotly" data-length="{packedPlotly.Length}">{Base116.Text(packedPlotly)}</script>
            </body>
            </html>

            """.Replace("\r\n", "\n", StringComparison.Ordinal);
    }
}
