using System.Globalization;
using System.Text;
using System.Xml;

namespace Analytics.Workbooks;

/// <summary>One sheet as XML, its elements in the order that ECMA-376 (18.3.1.99) asks for.</summary>
internal static class SheetWriter
{
    public const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const int MostCharacters = 32_767;
    private const int LinesWidth = 120;

    /// <summary>Gives the area that the filter covers, with its $ signs; null for a sheet of lines.</summary>
    public static string? Write(XmlWriter xml, Sheet sheet)
    {
        var isTable = sheet.Columns.Count > 0;
        xml.WriteStartElement("worksheet", Main);
        if (isTable) WriteView(xml, sheet.FrozenColumns);
        WriteWidths(xml, isTable ? sheet.Columns.Select(column => column.Width) : [LinesWidth]);
        var rows = WriteRows(xml, sheet);
        if (isTable)
        {
            xml.WriteStartElement("autoFilter", Main);
            xml.WriteAttributeString("ref", $"A1:{Cell(sheet.Columns.Count - 1, rows)}");
            xml.WriteEndElement();
            WriteChoices(xml, sheet, rows);
        }
        xml.WriteEndElement();
        return isTable ? $"$A$1:${Letter(sheet.Columns.Count - 1)}${Whole(rows)}" : null;
    }

    private static void WriteView(XmlWriter xml, int frozenColumns)
    {
        xml.WriteStartElement("sheetViews", Main);
        xml.WriteStartElement("sheetView", Main);
        xml.WriteAttributeString("workbookViewId", "0");
        xml.WriteStartElement("pane", Main);
        if (frozenColumns > 0) xml.WriteAttributeString("xSplit", Whole(frozenColumns));
        xml.WriteAttributeString("ySplit", "1");
        xml.WriteAttributeString("topLeftCell", Cell(frozenColumns, 2));
        xml.WriteAttributeString("activePane", frozenColumns > 0 ? "bottomRight" : "bottomLeft");
        xml.WriteAttributeString("state", "frozen");
        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void WriteWidths(XmlWriter xml, IEnumerable<int> widths)
    {
        xml.WriteStartElement("cols", Main);
        foreach (var (width, i) in widths.Select((width, i) => (width, i + 1)))
        {
            xml.WriteStartElement("col", Main);
            xml.WriteAttributeString("min", Whole(i));
            xml.WriteAttributeString("max", Whole(i));
            xml.WriteAttributeString("width", Whole(width));
            xml.WriteAttributeString("customWidth", "1");
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
    }

    /// <summary>Gives the number of the last row.</summary>
    private static int WriteRows(XmlWriter xml, Sheet sheet)
    {
        var rows = 0;
        xml.WriteStartElement("sheetData", Main);
        if (sheet.Columns.Count > 0) WriteRow(xml, ++rows, sheet.Columns.Select(column => ((object?)column.Heading, CellStyles.Heading)));
        foreach (var row in sheet.Rows.Take(Sheet.MostRows))
            WriteRow(xml, ++rows, row.Select((value, i) => (value, CellStyles.Of(i < sheet.Columns.Count ? sheet.Columns[i].Kind : CellKind.Text))));
        xml.WriteEndElement();
        return rows;
    }

    private static void WriteRow(XmlWriter xml, int number, IEnumerable<(object? Value, uint Style)> cells)
    {
        xml.WriteStartElement("row", Main);
        xml.WriteAttributeString("r", Whole(number));
        var column = 0;
        foreach (var (value, style) in cells)
        {
            xml.WriteStartElement("c", Main);
            xml.WriteAttributeString("r", Cell(column++, number));
            xml.WriteAttributeString("s", style.ToString(CultureInfo.InvariantCulture));
            WriteValue(xml, value);
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
    }

    private static void WriteValue(XmlWriter xml, object? value)
    {
        switch (value)
        {
            case null:
                break;
            case string text:
                WriteText(xml, text);
                break;
            case DateOnly day:
                xml.WriteElementString("v", Main, day.ToDateTime(TimeOnly.MinValue).ToOADate().ToString("R", CultureInfo.InvariantCulture));
                break;
            default:
                xml.WriteElementString("v", Main, Convert.ToDouble(value, CultureInfo.InvariantCulture).ToString("R", CultureInfo.InvariantCulture));
                break;
        }
    }

    /// <summary>An inline text is never read as a formula; what XML cannot hold is left out.</summary>
    private static void WriteText(XmlWriter xml, string text)
    {
        xml.WriteAttributeString("t", "inlineStr");
        xml.WriteStartElement("is", Main);
        xml.WriteStartElement("t", Main);
        xml.WriteAttributeString("xml", "space", null, "preserve");
        xml.WriteString(Writable(text));
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static string Writable(string text)
    {
        var kept = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (kept.Length + rune.Utf16SequenceLength > MostCharacters) break;
            if (rune.Value > char.MaxValue || XmlConvert.IsXmlChar((char)rune.Value)) kept.Append(rune);
        }
        return kept.ToString();
    }

    /// <summary>The answers that a cell offers; others may be written too.</summary>
    private static void WriteChoices(XmlWriter xml, Sheet sheet, int rows)
    {
        var choices = sheet.Columns.Select((column, i) => (column.Choices, Column: i)).Where(column => column.Choices.Count > 0).ToList();
        if (choices.Count == 0 || rows < 2) return;
        xml.WriteStartElement("dataValidations", Main);
        foreach (var (offered, column) in choices)
        {
            xml.WriteStartElement("dataValidation", Main);
            xml.WriteAttributeString("type", "list");
            xml.WriteAttributeString("allowBlank", "1");
            xml.WriteAttributeString("sqref", $"{Cell(column, 2)}:{Cell(column, rows)}");
            xml.WriteElementString("formula1", Main, $"\"{string.Join(',', offered)}\"");
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
    }

    private static string Cell(int column, int row) => $"{Letter(column)}{Whole(row)}";

    private static string Letter(int column) => column < 26 ? ((char)('A' + column)).ToString() : $"{Letter(column / 26 - 1)}{(char)('A' + column % 26)}";

    private static string Whole(int number) => number.ToString(CultureInfo.InvariantCulture);
}
