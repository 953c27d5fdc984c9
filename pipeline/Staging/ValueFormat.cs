using Analytics.Pipeline.Profiles;

namespace Analytics.Pipeline.Staging;

/// <summary>How one column spells its values, decided once for the whole column from its first records.</summary>
/// <param name="Macro">The SQL macro that reads a cell.</param>
/// <param name="Label">What people see: "dd/mm/yyyy", "1 234,56"; empty for text.</param>
/// <param name="Ambiguous">Whether the values would read as well another way.</param>
/// <param name="Readable">Share of the non-blank values that read.</param>
internal sealed record ValueFormat(string Macro, string Label, bool Ambiguous, double Readable)
{
    private static readonly ValueFormat PlainText = new("read_text", "", false, 1);

    /// <summary>The formats of a file's columns; a column that could be day-first or month-first follows the file's others.</summary>
    public static IReadOnlyList<ValueFormat> Of(IReadOnlyList<(ColumnType Type, IReadOnlyList<string> Values)> columns, char separator)
    {
        var dayFirst = DateFormat.DayFirst(columns.Where(c => c.Type is ColumnType.Date or ColumnType.Moment).Select(c => c.Values));
        var comma = NumberFormat.DecimalComma(columns.Where(c => IsNumber(c.Type)).Select(c => c.Values)) ?? separator == ';';
        return columns.Select(c => Of(c.Type, c.Values, dayFirst, comma)).ToList();
    }

    /// <summary>The same, with the order of day and month and the decimal mark that a person wrote down.</summary>
    public ValueFormat As(FileMapping mapping)
    {
        var dated = (mapping.DayFirst, mapping.DayFirstElsewhere) switch
        {
            ({ } told, _) when DayOrder.IsTold(this) => DateFormat.InOrder(this, told),
            (_, { } elsewhere) when DayOrder.IsOpen(this) => DateFormat.InOrder(this, elsewhere) with { Ambiguous = true },
            _ => this,
        };
        return mapping.DecimalComma is { } comma && Macro.StartsWith("read_amount_", StringComparison.Ordinal) ? NumberFormat.With(dated, comma) : dated;
    }

    private static ValueFormat Of(ColumnType type, IReadOnlyList<string> values, bool? dayFirst, bool comma) => type switch
    {
        ColumnType.Date => DateFormat.Of(values, dayFirst),
        ColumnType.Moment => DateFormat.WithTime(DateFormat.Of(values, dayFirst)),
        ColumnType.Amount or ColumnType.Number => NumberFormat.Of(values, comma),
        ColumnType.Duration => DurationFormat.Of(values, comma),
        ColumnType.Rate => NumberFormat.Rate(NumberFormat.Of(values, comma)),
        ColumnType.Percent => NumberFormat.Percent(values, comma),
        ColumnType.Flag => new("read_flag", "", false, 1),
        ColumnType.Siren or ColumnType.Vat or ColumnType.Email or ColumnType.Phone or ColumnType.Postcode or ColumnType.Tags or ColumnType.Currency =>
            new($"read_{type.ToString().ToLowerInvariant()}", "", false, 1),
        _ => PlainText,
    };

    private static bool IsNumber(ColumnType type) => type is ColumnType.Amount or ColumnType.Number or ColumnType.Rate or ColumnType.Percent;
}
