using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml;

namespace Analytics.Workbooks;

/// <summary>Writes sheets as an .xlsx, row by row: texts that no program can run, and the same bytes from the same rows.</summary>
public static class Workbook
{
    private const string Namespaces = "http://schemas.openxmlformats.org/";
    private static readonly DateTimeOffset s_fixedTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Writes the sheets in their order; the language decides how days look.</summary>
    public static void Write(string path, IReadOnlyList<Sheet> sheets, Language language)
    {
        ArgumentNullException.ThrowIfNull(sheets);
        ArgumentNullException.ThrowIfNull(language);
        using var archive = new ZipArchive(File.Create(path), ZipArchiveMode.Create);
        Add(archive, "[Content_Types].xml", xml => WriteContentTypes(xml, sheets.Count));
        Add(archive, "_rels/.rels", xml => WriteRelations(xml, [("officeDocument", "xl/workbook.xml")]));
        var areas = new List<string?>();
        for (var i = 0; i < sheets.Count; i++)
        {
            var sheet = sheets[i];
            Add(archive, Part(i), xml => areas.Add(SheetWriter.Write(xml, sheet)));
        }
        Add(archive, "xl/styles.xml", xml => CellStyles.Sheet(language).WriteTo(xml));
        Add(archive, "xl/workbook.xml", xml => WriteBook(xml, sheets, areas));
        Add(archive, "xl/_rels/workbook.xml.rels", xml => WriteRelations(xml,
            [.. sheets.Select((_, i) => ("worksheet", Part(i)["xl/".Length..])), ("styles", "styles.xml")]));
    }

    private static string Part(int sheet) => string.Create(CultureInfo.InvariantCulture, $"xl/worksheets/sheet{sheet + 1}.xml");

    private static void Add(ZipArchive archive, string name, Action<XmlWriter> write)
    {
        var entry = archive.CreateEntry(name, CompressionLevel.Optimal);
        entry.LastWriteTime = s_fixedTime;
        using var stream = entry.Open();
        using var xml = XmlWriter.Create(stream, new XmlWriterSettings { Encoding = new UTF8Encoding(false), CheckCharacters = false, NewLineHandling = NewLineHandling.Entitize });
        write(xml);
    }

    private static void WriteContentTypes(XmlWriter xml, int sheets)
    {
        const string Type = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
        xml.WriteStartElement("Types", Namespaces + "package/2006/content-types");
        Element(xml, "Default", ("Extension", "rels"), ("ContentType", "application/vnd.openxmlformats-package.relationships+xml"));
        Element(xml, "Default", ("Extension", "xml"), ("ContentType", "application/xml"));
        Element(xml, "Override", ("PartName", "/xl/workbook.xml"), ("ContentType", Type + "sheet.main+xml"));
        Element(xml, "Override", ("PartName", "/xl/styles.xml"), ("ContentType", Type + "styles+xml"));
        for (var i = 0; i < sheets; i++)
            Element(xml, "Override", ("PartName", "/" + Part(i)), ("ContentType", Type + "worksheet+xml"));
        xml.WriteEndElement();
    }

    private static void WriteRelations(XmlWriter xml, IReadOnlyList<(string Type, string Target)> relations)
    {
        xml.WriteStartElement("Relationships", Namespaces + "package/2006/relationships");
        for (var i = 0; i < relations.Count; i++)
            Element(xml, "Relationship", ("Id", Id(i)), ("Type", Namespaces + "officeDocument/2006/relationships/" + relations[i].Type), ("Target", relations[i].Target));
        xml.WriteEndElement();
    }

    private static void WriteBook(XmlWriter xml, IReadOnlyList<Sheet> sheets, IReadOnlyList<string?> areas)
    {
        xml.WriteStartElement("workbook", SheetWriter.Main);
        xml.WriteAttributeString("xmlns", "r", null, Namespaces + "officeDocument/2006/relationships");
        xml.WriteStartElement("sheets", SheetWriter.Main);
        for (var i = 0; i < sheets.Count; i++)
        {
            xml.WriteStartElement("sheet", SheetWriter.Main);
            xml.WriteAttributeString("name", sheets[i].Title);
            xml.WriteAttributeString("sheetId", (i + 1).ToString(CultureInfo.InvariantCulture));
            xml.WriteAttributeString("id", Namespaces + "officeDocument/2006/relationships", Id(i));
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
        if (areas.Any(area => area is not null)) WriteFilters(xml, sheets, areas);
        xml.WriteEndElement();
    }

    /// <summary>The hidden names by which spreadsheets know what a filter covers.</summary>
    private static void WriteFilters(XmlWriter xml, IReadOnlyList<Sheet> sheets, IReadOnlyList<string?> areas)
    {
        xml.WriteStartElement("definedNames", SheetWriter.Main);
        for (var i = 0; i < sheets.Count; i++)
        {
            if (areas[i] is not { } area) continue;
            xml.WriteStartElement("definedName", SheetWriter.Main);
            xml.WriteAttributeString("name", "_xlnm._FilterDatabase");
            xml.WriteAttributeString("localSheetId", i.ToString(CultureInfo.InvariantCulture));
            xml.WriteAttributeString("hidden", "1");
            xml.WriteString($"'{sheets[i].Title.Replace("'", "''", StringComparison.Ordinal)}'!{area}");
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
    }

    private static string Id(int i) => string.Create(CultureInfo.InvariantCulture, $"rId{i + 1}");

    private static void Element(XmlWriter xml, string name, params (string Name, string Value)[] attributes)
    {
        xml.WriteStartElement(name);
        foreach (var (attribute, value) in attributes) xml.WriteAttributeString(attribute, value);
        xml.WriteEndElement();
    }
}
