namespace Analytics.Workbooks;

/// <summary>What a cell holds, and so how it is written and aligned.</summary>
public enum CellKind
{
    /// <summary>Words; never read as a formula.</summary>
    Text,

    /// <summary>A whole number.</summary>
    Count,

    /// <summary>Money, without cents on the screen.</summary>
    Amount,

    /// <summary>A share of one, as a percentage.</summary>
    Percent,

    /// <summary>A day.</summary>
    Day,

    /// <summary>Words that the reader writes; the cell is coloured.</summary>
    Answer,

    /// <summary>A chance, as a percentage with a decimal.</summary>
    Chance,
}

/// <summary>A column of a sheet: its heading, what its cells hold, and its width in characters.</summary>
public sealed record SheetColumn(string Heading, CellKind Kind, int Width)
{
    /// <summary>The answers that a spreadsheet offers in the column's cells; none where anything may stand.</summary>
    public IReadOnlyList<string> Choices { get; init; } = [];
}

/// <summary>A table with headings that stay and filter, its rows read once and written as they come; a sheet without columns is lines of text.</summary>
/// <param name="Rows">The cells of each row, as the columns are ordered: text, numbers, <see cref="DateOnly"/> or null.</param>
public sealed record Sheet(string Title, IReadOnlyList<SheetColumn> Columns, IEnumerable<IReadOnlyList<object?>> Rows)
{
    /// <summary>How many columns stay while the others scroll.</summary>
    public int FrozenColumns { get; init; }

    /// <summary>The rows that a spreadsheet can hold below the headings; those beyond are left to the text file.</summary>
    public const int MostRows = 1_048_575;

    /// <summary>A sheet of sentences.</summary>
    public static Sheet Of(string title, IReadOnlyList<string> lines) => new(title, [], lines.Select(line => (IReadOnlyList<object?>)[line]));
}
