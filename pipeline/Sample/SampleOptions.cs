namespace Analytics.Pipeline.Sample;

/// <summary>How large a sample company is, and which one.</summary>
public sealed record SampleOptions
{
    /// <summary>Customers and prospects, at least 20.</summary>
    public int Customers { get; init => field = AtLeast(20, value); } = 400;

    /// <summary>Years of history before <see cref="LastDay"/>.</summary>
    public int Years { get; init => field = AtLeast(1, value); } = 3;

    /// <summary>The same seed makes the same bytes.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>The last day that the exports know.</summary>
    public DateOnly LastDay { get; init; } = new(2025, 12, 31);

    private static int AtLeast(int least, int value)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(value, least);
        return value;
    }
}
