using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Analytics.Workbooks;

/// <summary>How the cells of the workbook look; a style's index is its place in the sheet of styles.</summary>
internal static class CellStyles
{
    private const uint DayFormat = 164;
    private const uint AmountFormat = 165;
    private const uint ChanceFormat = 166;

    public const uint Heading = 8;

    public static uint Of(CellKind kind) => (uint)kind + 1;

    public static Stylesheet Sheet(Language language) => new(
        new NumberingFormats(
            new NumberingFormat { NumberFormatId = DayFormat, FormatCode = language.DayCode },
            new NumberingFormat { NumberFormatId = AmountFormat, FormatCode = "#,##0" },
            new NumberingFormat { NumberFormatId = ChanceFormat, FormatCode = "0.0%" }),
        new Fonts(Letters(), Letters(new Bold())),
        new Fills(
            new Fill(new PatternFill { PatternType = PatternValues.None }),
            new Fill(new PatternFill { PatternType = PatternValues.Gray125 }),
            new Fill(new PatternFill(new ForegroundColor { Rgb = "FFE8EEF4" }) { PatternType = PatternValues.Solid }),
            new Fill(new PatternFill(new ForegroundColor { Rgb = "FFFFF6D6" }) { PatternType = PatternValues.Solid })),
        new Borders(new Border()),
        new CellStyleFormats(new CellFormat()),
        new CellFormats(
            new CellFormat(),
            Words(0),
            Number(1),
            Number(AmountFormat),
            Number(9),
            Number(DayFormat),
            Words(3),
            Number(ChanceFormat),
            new CellFormat(Wrapped()) { ApplyAlignment = true, FontId = 1, ApplyFont = true, FillId = 2, ApplyFill = true }));

    private static Font Letters(params OpenXmlElement[] weight) => new([.. weight, new FontSize { Val = 11 }, new FontName { Val = "Calibri" }]);

    private static CellFormat Words(uint fill) => new(Wrapped()) { ApplyAlignment = true, QuotePrefix = true, NumberFormatId = 49, ApplyNumberFormat = true, FillId = fill, ApplyFill = fill > 0 };

    private static CellFormat Number(uint format) => new(new Alignment { Vertical = VerticalAlignmentValues.Top }) { NumberFormatId = format, ApplyNumberFormat = true, ApplyAlignment = true };

    private static Alignment Wrapped() => new() { WrapText = true, Vertical = VerticalAlignmentValues.Top };
}
