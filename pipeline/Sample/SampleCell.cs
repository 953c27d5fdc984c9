using System.Globalization;

namespace Analytics.Pipeline.Sample;

internal enum SampleCellKind
{
    Text,

    /// <summary>A word that programs say in their own language.</summary>
    Word,
    Day,
    Amount,
    Whole,
    Flag,
}

/// <summary>What a row holds under one heading, before a program spells it.</summary>
internal readonly record struct SampleCell(SampleCellKind Kind, string? Text, decimal Number = 0, DateTime Day = default)
{
    private static readonly TimeOnly s_opening = new(9, 30);

    public static readonly SampleCell Blank = new(SampleCellKind.Text, "");

    public bool IsBlank => Text is "";

    public static SampleCell Word(string? french) => french is null ? Blank : new(SampleCellKind.Word, french);

    public static SampleCell Flag(bool? flag) => flag is { } known ? new(SampleCellKind.Flag, null, known ? 1 : 0) : Blank;

    public static implicit operator SampleCell(string? text) => text is null ? Blank : new(SampleCellKind.Text, text);

    public static implicit operator SampleCell(DateOnly day) => At(day, s_opening);

    public static SampleCell At(DateOnly day, TimeOnly clock) => new(SampleCellKind.Day, null, Day: day.ToDateTime(clock));

    public static implicit operator SampleCell(DateOnly? day) => day is { } known ? known : Blank;

    public static implicit operator SampleCell(decimal amount) => new(SampleCellKind.Amount, null, amount);

    public static implicit operator SampleCell(int number) => new(SampleCellKind.Whole, null, number);

    public string In(SampleLayout layout, SampleFile file) => Kind switch
    {
        SampleCellKind.Word => layout.Word(file, Text!),
        SampleCellKind.Day => file.Style.Of(Day),
        SampleCellKind.Amount => file.Style.Of(Number),
        SampleCellKind.Whole => ((int)Number).ToString(CultureInfo.InvariantCulture),
        SampleCellKind.Flag => file.Style.Of(Number != 0),
        _ => Text!,
    };
}
