using System.Data.Common;
using Analytics.Workbooks;

namespace Analytics.Review;

/// <summary>Every row and cell of the exports that was left out: where it is, why, and what usually mends it.</summary>
public sealed class RejectList
{
    private readonly DbConnection _warehouse;
    private readonly Language _language;

    private RejectList(DbConnection warehouse, Language language, long rejects) => (_warehouse, _language, Rejects) = (warehouse, language, rejects);

    /// <summary>The rows and cells left out.</summary>
    public long Rejects { get; }

    /// <summary>The rejects that the workbook holds at most; the text file holds all.</summary>
    internal int MostRows { get; private init; } = Sheet.MostRows;

    /// <summary>Looks at a warehouse's rejects; the language is "fr" or "en".</summary>
    public static RejectList Read(DbConnection warehouse, string language)
    {
        ArgumentNullException.ThrowIfNull(warehouse);
        return new(warehouse, Language.Named(language, typeof(RejectList).Assembly), warehouse.Read("select count(*) from staging.rejects", row => row.GetInt64(0)).Single());
    }

    internal RejectList With(int mostRows) => new(_warehouse, _language, Rejects) { MostRows = mostRows };

    /// <summary>Writes a workbook: causes with their counts and remedies, then each reject, then how to read them.</summary>
    public void WriteWorkbook(string path) => Workbook.Write(
        path,
        [
            new(_language["rejects.causes"], CauseColumns, RejectReader.Causes(_warehouse, _language)) { FrozenColumns = 1 },
            new(_language["rejects.title"], RejectColumns, RejectReader.Rejects(_warehouse, _language).Take(MostRows)) { FrozenColumns = 2 },
            Sheet.Of(_language["guide"], Guide),
        ],
        _language);

    /// <summary>Writes each reject as a line of text.</summary>
    public void WriteCsv(string path) =>
        CsvFile.Write(path, RejectColumns.Select(column => column.Heading).ToList(), RejectReader.Rejects(_warehouse, _language), _language);

    private IReadOnlyList<SheetColumn> CauseColumns =>
    [
        new(_language["rejects.reason"], CellKind.Text, 34),
        new(_language["rejects.rows"], CellKind.Count, 14),
        new(_language["rejects.cells"], CellKind.Count, 14),
        new(_language["rejects.files"], CellKind.Text, 40),
        new(_language["rejects.example"], CellKind.Text, 40),
        new(_language["rejects.remedy"], CellKind.Text, 80),
    ];

    private IReadOnlyList<SheetColumn> RejectColumns =>
    [
        new(_language["rejects.file"], CellKind.Text, 28),
        new(_language["rejects.line"], CellKind.Count, 10),
        new(_language["rejects.column"], CellKind.Text, 24),
        new(_language["rejects.value"], CellKind.Text, 40),
        new(_language["rejects.reason"], CellKind.Text, 34),
        new(_language["rejects.fate"], CellKind.Text, 30),
        new(_language["rejects.remedy"], CellKind.Text, 80),
    ];

    private List<string> Guide =>
    [
        _language["rejects.guide.counts"],
        _language["rejects.guide.lines"],
        _language.Fill(Rejects > MostRows ? "rejects.guide.capped" : "rejects.guide.whole", ("most", _language.Number(MostRows)), ("all", _language.Number(Rejects))),
    ];
}
