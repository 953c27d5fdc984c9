namespace Analytics.Notebooks.Scripting;

/// <summary>What a cell came to: a value to show, or an error.</summary>
internal sealed record CellResult(object? Value, CellError? Error)
{
    public static CellResult Nothing { get; } = new(null, null);

    public static CellResult Failed(CellError error) => new(null, error);
}

/// <summary>An error as Jupyter shows it: its name, its sentence, and lines that point at the cell.</summary>
internal sealed record CellError(string Name, string Message, IReadOnlyList<string> Trace);
