using System.IO.Compression;
using System.Text;

namespace Analytics.Pipeline.Tests.Landing;

/// <summary>The smallest .xlsx that Excel opens, written by hand from ECMA-376.</summary>
internal static class Workbook
{
    private const string Main = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    /// <param name="sheets">Name, state (visible, hidden) and the sheet's rows as XML; style 1 is a date.</param>
    public static byte[] Of(params (string Name, string State, string Rows)[] sheets) => Of([], sheets);

    /// <param name="merged">Ranges of merged cells, such as A2:A4, of each sheet.</param>
    public static byte[] Of(IReadOnlyList<string> merged, params (string Name, string State, string Rows)[] sheets)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add(zip, "[Content_Types].xml", $"""
                <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>
                """);
            Add(zip, "_rels/.rels", $"""
                <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="{Relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>
                """);
            Add(zip, "xl/styles.xml", $"""
                <styleSheet {Main}><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>
                """);
            Add(zip, "xl/workbook.xml", $"""
                <workbook {Main} xmlns:r="{Relations}"><sheets>{string.Concat(sheets.Select((s, i) => $"<sheet name=\"{s.Name}\" sheetId=\"{i + 1}\" state=\"{s.State}\" r:id=\"s{i + 1}\"/>"))}</sheets></workbook>
                """);
            Add(zip, "xl/_rels/workbook.xml.rels", $"""
                <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{string.Concat(sheets.Select((_, i) => $"<Relationship Id=\"s{i + 1}\" Type=\"{Relations}/worksheet\" Target=\"worksheets/sheet{i + 1}.xml\"/>"))}<Relationship Id="st" Type="{Relations}/styles" Target="styles.xml"/></Relationships>
                """);
            foreach (var (sheet, i) in sheets.Select((s, i) => (s, i)))
                Add(zip, $"xl/worksheets/sheet{i + 1}.xml", $"<worksheet {Main}><sheetData>{sheet.Rows}</sheetData>{(merged.Count == 0 ? "" : $"<mergeCells count=\"{merged.Count}\">{string.Concat(merged.Select(m => $"<mergeCell ref=\"{m}\"/>"))}</mergeCells>")}</worksheet>");
        }
        return bytes.ToArray();
    }

    public static string Row(int number, params string[] cells) =>
        $"<row r=\"{number}\">{string.Concat(cells.Select((c, i) => c.Length == 0 ? "" : c.Replace("<c", $"<c r=\"{(char)('A' + i)}{number}\"")))}</row>";

    public static string Text(string text) => $"<c t=\"inlineStr\"><is><t>{text}</t></is></c>";

    public static string Number(string number) => $"<c><v>{number}</v></c>";

    public static string Date(int serial) => $"<c s=\"1\"><v>{serial}</v></c>";

    public static string Formula(string formula, string value) => $"<c><f>{formula}</f><v>{value}</v></c>";

    private static void Add(ZipArchive zip, string name, string xml)
    {
        using var entry = zip.CreateEntry(name).Open();
        entry.Write(Encoding.UTF8.GetBytes("<?xml version=\"1.0\" encoding=\"UTF-8\"?>" + xml.Trim()));
    }
}
