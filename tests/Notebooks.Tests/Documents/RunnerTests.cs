using System.Text.Json.Nodes;
using Analytics.Cli;

namespace Analytics.Notebooks.Tests.Documents;

public sealed class RunnerTests(Demo demo)
{
    [Fact]
    public void A_failing_cell_stops_the_notebook_which_is_written_as_far_as_it_came()
    {
        var path = Notebook("failing", "Console.WriteLine(1);\nvar a = 1;", "a + 1", "a / (a - 1)", "Console.WriteLine(\"never\");");
        var (code, text) = Run("notebook", "run", path, "--html", "--out", demo.At("runs"), "--lang", "en");
        Assert.Equal(3, code);
        Assert.Contains("cell 3 failed", text, StringComparison.Ordinal);
        Assert.Contains("DivideByZeroException", text, StringComparison.Ordinal);
        var cells = JsonNode.Parse(File.ReadAllText(demo.At("runs/failing.ipynb")))!["cells"]!.AsArray();
        Assert.Equal("2", cells[1]!["outputs"]![0]!["data"]!["text/plain"]![0]!.GetValue<string>());
        Assert.Equal("error", cells[2]!["outputs"]![0]!["output_type"]!.GetValue<string>());
        Assert.Empty(cells[3]!["outputs"]!.AsArray());
        Assert.Contains("class=\"error\"", File.ReadAllText(demo.At("runs/failing.html")), StringComparison.Ordinal);
    }

    [Fact]
    public void A_cell_that_ends_the_process_is_named_and_the_next_notebook_runs()
    {
        var deadly = Notebook("deadly", "1 + 1", "Func<int, int> f = null!;\nf = n => 1 + f(n + 1);\nf(0)");
        var (code, text) = Run("notebook", "run", deadly, Notebook("after", "2 + 2"), "--out", demo.At("runs"), "--lang", "en");
        Assert.Equal(3, code);
        Assert.Contains("deadly.ipynb: cell 2 ended the process: Stack overflow.", text.ReplaceLineEndings(" "), StringComparison.Ordinal);
        Assert.Contains("4", File.ReadAllText(demo.At("runs/after.ipynb")), StringComparison.Ordinal);
        Assert.False(File.Exists(demo.At("runs/deadly.ipynb")));
    }

    [Fact]
    public void The_same_notebook_gives_the_same_bytes()
    {
        var path = Notebook("same", $"Warehouse.Open(@\"{demo.Warehouse}\")", "display(Kpi.Cac.By(\"channel\").Chart());\nKpi.Cac.By(\"channel\")");
        foreach (var folder in (string[])["once", "twice"]) NotebookRunner.Run(path, new() { Output = demo.At(folder), WritesHtml = true, Language = "fr" }, TestContext.Current.CancellationToken);
        foreach (var name in (string[])["same.ipynb", "same.html"])
            Assert.Equal(File.ReadAllBytes(demo.At($"once/{name}")), File.ReadAllBytes(demo.At($"twice/{name}")));
    }

    [Fact]
    public void The_page_holds_each_script_once_and_allows_only_its_own()
    {
        var path = Notebook("page", "display(new Html(\"<script>alert(1)</script>\"));\ndisplay(Chart.Line(new[] { (1, 2.0) }, p => p.Item1, p => p.Item2));\nTable.Of(new[] { new { A = 1 } })");
        NotebookRunner.Run(path, new() { Output = demo.At("pages"), WritesHtml = true }, TestContext.Current.CancellationToken);
        var html = File.ReadAllText(demo.At("pages/page.html"));
        Assert.Contains("content=\"default-src 'none'; script-src 'sha256-", html, StringComparison.Ordinal);
        Assert.Equal(2, html.Split(Display.OutputScript.Text).Length);
        Assert.Equal(2, html.Split(Dashboards.PlotlyFigures.Library).Length);
        Assert.DoesNotContain("src=\"http", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Something_that_is_no_notebook_is_named_with_what_was_expected()
    {
        File.WriteAllText(demo.At("no.ipynb"), "{\"nbformat\": 3}");
        var (code, text) = Run("notebook", "run", demo.At("no.ipynb"), "--out", demo.At("runs"), "--lang", "en");
        Assert.Equal(3, code);
        Assert.Contains("Expected: a file of the Jupyter format, version 4", text.ReplaceLineEndings(" "), StringComparison.Ordinal);
        Assert.Equal(3, Run("notebook", "run", demo.At("missing.ipynb"), "--out", demo.At("runs"), "--lang", "fr").Code);
    }

    [Fact]
    public void Both_languages_say_the_same_things()
    {
        Assert.Equal(Words.KeysOf("en"), Words.KeysOf("fr"));
        Words.Choose("fr");
        foreach (var key in Words.KeysOf("fr")) Assert.DoesNotMatch(@" [:;!»](\s|$)|«[^\u00A0]|'", Words.Of(key));
        Words.Choose("en");
    }

    private string Notebook(string name, params string[] cells)
    {
        var json = new JsonObject
        {
            ["cells"] = new JsonArray([.. cells.Select(c => new JsonObject { ["cell_type"] = "code", ["execution_count"] = null, ["metadata"] = new JsonObject(), ["outputs"] = new JsonArray(), ["source"] = c })]),
            ["metadata"] = new JsonObject { ["kernelspec"] = new JsonObject { ["name"] = "analytics-csharp", ["display_name"] = "C# (Analytics)" } },
            ["nbformat"] = 4,
            ["nbformat_minor"] = 4,
        };
        File.WriteAllText(demo.At(name + ".ipynb"), json.ToJsonString());
        return demo.At(name + ".ipynb");
    }

    private static (int Code, string Text) Run(params string[] arguments)
    {
        using var writer = new StringWriter();
        var code = AnalyticsCommand.Run(arguments, Terminal.Plain(writer));
        return (code, writer.ToString());
    }
}
