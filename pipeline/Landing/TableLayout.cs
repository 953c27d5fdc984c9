namespace Analytics.Pipeline.Landing;

/// <summary>Where a text's table begins: after how many lines, and whether a line of headers opens it.</summary>
/// <param name="SkippedLines">Lines above the headers: a report's title, its filters, Excel's <c>sep=;</c>.</param>
/// <param name="SkippedRecords">Of those, the lines that are not blank.</param>
/// <param name="Header">The headers; "column 1", "column 2", … where the file has none.</param>
internal sealed record TableLayout(int SkippedLines, int SkippedRecords, bool HasHeader, IReadOnlyList<string> Header)
{
    private const int MostPreamble = 40;

    /// <summary>The line of the first row of data, as an editor counts.</summary>
    public int FirstLine => SkippedLines + (HasHeader ? 2 : 1);

    /// <summary>The record of the head that reads most like headers; the first one between equals.</summary>
    /// <param name="isKnown">Whether some export calls a column so.</param>
    public static TableLayout Of(IReadOnlyList<CsvRecord> head, bool namesSeparator, Predicate<string> isKnown)
    {
        var start = namesSeparator ? 1 : 0;
        if (start >= head.Count) return At(head, 0);
        var usual = CsvRecord.UsualWidth(head.Skip(start).Where(r => r.Cells.Length > 1).Take(200).DefaultIfEmpty(head[start]).ToList());
        var candidates = Enumerable.Range(start, Math.Min(MostPreamble, head.Count - start))
            .Where(i => head[i].Filled >= Math.Max(2, usual / 2.0) && ReadsAsHeader(head[i]))
            .Where(i => IsPlain(head, i))
            .Select(i => (At: i, Known: head[i].Cells.Count(c => isKnown(c))))
            .ToList();
        if (candidates.Count > 0) return At(head, candidates.MaxBy(c => c.Known).At);
        return ReadsAsData(head[start], usual) ? Without(head, start) : At(head, start);
    }

    private static TableLayout At(IReadOnlyList<CsvRecord> head, int at) =>
        new(head[at].Line - 1, at, true, head[at].Cells.Select(c => c.Trim()).ToList());

    private static TableLayout Without(IReadOnlyList<CsvRecord> head, int at) =>
        new(head[at].Line - 1, at, false, Enumerable.Range(1, head[at].Cells.Length).Select(i => $"column {i}").ToList());

    /// <summary>The engine skips lines, so a title that spans two lines inside quotes cannot be skipped.</summary>
    private static bool IsPlain(IReadOnlyList<CsvRecord> head, int at) =>
        head.Take(at).All(r => r.Cells.All(c => c.AsSpan().IndexOfAny('\r', '\n') < 0));

    private static bool ReadsAsHeader(CsvRecord record) =>
        record.Cells.Count(c => CellShape.IsValue(c)) <= record.Filled / 5;

    private static bool ReadsAsData(CsvRecord record, int usual) =>
        record.Cells.Length == usual && record.Cells.Count(c => CellShape.IsValue(c)) * 2 >= record.Filled;
}
