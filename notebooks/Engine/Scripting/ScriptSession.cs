using System.Globalization;
using Analytics.Notebooks.Display;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Scripting;
using Microsoft.CodeAnalysis.Scripting;

namespace Analytics.Notebooks.Scripting;

/// <summary>One analyst's session: cells run one after the other, and each sees what those before it declared.</summary>
internal sealed class ScriptSession
{
    /// <summary>The number of what is evaluated beside the cells.</summary>
    public const int NoCell = 0;

    private readonly Dictionary<string, string> _texts = new(StringComparer.Ordinal);
    private readonly Lock _gate = new();
    private ScriptState<object>? _state;
    private CellThread? _running;
    private int _turn;

    /// <summary>The value that a cell's last expression gave, or its error; what it prints and displays goes to the outputs.</summary>
    public CellResult Run(string text, int number, ICellOutputs outputs)
    {
        var clock = System.Diagnostics.Stopwatch.StartNew();
        var stage = OutputStage.Begin(outputs);
        FigureLibrary.BeginCell(text);
        var turn = _turn;
        Script<object>? script = null;
        CellResult? result = null;
        using var thread = new CellThread(
            token =>
            {
                stage.Enter();
                var cell = CellText.Parse(text);
                script = Prepare(cell, string.Create(CultureInfo.InvariantCulture, $"[{number}]"), token, out var refusal);
                if (refusal is not null) result = CellResult.Failed(refusal);
            },
            async () =>
            {
                if (result is null) result = await Finish(script!, turn);
            },
            Words.Culture);
        lock (_gate) _running = thread;
        try
        {
            thread.Run();
            if (CellText.IsTimed(text)) stage.Print("stdout", Words.Fill("time.took", ("seconds", clock.Elapsed.TotalSeconds.ToString("N3", Words.Culture))) + "\n");
            return result!;
        }
        catch when (thread.IsInterrupted)
        {
            return CellResult.Failed(CellErrors.Interrupted(thread.IsLeftBehind ? "error.leftBehind" : "error.interrupted"));
        }
        catch (Exception e)
        {
            return CellResult.Failed(CellErrors.Runtime(e, file => _texts.GetValueOrDefault(file)));
        }
        finally
        {
            lock (_gate) (_running, _turn) = (null, _turn + 1);
            stage.Flush();
        }
    }

    /// <summary>Stops the running cell, whatever it waits for; what was declared before it stays. Without one, nothing is stopped.</summary>
    public void Interrupt()
    {
        lock (_gate) _running?.Interrupt();
    }

    /// <summary>The compilation of a text as if it were the next cell.</summary>
    public Compilation Compile(string code) => Next(code, "[next]").GetCompilation();

    private async Task<CellResult> Finish(Script<object> script, int turn)
    {
        var state = _state is null
            ? await script.RunAsync(globals: null, catchException: IsCellsOwn)
            : await script.RunFromAsync(_state, catchException: IsCellsOwn);
        // A cell that throws keeps what it declared before; one that was left behind has nothing more to say.
        lock (_gate)
        {
            if (turn != _turn) throw new OperationCanceledException();
            _state = state;
        }
        if (state.Exception is { } error) System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(error);
        return new(state.ReturnValue, Formatter.Format(state.ReturnValue), null);
    }

    private static bool IsCellsOwn(Exception error) => error is not ThreadInterruptedException;

    /// <summary>The cell compiled with its check points; without them where its author's own text is wrong, so that errors have their columns.</summary>
    private Script<object>? Prepare(CellText cell, string file, CancellationToken token, out CellError? refusal)
    {
        _texts.Remove(file);
        if (cell.Language == CellText.CSharp) _texts[file] = cell.Code;
        var code = cell.ToCSharp();
        var script = Next(CheckPoints.AddTo(code), file);
        var errors = Errors(script, token);
        if (errors.Count > 0)
        {
            script = Next(code, file);
            errors = Errors(script, token);
        }
        refusal = errors.Count > 0 ? CellErrors.Compilation(errors, cell.Code) : null;
        if (refusal is null) EndingCalls.Refuse(script.GetCompilation());
        return script;
    }

    private static List<Diagnostic> Errors(Script<object> script, CancellationToken token) =>
        [.. script.Compile(token).Where(d => d.Severity == DiagnosticSeverity.Error)];

    private Script<object> Next(string code, string file)
    {
        var options = ScriptReferences.Options.WithFilePath(file);
        return _state is null
            ? CSharpScript.Create<object>(code, options, assemblyLoader: ScriptReferences.Loader())
            : _state.Script.ContinueWith<object>(code, options);
    }
}
