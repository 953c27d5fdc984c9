namespace Analytics.Pipeline.Sample;

/// <summary>The time of day of a row, told by its code: leads come in before noon and are spoken to after it, so that a day's calls follow its leads.</summary>
internal static class SampleClock
{
    private const int HalfDay = 5 * 60;

    public static TimeOnly Morning(string code) => new TimeOnly(7, 0).AddMinutes(Minutes(code));

    public static TimeOnly Afternoon(string code) => new TimeOnly(12, 0).AddMinutes(Minutes(code));

    private static int Minutes(string code) => SampleRandom.Of(0, code.Aggregate(0, (sum, letter) => unchecked(sum * 31 + letter)), purpose: 9).Below(HalfDay);
}
