namespace Analytics.Pipeline.Profiles;

/// <summary>How well a header names a column, from 0 to 1.</summary>
/// <param name="Rank">The place of the name that it meets among the column's names.</param>
internal sealed record HeaderMatch(string Column, double Score, int Rank, HeaderForm Name)
{
    /// <summary>From here on a header counts as understood.</summary>
    public const double Understood = 0.9;

    /// <summary>Below this a header is left out rather than guessed.</summary>
    public const double Guessed = 0.6;

    public const double Whole = 1;
    public const double WithoutEntity = 0.95;
    public const double OnePart = 0.8;
    public const double SameLetters = 0.98;
    public const double SameWords = 0.95;

    /// <summary>For a column whose values are another file's keys, by their share.</summary>
    public const double Linked = 0.85;

    /// <summary>A name such as "Total" or "Name", which a better one beside it puts aside.</summary>
    public const double Weak = 0.9;

    /// <summary>"Customer" for the customer's key, where another header has the customer's name.</summary>
    public const double Last = 0.7;
}
