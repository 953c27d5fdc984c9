namespace Analytics.Pipeline.Sample;

/// <summary>The dirt that real exports have, in a few known rows: an impossible date, an amount in words, a spelling of its own, a row cut short.</summary>
internal static class SampleMess
{
    private const int Date = 5, Amount = 6, Article = 3;

    public static IEnumerable<string[]> Soil(IEnumerable<string[]> orders) => orders.Select((row, line) => line switch
    {
        17 => With(row, Date, "31/02/2024"),
        42 => With(row, Amount, "à définir"),
        71 => With(row, Amount, ""),
        99 => row[..5],
        _ when line > 0 && line % 40 == 0 => With(row, Article, row[Article].ToUpperInvariant()),
        _ => row,
    });

    private static string[] With(string[] row, int index, string value)
    {
        var soiled = (string[])row.Clone();
        soiled[index] = value;
        return soiled;
    }
}
