using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Analytics.Dashboards;
using Analytics.Notebooks.Display;

namespace Analytics.Notebooks.Documents;

/// <summary>A notebook as a page that opens offline: its own scripts may run, nothing is loaded.</summary>
internal static class HtmlPage
{
    public static string Of(NotebookDocument document)
    {
        var body = new StringBuilder();
        foreach (var cell in document.Cells)
            if (cell.IsMarkdown) body.Append(CultureInfo.InvariantCulture, $"<section class=\"text\">{Markdown.ToHtml(cell.Source)}</section>\n");
            else if (cell.IsCode) body.Append(Code(cell));
        var figures = body.ToString().Contains("analytics-figure", StringComparison.Ordinal);
        var scripts = figures ? new[] { OutputScript.Text, PlotlyFigures.Library } : [OutputScript.Text];
        return $"""
            <!doctype html>
            <html lang="{Words.Language}">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="{ContentPolicy.Allowing(scripts)}">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <title>{HtmlText.Encode(Title(document))}</title>
            <link rel="icon" href="data:,">
            <style>{Assets.Read("page.css")}{OutputScript.Style}</style>
            </head>
            <body>
            <main>
            {body}</main>
            <footer>{HtmlText.Encode(Words.Fill("document.generated", ("name", document.Name + ".ipynb")))}</footer>
            {string.Concat(scripts.Reverse().Select(script => $"<script>{script}</script>\n"))}</body>
            </html>

            """.ReplaceLineEndings("\n");
    }

    private static string Title(NotebookDocument document) =>
        document.Cells.Where(c => c.IsMarkdown).SelectMany(c => c.Source.Split('\n')).FirstOrDefault(l => l.StartsWith("# ", StringComparison.Ordinal))?[2..].Trim() ?? document.Name;

    private static string Code(NotebookCell cell)
    {
        var label = $"{Words.Of("document.cell")} [{cell.Number?.ToString(CultureInfo.InvariantCulture) ?? " "}]";
        return $"<section class=\"code\"><details open><summary>{HtmlText.Encode(label)}</summary><pre><code>{HtmlText.Encode(cell.Source.TrimEnd())}</code></pre></details>{string.Concat(cell.Outputs.Select(Output))}</section>\n";
    }

    private static string Output(JsonObject output) => output["output_type"]?.GetValue<string>() switch
    {
        "stream" => $"<pre class=\"{(output["name"]?.GetValue<string>() == "stderr" ? "warning" : "printed")}\">{Plain(NotebookCell.Joined(output["text"]))}</pre>",
        "error" => $"<pre class=\"error\">{Plain(string.Join('\n', output["traceback"]!.AsArray().Select(l => l!.GetValue<string>())))}</pre>",
        _ when output["data"]?["text/html"] is { } html => $"<div class=\"shown\">{Local(NotebookCell.Joined(html))}</div>",
        _ => $"<pre class=\"value\">{Plain(NotebookCell.Joined(output["data"]?["text/plain"]))}</pre>",
    };

    // The page holds each script once, at its end.
    private static string Local(string html) => html
        .Replace(OutputScript.Library, "", StringComparison.Ordinal)
        .Replace(OutputScript.Element, "", StringComparison.Ordinal);

    private static string Plain(string text) => HtmlText.Encode(HtmlText.WithoutTerminalCodes(text));
}
