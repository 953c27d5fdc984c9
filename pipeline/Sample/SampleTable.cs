namespace Analytics.Pipeline.Sample;

/// <summary>Writes rows of one kind under a file's headings; only those that the file holds.</summary>
internal sealed class SampleTable<T>(SampleSheet sheet, Dictionary<string, Func<T, SampleCell>> columns, DateOnly lastDay, Func<T, DateOnly>? day)
{
    private readonly string[] _names = [.. sheet.File.Columns.Values];
    private readonly Func<T, SampleCell>?[] _cells = sheet.File.Columns.Values.Select(c => c[0] == '-' ? null : columns[c]).ToArray();
    private long _rows;

    public void Add(T row)
    {
        if (day is not null && !sheet.File.Holds(day(row))) return;
        var cells = new SampleCell[_cells.Length];
        for (var i = 0; i < cells.Length; i++)
            cells[i] = _cells[i] is { } cell ? cell(row) : SampleColumns.Filler(_names[i], _rows, lastDay);
        _rows++;
        if (day is not null && sheet.File.Overlap.Holds(day(row))) sheet.AddAgain(cells);
        else sheet.Add(cells);
    }
}
