using System.Globalization;
using Analytics.Notebooks.Display;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Scripting;
using Microsoft.CodeAnalysis.Scripting;

namespace Analytics.Notebooks.Scripting;

/// <summary>One analyst's session: cells run one after the other, and each sees what those before it declared.</summary>
internal sealed class ScriptSession
{
    private readonly Dictionary<string, string> _texts = new(StringComparer.Ordinal);
    private readonly Lock _gate = new();
    private ScriptState<object>? _state;
    private CellThread? _running;

    /// <summary>The value that a cell's last expression gave, or its error; what it prints and displays goes to the outputs.</summary>
    public CellResult Run(string text, int number, ICellOutputs outputs)
    {
        var clock = System.Diagnostics.Stopwatch.StartNew();
        using var stage = OutputStage.Begin(outputs);
        FigureLibrary.BeginCell(text);
        WasInterrupted = false;
        try
        {
            var cell = CellText.Parse(text);
            var result = Execute(cell.ToCSharp(), string.Create(CultureInfo.InvariantCulture, $"[{number}]"), cell.Code);
            if (cell.IsTimed) Console.WriteLine(Words.Fill("time.took", ("seconds", clock.Elapsed.TotalSeconds.ToString("N3", Words.Culture))));
            return result;
        }
        catch when (WasInterrupted)
        {
            return CellResult.Failed(CellErrors.Interrupted());
        }
        catch (Exception e)
        {
            return CellResult.Failed(CellErrors.Runtime(e, file => _texts.GetValueOrDefault(file)));
        }
    }

    /// <summary>Stops the running cell, whatever it waits for; what was declared before it stays.</summary>
    public void Interrupt()
    {
        lock (_gate)
        {
            if (_running is null) return;
            WasInterrupted = true;
            _running.Interrupt();
        }
    }

    /// <summary>The compilation of a text as if it were the next cell.</summary>
    public Compilation Compile(string code) => Next(code, "[next]").GetCompilation();

    /// <summary>Compiles something small, so that the analyst's first cell does not wait for the compiler to wake.</summary>
    public static void WarmUp() => CSharpScript.Create<object>("var a = new[] { 1 }.Select(x => $\"{x}\").ToList();", ScriptReferences.Options).Compile();

    private bool WasInterrupted { get; set; }

    private CellResult Execute(string code, string file, string shown)
    {
        _texts[file] = shown;
        var script = Next(code, file);
        CellError? refused = null;
        CellResult? result = null;
        using var thread = new CellThread(
            token => refused = Refusal(script, shown, token),
            async () =>
            {
                if (refused is null) result = await Finish(script);
            },
            Words.Culture);
        lock (_gate) _running = thread;
        try
        {
            thread.Run();
        }
        finally
        {
            lock (_gate) _running = null;
        }
        return refused is null ? result! : CellResult.Failed(refused);
    }

    private async Task<CellResult> Finish(Script<object> script)
    {
        var state = await Start(script);
        // A cell that throws keeps what it declared before.
        _state = state;
        if (state.Exception is { } error) System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(error);
        return new(state.ReturnValue, Formatter.Format(state.ReturnValue), null);
    }

    private Task<ScriptState<object>> Start(Script<object> script) => _state is null
        ? script.RunAsync(globals: null, catchException: IsCellsOwn)
        : script.RunFromAsync(_state, catchException: IsCellsOwn);

    private static bool IsCellsOwn(Exception error) => error is not (ThreadAbortException or ThreadInterruptedException);

    private static CellError? Refusal(Script<object> script, string shown, CancellationToken token)
    {
        var errors = script.Compile(token).Where(d => d.Severity == DiagnosticSeverity.Error).ToList();
        return errors.Count == 0 ? null : CellErrors.Compilation(errors, shown);
    }

    private Script<object> Next(string code, string file)
    {
        var options = ScriptReferences.Options.WithFilePath(file);
        return _state is null
            ? CSharpScript.Create<object>(code, options, assemblyLoader: ScriptReferences.Loader())
            : _state.Script.ContinueWith<object>(code, options);
    }
}
