namespace Analytics.Models;

/// <summary>How what is known of customers is learnt; the defaults serve most tables.</summary>
public sealed record OutcomeOptions
{
    /// <summary>Customers that left, and customers that stayed, below which nothing is learnt.</summary>
    public int FewestOfEach { get; init; } = 10;

    /// <summary>The parts of which each is held out once.</summary>
    public int Folds { get; init; } = 5;

    /// <summary>How often the rows are dealt anew; fewer times where there are many.</summary>
    public int Repeats { get; init; } = 5;

    /// <summary>Resamples of the customers behind each interval.</summary>
    public int Resamples { get; init; } = 1000;

    /// <summary>The most reasons given for a customer.</summary>
    public int Reasons { get; init; } = 4;

    /// <summary>The customers, likeliest to leave first, that reasons are worked out for.</summary>
    public int MostExplained { get; init; } = 5000;

    /// <summary>The seed of all that is drawn.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>Rows × repeats beyond which the dealing is repeated less often.</summary>
    private const int MostDealt = 40_000;

    internal int RepeatsOf(int rows) => Math.Clamp(MostDealt / Math.Max(1, rows), 1, Repeats);
}
