using System.Text.Json.Nodes;
using Analytics.Cli;

namespace Analytics.Notebooks.Tests.Jupyter;

/// <summary>Jupyter itself with our kernel, where it is installed (Debian: jupyter-nbconvert, python3-jupyter-kernel-test).</summary>
public sealed class RealClientTests(Demo demo)
{
    [Fact]
    public void Jupyters_own_tests_of_a_kernel_pass()
    {
        Need("jupyter_kernel_test");
        var (code, text) = Python(Path.Combine(AppContext.BaseDirectory, "Jupyter", "kernel_test.py"));
        Assert.True(code == 0, text);
        Assert.Contains("Ran 12 tests", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Nbconvert_executes_a_worked_notebook_whose_result_Jupyters_format_accepts()
    {
        Need("nbconvert, nbclient, nbformat");
        var notebook = Path.Combine(Repository.Root, "notebooks", "2-segments.ipynb");
        var (code, text) = Python("-m", "nbconvert", "--to", "notebook", "--execute", notebook, "--output-dir", demo.Folder, "--output", "converted.ipynb");
        Assert.True(code == 0, text);
        Assert.DoesNotContain("Warning", text, StringComparison.Ordinal);
        var cells = JsonNode.Parse(File.ReadAllText(demo.At("converted.ipynb")))!["cells"]!.AsArray();
        Assert.StartsWith("Décision", cells[^1]!["outputs"]![0]!["data"]!["text/plain"]![0]!.GetValue<string>(), StringComparison.Ordinal);
    }

    private (int Code, string Text) Python(params string[] arguments)
    {
        using var writer = new StringWriter();
        AnalyticsCommand.Run(["notebook", "install", "--prefix", demo.At("prefix")], Terminal.Plain(writer));
        // The kernel is this build's own program, whoever runs these tests.
        var specification = demo.At("prefix/share/jupyter/kernels/analytics-csharp/kernel.json");
        var json = JsonNode.Parse(File.ReadAllText(specification))!;
        json["argv"] = new JsonArray(Program.Analytics, "notebook", "kernel", "{connection_file}", "--lang", "en");
        File.WriteAllText(specification, json.ToJsonString());
        return Program.Run(Interpreter, arguments, ("JUPYTER_PATH", demo.At("prefix/share/jupyter")), ("ANALYTICS_WAREHOUSE", demo.Warehouse), ("PYTHONWARNINGS", "ignore::DeprecationWarning"));
    }

    private const string Interpreter = "/usr/bin/python3";

    private static void Need(string modules)
    {
        if (!File.Exists(Interpreter) || Program.Run(Interpreter, ["-c", $"import {modules}"]).Code != 0)
            Assert.Skip($"Needs Jupyter ({modules}): apt-get install jupyter-notebook jupyter-nbconvert python3-nbclient python3-jupyter-kernel-test");
    }
}
