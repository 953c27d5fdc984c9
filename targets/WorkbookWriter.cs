using System.Globalization;
using System.IO.Compression;
using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Analytics.Targets;

/// <summary>The lists as a workbook: headings frozen and filtered, texts that no program can run, and the same bytes from the same lists.</summary>
internal static class WorkbookWriter
{
    private const int MostCharacters = 32_767;
    private const string MainType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml";
    private static readonly DateTimeOffset s_fixedTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static byte[] Write(TargetPages pages, Language language)
    {
        using var stream = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(stream, SpreadsheetDocumentType.Workbook))
        {
            var workbook = document.AddNewPart<WorkbookPart>(MainType, "rId1");
            workbook.AddNewPart<WorkbookStylesPart>("rIdStyles").Stylesheet = CellStyles.Sheet(language);
            var sheets = new Sheets();
            var names = new DefinedNames();
            for (var i = 0; i < pages.Pages.Count; i++)
            {
                WriteList(Add(workbook, sheets, pages.Pages[i].Title), pages.Pages[i]);
                names.Append(Filtered(pages.Pages[i], i));
            }
            WriteGuide(Add(workbook, sheets, pages.GuideTitle), pages.Guide);
            workbook.Workbook = new Workbook(sheets, names);
        }
        return Repacked(stream);
    }

    private static WorksheetPart Add(WorkbookPart workbook, Sheets sheets, string title)
    {
        var number = (uint)sheets.ChildElements.Count + 1;
        var id = string.Create(CultureInfo.InvariantCulture, $"rIdSheet{number}");
        sheets.Append(new Sheet { Name = title, SheetId = number, Id = id });
        return workbook.AddNewPart<WorksheetPart>(id);
    }

    private static void WriteList(WorksheetPart part, TargetPage page)
    {
        using var writer = OpenXmlWriter.Create(part);
        writer.WriteStartElement(new Worksheet());
        writer.WriteElement(new SheetViews(new SheetView(new Pane
        {
            VerticalSplit = 1,
            HorizontalSplit = 2,
            TopLeftCell = "C2",
            ActivePane = PaneValues.BottomRight,
            State = PaneStateValues.Frozen,
        })
        { WorkbookViewId = 0 }));
        writer.WriteElement(Widths(page.Columns.Select(column => column.Width)));
        writer.WriteStartElement(new SheetData());
        WriteRow(writer, page.Columns.Select(column => Text(column.Heading, CellStyles.Heading)));
        foreach (var target in page.Rows)
            WriteRow(writer, page.Columns.Select(column => Value(column.Value(target), column.Kind)));
        writer.WriteEndElement();
        writer.WriteElement(new AutoFilter { Reference = Area(page) });
        writer.WriteEndElement();
    }

    private static void WriteGuide(WorksheetPart part, IReadOnlyList<string> lines)
    {
        using var writer = OpenXmlWriter.Create(part);
        writer.WriteStartElement(new Worksheet());
        writer.WriteElement(Widths([120]));
        writer.WriteStartElement(new SheetData());
        foreach (var line in lines) WriteRow(writer, [Text(line, CellStyles.Of(CellKind.Text))]);
        writer.WriteEndElement();
        writer.WriteEndElement();
    }

    private static void WriteRow(OpenXmlWriter writer, IEnumerable<Cell> cells)
    {
        writer.WriteStartElement(new Row());
        foreach (var cell in cells) writer.WriteElement(cell);
        writer.WriteEndElement();
    }

    private static Cell Value(object? value, CellKind kind) => value switch
    {
        null => new Cell { StyleIndex = CellStyles.Of(kind) },
        string text => Text(text, CellStyles.Of(kind)),
        DateOnly day => Number(day.ToDateTime(TimeOnly.MinValue).ToOADate(), kind),
        _ => Number(Convert.ToDouble(value, CultureInfo.InvariantCulture), kind),
    };

    private static Cell Number(double value, CellKind kind) => new()
    {
        StyleIndex = CellStyles.Of(kind),
        CellValue = new CellValue(value.ToString("R", CultureInfo.InvariantCulture)),
    };

    /// <summary>An inline text is never read as a formula; what XML cannot hold is left out.</summary>
    private static Cell Text(string text, uint style)
    {
        var kept = string.Concat(text.Where((c, i) => XmlConvert.IsXmlChar(c) || IsPaired(text, i)));
        return new Cell(new InlineString(new Text(kept.Length > MostCharacters ? kept[..MostCharacters] : kept) { Space = SpaceProcessingModeValues.Preserve }))
        {
            DataType = CellValues.InlineString,
            StyleIndex = style,
        };
    }

    private static bool IsPaired(string text, int i) =>
        (i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1])) || (i > 0 && char.IsSurrogatePair(text[i - 1], text[i]));

    private static Columns Widths(IEnumerable<int> widths) =>
        new(widths.Select((width, i) => new DocumentFormat.OpenXml.Spreadsheet.Column { Min = (uint)i + 1, Max = (uint)i + 1, Width = width, CustomWidth = true }));

    private static DefinedName Filtered(TargetPage page, int sheet) => new($"'{page.Title.Replace("'", "''", StringComparison.Ordinal)}'!$A$1:${(char)('A' + page.Columns.Count - 1)}${page.Rows.Count + 1}")
    {
        Name = "_xlnm._FilterDatabase",
        LocalSheetId = (uint)sheet,
        Hidden = true,
    };

    private static string Area(TargetPage page) => string.Create(CultureInfo.InvariantCulture, $"A1:{(char)('A' + page.Columns.Count - 1)}{page.Rows.Count + 1}");

    /// <summary>The package again, its parts in order and dated alike.</summary>
    private static byte[] Repacked(MemoryStream written)
    {
        using var result = new MemoryStream();
        using (var source = new ZipArchive(written, ZipArchiveMode.Read))
        using (var target = new ZipArchive(result, ZipArchiveMode.Create))
        {
            foreach (var entry in source.Entries.OrderBy(entry => entry.FullName is not "[Content_Types].xml").ThenBy(entry => entry.FullName, StringComparer.Ordinal))
            {
                var copy = target.CreateEntry(entry.FullName, CompressionLevel.Optimal);
                copy.LastWriteTime = s_fixedTime;
                using var from = entry.Open();
                using var to = copy.Open();
                from.CopyTo(to);
            }
        }
        return result.ToArray();
    }
}
