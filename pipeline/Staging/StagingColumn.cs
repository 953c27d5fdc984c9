using Analytics.Pipeline.Profiles;

namespace Analytics.Pipeline.Staging;

/// <summary>One column of a file on its way into its canonical table.</summary>
/// <param name="Index">The column's place in the file, from 0.</param>
internal sealed record StagingColumn(int Index, string Column, ColumnType Type, ValueFormat Format)
{
    /// <summary>The engine's name for the file's column: c0, c1, … so that no header ever names a column.</summary>
    public string Source => $"c{Index}";

    /// <summary>The cell as it is read, once; everything else refers to <see cref="Value"/>, so that the engine plans each macro once.</summary>
    public string Read => $"{Format.Macro}({Source}) as {Value}";

    public string Value => $"{(Currencies.IsMark(Format) ? "m" : "v")}{Index}";

    public bool CanFail => Type is ColumnType.Date or ColumnType.Moment or ColumnType.Amount or ColumnType.Number or ColumnType.Duration or ColumnType.Rate or ColumnType.Percent or ColumnType.Flag or ColumnType.Siren or ColumnType.Email;

    public string Reason => Type switch
    {
        ColumnType.Date or ColumnType.Moment => "not_a_date",
        ColumnType.Flag => "not_a_flag",
        ColumnType.Siren => "not_a_siren",
        ColumnType.Email => "not_an_email",
        _ => "not_a_number",
    };

    public static string SqlType(ColumnType type) => type switch
    {
        ColumnType.Date => "date",
        ColumnType.Moment => "timestamp",
        ColumnType.Amount or ColumnType.Number or ColumnType.Duration => "decimal(18, 4)",
        ColumnType.Rate or ColumnType.Percent => "decimal(18, 8)",
        ColumnType.Flag => "boolean",
        _ => "varchar",
    };
}
