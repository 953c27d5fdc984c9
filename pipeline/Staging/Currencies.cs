namespace Analytics.Pipeline.Staging;

/// <summary>The currency that an amount is written with: looked for in the cells that are no plain number, wherever they stand in the file.</summary>
internal sealed class Currencies
{
    private const string Macro = "read_currency_mark";
    private readonly StagingColumn? _mark, _amount;

    public Currencies(IReadOnlyList<StagingColumn> columns)
    {
        _mark = columns.FirstOrDefault(c => c.Format.Macro == Macro);
        _amount = columns.FirstOrDefault(c => c != _mark && c.Index == _mark?.Index);
    }

    /// <summary>The column of the currencies that stand beside the amounts of another one.</summary>
    public static StagingColumn WrittenIn(StagingColumn amount) => new(amount.Index, "currency", Profiles.ColumnType.Currency, new(Macro, "", false, 1));

    /// <summary>Whether a column is read from the cells of another one.</summary>
    public static bool IsMark(ValueFormat format) => format.Macro == Macro;

    /// <summary>What is read of the cells first; nothing where no currency stands in them.</summary>
    public string First => _amount is null ? "*" : $"*, {Part("plain")} as {Plain}";

    public string Read(StagingColumn column)
    {
        if (column == _mark) return $"case when {Plain} is null then {Macro}({column.Source}) end as {column.Value}";
        return column == _amount ? $"coalesce({Plain}, {Part("decorated")}) as {column.Value}" : column.Read;
    }

    private string Plain => $"p{_amount!.Index}";

    private string Part(string name) => $"{_amount!.Format.Macro.Replace("read_", $"{name}_", StringComparison.Ordinal)}({_amount.Source})";
}
