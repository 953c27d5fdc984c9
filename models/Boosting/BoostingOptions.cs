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

    /// <summary>The fewest rows in a leaf.</summary>
    internal int LeastLeafRows { get; init; } = 1;

    /// <summary>The least gain for which a leaf is split.</summary>
    internal double LeastGain { get; init; } = 1e-12;

    /// <summary>The share of rows, drawn anew without replacement, that each tree learns from (Friedman 2002).</summary>
    internal double RowShare { get; init; } = 1;

    /// <summary>The share of features, drawn anew, that each tree may ask about.</summary>
    internal double ColumnShare { get; init; } = 1;

    /// <summary>Features whose numbers are names of categories: split by sets, not by thresholds.</summary>
    internal IReadOnlyList<string> Categorical { get; init; } = [];

    /// <summary>Features with which the prediction may only rise.</summary>
    internal IReadOnlyList<string> Rising { get; init; } = [];

    /// <summary>Features with which the prediction may only fall.</summary>
    internal IReadOnlyList<string> Falling { get; init; } = [];

    /// <summary>Trees without progress on the later fold after which training stops.</summary>
    internal int Patience { get; init; } = 20;

    /// <summary>Threads at work; the model is the same for any number.</summary>
    internal int Threads { get; init; } = Environment.ProcessorCount;

    /// <summary>The seed of all that is drawn: the sample that bins are learnt from, rows and columns.</summary>
    internal int Seed { get; init; } = 1;

    /// <summary>What makes no sense, or names a feature that is not there.</summary>
    internal IEnumerable<string> Faults(IReadOnlyList<string> features)
    {
        if (Trees < 0 || Leaves < 2 || Threads < 1) yield return "Boosting needs at least 2 leaves and 1 thread, and no negative number of trees.";
        if (!(Rate > 0 && double.IsFinite(Rate))) yield return "The rate must be a number above 0.";
        if (!(Ridge >= 0 && LeastLeafWeight >= 0 && LeastGain >= 0)) yield return "The ridge, the least leaf weight and the least gain must not be negative.";
        if (Ridge + LeastLeafWeight == 0) yield return "Without a ridge, leaves need a least weight: an empty one would have no value.";
        if (RowShare is not (> 0 and <= 1) || ColumnShare is not (> 0 and <= 1)) yield return "The shares of rows and columns must lie above 0 and not above 1.";
        foreach (var name in Categorical.Concat(Rising).Concat(Falling).Except(features, StringComparer.Ordinal))
            yield return $"The options name the feature '{name}'; the features are {string.Join(", ", features)}.";
        foreach (var name in Rising.Intersect(Falling, StringComparer.Ordinal))
            yield return $"The prediction cannot both rise and fall with '{name}'.";
        foreach (var name in Rising.Concat(Falling).Intersect(Categorical, StringComparer.Ordinal))
            yield return $"'{name}' is categorical: its categories have no order to rise or fall with.";
    }
}
