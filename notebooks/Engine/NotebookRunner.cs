using System.Text.Json.Nodes;
using Analytics.Notebooks.Display;
using Analytics.Notebooks.Documents;
using Analytics.Notebooks.Scripting;

namespace Analytics.Notebooks;

/// <summary>Executes a notebook without Jupyter, and writes it with its outputs.</summary>
public static class NotebookRunner
{
    /// <summary>Runs the cells in order, in the notebook's own folder, up to the first that fails; writes what came out in any case.</summary>
    public static NotebookRun Run(string path, NotebookRunOptions options, CancellationToken cancellation = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(options);
        Words.Choose(options.Language);
        var document = NotebookDocument.Load(path);
        var output = Directory.CreateDirectory(options.Output).FullName;
        var failed = Execute(document, Path.GetDirectoryName(Path.GetFullPath(path))!, options, cancellation);
        var written = Path.Combine(output, document.Name + ".ipynb");
        document.Save(written);
        if (!options.WritesHtml) return new(written, null, failed);
        var page = Path.Combine(output, document.Name + ".html");
        File.WriteAllText(page, HtmlPage.Of(document));
        return new(written, page, failed);
    }

    private static NotebookFailure? Execute(NotebookDocument document, string folder, NotebookRunOptions options, CancellationToken cancellation)
    {
        var before = Environment.CurrentDirectory;
        Environment.CurrentDirectory = folder;
        CellThreads.SurviveErrors();
        var session = new ScriptSession();
        FigureLibrary.BeginSession();
        using var stop = cancellation.Register(session.Interrupt);
        using var console = new ConsoleCapture();
        try
        {
            return Execute(document, session, options, cancellation);
        }
        finally
        {
            Warehouse.Forget();
            Environment.CurrentDirectory = before;
        }
    }

    private static NotebookFailure? Execute(NotebookDocument document, ScriptSession session, NotebookRunOptions options, CancellationToken cancellation)
    {
        foreach (var cell in document.Cells.Where(c => c.IsCode)) cell.Clear();
        var number = 0;
        foreach (var cell in document.Cells.Where(c => c.IsCode && !string.IsNullOrWhiteSpace(c.Source)))
        {
            cell.Begin(++number);
            options.CellBegins?.Invoke(number);
            var result = session.Run(cell.Source, number, new DocumentOutputs(cell));
            cancellation.ThrowIfCancellationRequested();
            if (result.Error is { } error)
            {
                cell.Add(NotebookCell.Error(error));
                return new(number, string.Join('\n', error.Trace));
            }
            if (result.Shown is { } bundle)
                cell.Add(new() { ["data"] = NotebookCell.Data(bundle), ["execution_count"] = number, ["metadata"] = new JsonObject(), ["output_type"] = "execute_result" });
        }
        return null;
    }
}

/// <summary>Where a notebook's results go and in which language they speak.</summary>
public sealed record NotebookRunOptions
{
    /// <summary>The folder for the notebooks with their outputs.</summary>
    public required string Output { get; init; }

    /// <summary>Also writes a page that opens offline.</summary>
    public bool WritesHtml { get; init; }

    /// <summary>"fr" or "en", where the notebook itself does not say.</summary>
    public string Language { get; init; } = "en";

    /// <summary>Is told the number of each cell as it begins, counted among the code cells.</summary>
    public Action<int>? CellBegins { get; init; }
}

/// <summary>What a run wrote, and the cell that failed, if one did.</summary>
public sealed record NotebookRun(string Notebook, string? Page, NotebookFailure? Failure);

/// <summary>The cell that failed, counted among the code cells, and its error.</summary>
public sealed record NotebookFailure(int Cell, string Error);
