namespace Analytics.Pipeline.Profiles;

/// <summary>What other files' keys say of a column.</summary>
/// <param name="Column">The canonical column that the values link by.</param>
/// <param name="Share">How many of the different values are among the other file's.</param>
internal sealed record KeyLink(string Column, double Share);
