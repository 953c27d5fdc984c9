using System.Diagnostics;
using System.Text.Json;

namespace Analytics.Dashboards.Tests.Engine;

/// <summary>The page's own engine on a page's own facts, run by Node.js.</summary>
internal sealed class AskedEngine : IDisposable
{
    private static readonly JsonSerializerOptions CamelCase = new(JsonSerializerDefaults.Web);
    private readonly string _page = Path.GetTempFileName();
    private readonly Process _node;

    public AskedEngine(string html)
    {
        File.WriteAllText(_page, html);
        _node = Process.Start(new ProcessStartInfo("node", [Path.Combine(AppContext.BaseDirectory, "ask.mjs"), _page])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        })!;
    }

    public Answer Ask(Question question) => Ask<Answer>(question);

    public T Ask<T>(object question)
    {
        _node.StandardInput.WriteLine(JsonSerializer.Serialize(question, CamelCase));
        _node.StandardInput.Flush();
        var answer = _node.StandardOutput.ReadLine() ?? throw new InvalidOperationException(_node.StandardError.ReadToEnd());
        return JsonSerializer.Deserialize<T>(answer, CamelCase)!;
    }

    public void Dispose()
    {
        _node.StandardInput.Close();
        _node.WaitForExit();
        _node.Dispose();
        File.Delete(_page);
    }
}

internal sealed record Question(string Kpi, IReadOnlyDictionary<string, string[]> Segments, QuestionPeriod Period, string? By = null);

internal sealed record QuestionPeriod(string Kind, string Start, string End);

internal sealed record Answer(bool Known, string[] Ignored, Figure[] Facts, Figure? InSeries);

internal sealed record Figure(string Segment, double? Numerator, double? Denominator, double? Value, long N, long Excluded, double? Low, double? High);
