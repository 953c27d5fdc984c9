using Analytics.Pipeline.Profiles;

namespace Analytics.Pipeline.Staging;

/// <summary>One column of a file on its way into its canonical table.</summary>
/// <param name="Source">The engine's name for the file's column: c0, c1, … so that no header ever reaches SQL.</param>
internal sealed record StagingColumn(string Source, string Column, ColumnType Type, ValueFormat Format)
{
    public string Value => $"{Format.Macro}({Source})";

    public bool CanFail => Type is not (ColumnType.Key or ColumnType.Text);

    public string Reason => Type switch
    {
        ColumnType.Date => "not_a_date",
        ColumnType.Flag => "not_a_flag",
        _ => "not_a_number",
    };

    public static string SqlType(ColumnType type) => type switch
    {
        ColumnType.Date => "date",
        ColumnType.Amount or ColumnType.Number => "decimal(18, 4)",
        ColumnType.Flag => "boolean",
        _ => "varchar",
    };
}
