namespace Analytics.Models;

/// <summary>How churn is assessed; the defaults serve most customer bases.</summary>
public sealed record ChurnOptions
{
    /// <summary>Customers that left, and customers that stayed, which training needs at the least.</summary>
    public int FewestOfEach { get; init; } = 10;

    /// <summary>The strength λ of the logistic regression's penalty ½ λ Σ β², on standardised inputs, where there are several.</summary>
    public double Ridge { get; init; } = 5;

    /// <summary>The feature of the naive rule "the longer silent, the likelier to leave".</summary>
    public string RecencyFeature { get; init; } = "recency";

    /// <summary>The most reasons given for a customer.</summary>
    public int Reasons { get; init; } = 4;

    /// <summary>The customers, likeliest to leave first, that reasons are worked out for.</summary>
    public int MostExplained { get; init; } = 5000;

    /// <summary>Training rows from which boosted trees are grown.</summary>
    public int FewestForTrees { get; init; } = 200;

    /// <summary>Resamples of the test customers behind each interval.</summary>
    public int Resamples { get; init; } = 1000;

    /// <summary>The seed of the resampling.</summary>
    public int Seed { get; init; } = 1;
}
