using System.Diagnostics;
using System.Globalization;
using Analytics.Notebooks.Display;
using Microsoft.CodeAnalysis;

namespace Analytics.Notebooks.Scripting;

/// <summary>Turns what goes wrong in a cell into lines that point at the cell's own text.</summary>
internal static class CellErrors
{
    private const int MostDiagnostics = 5;
    private const int LongestMessage = 4_000;

    public static CellError Compilation(IReadOnlyList<Diagnostic> errors, string text)
    {
        var trace = new List<string>();
        foreach (var error in errors.Take(MostDiagnostics))
        {
            var at = error.Location.GetLineSpan().StartLinePosition;
            trace.Add(Words.Fill("error.compile", ("line", Number(at.Line + 1)), ("column", Number(at.Character + 1)), ("id", error.Id), ("message", error.GetMessage(CultureInfo.InvariantCulture))));
            trace.AddRange(Pointing(text, at.Line, at.Character));
        }
        if (errors.Count > MostDiagnostics) trace.Add(Words.Fill("error.more", ("count", Number(errors.Count - MostDiagnostics))));
        return new("CompilationError", errors[0].GetMessage(CultureInfo.InvariantCulture), trace);
    }

    public static CellError Interrupted(string key) => new("Interrupted", Words.Of(key), [Words.Of(key)]);

    public static CellError Runtime(Exception error, Func<string, string?> textOf)
    {
        var cause = Innermost(error);
        var name = cause is CellException ? "Problem" : cause.GetType().Name;
        var message = cause is InsufficientExecutionStackException ? Words.Of("error.stack") : HtmlText.Visible(Shortened(cause.Message));
        var trace = new List<string> { $"{name}: {message}" };
        foreach (var frame in new StackTrace(cause, fNeedFileInfo: true).GetFrames().DistinctBy(f => (f.GetFileName(), f.GetFileLineNumber())))
            if (frame.GetFileName() is { } file && textOf(file) is { } text && frame.GetFileLineNumber() is > 0 and var line)
            {
                trace.Add(Words.Fill("error.at", ("cell", file), ("line", Number(line))));
                trace.AddRange(Pointing(text, line - 1, null));
            }
        return new(name, message, trace);
    }

    private static Exception Innermost(Exception error) => error switch
    {
        AggregateException { InnerExceptions: [var one] } => Innermost(one),
        System.Reflection.TargetInvocationException { InnerException: { } inner } => Innermost(inner),
        _ => error,
    };

    private static IEnumerable<string> Pointing(string text, int line, int? column)
    {
        var lines = text.Split('\n');
        if (line >= lines.Length) yield break;
        yield return $"    {lines[line]}";
        if (column is { } at) yield return $"    {new string(lines[line].Take(at).Select(c => c == '\t' ? '\t' : ' ').ToArray())}^";
    }

    private static string Shortened(string message) => message.Length <= LongestMessage ? message : message[..LongestMessage] + "…";

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
