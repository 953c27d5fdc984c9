namespace Analytics.Pipeline.Sample;

/// <summary>How large a sample company is, which one, and as whose exports it is written.</summary>
public sealed record SampleOptions
{
    /// <summary>Customers and prospects, at least 20.</summary>
    public int Customers { get; init => field = Within(20, 10_000_000, value); } = 400;

    /// <summary>Years of history before <see cref="LastDay"/>.</summary>
    public int Years { get; init => field = Within(1, 50, value); } = 3;

    /// <summary>The same seed makes the same bytes.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>The last day that the exports know.</summary>
    public DateOnly LastDay { get; init; } = new(2025, 12, 31);

    /// <summary>The program that the exports come from, one of <see cref="Crms"/>; what it has no export for comes from a plain one.</summary>
    public string Crm { get; init => field = Crms.Contains(value, StringComparer.Ordinal) ? value : throw new ArgumentException($"'{value}' is none of {string.Join(", ", Crms)}.", nameof(value)); } = "plain";

    /// <summary>The language of headings and values: "fr" or "en".</summary>
    public string Language { get; init => field = value is "fr" or "en" ? value : throw new ArgumentException($"The language is 'fr' or 'en', not '{value}'.", nameof(value)); } = "fr";

    /// <summary>0 for clean files, 1 for the dirt of any export, 2 for glued reports and mixed encodings too, 3 for overlapping exports and other formats besides.</summary>
    public int Mess { get; init => field = Within(0, 3, value); } = 1;

    /// <summary>The programs whose exports can be written.</summary>
    public static IReadOnlyList<string> Crms { get; } = SampleLayout.Names;

    private static int Within(int least, int most, int value)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(value, least);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(value, most);
        return value;
    }
}
