using DocumentFormat.OpenXml.Spreadsheet;

namespace Analytics.Targets;

/// <summary>How the cells of the workbook look; a style's index is its place in the sheet of styles.</summary>
internal static class CellStyles
{
    private const uint DayFormat = 164;
    private const uint AmountFormat = 165;

    public const uint Heading = 6;

    public static uint Of(CellKind kind) => (uint)kind + 1;

    public static Stylesheet Sheet(Language language) => new(
        new NumberingFormats(
            new NumberingFormat { NumberFormatId = DayFormat, FormatCode = language.DayCode },
            new NumberingFormat { NumberFormatId = AmountFormat, FormatCode = "#,##0" }),
        new Fonts(new Font(), new Font(new Bold())),
        new Fills(
            new Fill(new PatternFill { PatternType = PatternValues.None }),
            new Fill(new PatternFill { PatternType = PatternValues.Gray125 }),
            new Fill(new PatternFill(new ForegroundColor { Rgb = "FFE8EEF4" }) { PatternType = PatternValues.Solid })),
        new Borders(new Border()),
        new CellStyleFormats(new CellFormat()),
        new CellFormats(
            new CellFormat(),
            new CellFormat(Wrapped()) { ApplyAlignment = true, QuotePrefix = true, NumberFormatId = 49, ApplyNumberFormat = true },
            Number(1),
            Number(AmountFormat),
            Number(9),
            Number(DayFormat),
            new CellFormat(Wrapped()) { ApplyAlignment = true, FontId = 1, ApplyFont = true, FillId = 2, ApplyFill = true }));

    private static CellFormat Number(uint format) => new(new Alignment { Vertical = VerticalAlignmentValues.Top }) { NumberFormatId = format, ApplyNumberFormat = true, ApplyAlignment = true };

    private static Alignment Wrapped() => new() { WrapText = true, Vertical = VerticalAlignmentValues.Top };
}
