using System.Diagnostics;
using Analytics.Notebooks.Display;
using Analytics.Notebooks.Scripting;

namespace Analytics.Notebooks.Tests.Engine;

/// <summary>A session whose outputs are kept to be looked at.</summary>
internal sealed class Session : IDisposable
{
    private readonly ConsoleCapture _console = new();
    private int _count;

    public Session()
    {
        Words.Choose("en");
        FigureLibrary.BeginSession();
        CellThreads.SurviveErrors();
    }

    public ScriptSession Script { get; } = new();

    public KeptOutputs Last { get; private set; } = new();

    public CellResult Run(string code)
    {
        Last = new();
        return Script.Run(code, ++_count, Last);
    }

    /// <summary>A cell that must succeed; its value.</summary>
    public object? Value(string code)
    {
        var result = Run(code);
        Assert.Null(result.Error?.Message);
        return result.Value;
    }

    /// <summary>A cell that must fail; its error.</summary>
    public CellError Error(string code) => Run(code).Error ?? throw new InvalidOperationException("The cell did not fail.");

    /// <summary>Interrupts a cell after a while, again should it not have begun by then, and gives the time that it took to stop.</summary>
    public (CellError Error, TimeSpan Stopping) Interrupted(string code, int afterMilliseconds = 800)
    {
        var interrupted = 0L;
        var timer = new Timer(_ =>
        {
            if (interrupted == 0) interrupted = Stopwatch.GetTimestamp();
            Script.Interrupt();
        }, null, afterMilliseconds, 1000);
        var error = Error(code);
        timer.DisposeAsync().AsTask().Wait();
        return (error, Stopwatch.GetElapsedTime(interrupted));
    }

    public void Dispose()
    {
        Warehouse.Forget();
        _console.Dispose();
    }
}

/// <summary>What a cell printed and displayed.</summary>
internal sealed class KeptOutputs : ICellOutputs
{
    private readonly Lock _gate = new();

    public string Printed { get; private set; } = "";

    public string Errors { get; private set; } = "";

    public List<MimeBundle> Displays { get; } = [];

    public List<MimeBundle> Updates { get; } = [];

    public string Answer { get; set; } = "";

    public void Stream(string name, string text)
    {
        lock (_gate)
        {
            if (name == "stdout") Printed += text;
            else Errors += text;
        }
    }

    public void Display(MimeBundle bundle, string? id) => Displays.Add(bundle);

    public void Update(MimeBundle bundle, string id) => Updates.Add(bundle);

    public void Clear() => (Printed, Errors) = ("", "");

    public string Ask(string prompt) => Answer;
}
