using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml;

namespace Analytics.Pipeline.Sample;

/// <summary>A workbook written row by row, as programs write theirs: days as serial numbers, texts in their cells, the first columns hidden.</summary>
internal sealed class SampleWorkbook : IDisposable
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Packages = "http://schemas.openxmlformats.org/package/2006/";
    private const string Day = "1";
    private static readonly DateTimeOffset FixedTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private readonly ZipArchive _archive;
    private readonly XmlWriter _sheet;

    public SampleWorkbook(string path, int hidden)
    {
        _archive = new(File.Create(path), ZipArchiveMode.Create);
        Part("[Content_Types].xml", $"""
            <Types xmlns="{Packages}content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>
            """);
        Part("_rels/.rels", $"""<Relationships xmlns="{Packages}relationships"><Relationship Id="r1" Type="{Office}/officeDocument" Target="xl/workbook.xml"/></Relationships>""");
        Part("xl/workbook.xml", $"""<workbook xmlns="{Main}" xmlns:r="{Office}"><sheets><sheet name="Export" sheetId="1" r:id="r1"/></sheets></workbook>""");
        Part("xl/_rels/workbook.xml.rels", $"""<Relationships xmlns="{Packages}relationships"><Relationship Id="r1" Type="{Office}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="{Office}/styles" Target="styles.xml"/></Relationships>""");
        Part("xl/styles.xml", $"""
            <styleSheet xmlns="{Main}"><fonts count="1"><font/></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>
            """);
        _sheet = XmlWriter.Create(Entry("xl/worksheets/sheet1.xml"), new() { Encoding = new UTF8Encoding(false), CloseOutput = true });
        _sheet.WriteStartElement("worksheet", Main);
        if (hidden > 0) Hide(hidden);
        _sheet.WriteStartElement("sheetData", Main);
    }

    public void Write(SampleCell[] cells, SampleLayout layout, SampleFile file)
    {
        _sheet.WriteStartElement("row", Main);
        foreach (var cell in cells) Write(cell, layout, file);
        _sheet.WriteEndElement();
    }

    public void Dispose()
    {
        _sheet.WriteEndElement();
        _sheet.WriteEndElement();
        _sheet.Dispose();
        _archive.Dispose();
    }

    private void Write(SampleCell cell, SampleLayout layout, SampleFile file)
    {
        _sheet.WriteStartElement("c", Main);
        if (cell.Kind == SampleCellKind.Day)
        {
            _sheet.WriteAttributeString("s", Day);
            _sheet.WriteElementString("v", Main, (DateOnly.FromDateTime(cell.Day).DayNumber - new DateOnly(1899, 12, 30).DayNumber).ToString(CultureInfo.InvariantCulture));
        }
        else if (cell.Kind is SampleCellKind.Amount or SampleCellKind.Whole)
            _sheet.WriteElementString("v", Main, cell.Number.ToString(CultureInfo.InvariantCulture));
        else if (!cell.IsBlank)
        {
            _sheet.WriteAttributeString("t", "inlineStr");
            _sheet.WriteStartElement("is", Main);
            _sheet.WriteElementString("t", Main, cell.In(layout, file));
            _sheet.WriteEndElement();
        }
        _sheet.WriteEndElement();
    }

    private void Hide(int columns)
    {
        _sheet.WriteStartElement("cols", Main);
        _sheet.WriteStartElement("col", Main);
        _sheet.WriteAttributeString("min", "1");
        _sheet.WriteAttributeString("max", columns.ToString(CultureInfo.InvariantCulture));
        _sheet.WriteAttributeString("width", "0");
        _sheet.WriteAttributeString("hidden", "1");
        _sheet.WriteEndElement();
        _sheet.WriteEndElement();
    }

    private void Part(string name, string xml)
    {
        using var writer = new StreamWriter(Entry(name), new UTF8Encoding(false));
        writer.Write(xml);
    }

    private Stream Entry(string name)
    {
        var entry = _archive.CreateEntry(name, CompressionLevel.Fastest);
        entry.LastWriteTime = FixedTime;
        return entry.Open();
    }
}
