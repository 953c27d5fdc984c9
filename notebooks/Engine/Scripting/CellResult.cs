using Analytics.Notebooks.Display;

namespace Analytics.Notebooks.Scripting;

/// <summary>What a cell came to: its last expression's value and how that looks, or an error.</summary>
internal sealed record CellResult(object? Value, MimeBundle? Shown, CellError? Error)
{
    public static CellResult Failed(CellError error) => new(null, null, error);
}

/// <summary>An error as Jupyter shows it: its name, its sentence, and lines that point at the cell.</summary>
internal sealed record CellError(string Name, string Message, IReadOnlyList<string> Trace);
