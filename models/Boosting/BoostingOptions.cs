namespace Analytics.Models.Boosting;

/// <summary>How trees are grown and added up; the defaults are those of the literature.</summary>
internal sealed record BoostingOptions
{
    /// <summary>The most trees.</summary>
    internal int Trees { get; init; } = 100;

    /// <summary>The most leaves of a tree.</summary>
    internal int Leaves { get; init; } = 31;

    /// <summary>Shrinkage: the share of each tree's step that is taken.</summary>
    internal double Rate { get; init; } = 0.1;

    /// <summary>The penalty λ on leaf values.</summary>
    internal double Ridge { get; init; } = 1;

    /// <summary>The least sum of second derivatives in a leaf: rows for squared loss, rows × p (1 − p) for log loss.</summary>
    internal double LeastLeafWeight { get; init; } = 1;

    /// <summary>The least gain for which a leaf is split.</summary>
    internal double LeastGain { get; init; } = 1e-12;

    /// <summary>Trees without progress on the later fold after which training stops.</summary>
    internal int Patience { get; init; } = 20;

    /// <summary>Threads at work; the model is the same for any number.</summary>
    internal int Threads { get; init; } = Environment.ProcessorCount;

    /// <summary>The seed of the sample from which bins are learnt.</summary>
    internal int Seed { get; init; } = 1;
}
