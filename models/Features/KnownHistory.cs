using Analytics.Models.Lifetime;

namespace Analytics.Models.Features;

/// <summary>A customer's purchases up to a cutoff, whether it is still active by then or not.</summary>
internal sealed record KnownHistory(string AccountId, DateOnly Cutoff, PurchaseHistory History)
{
    /// <summary>What it brought in all, and over the horizon that ends at the cutoff: margin where every sale's cost is known, else revenue.</summary>
    internal double Amount { get; init; } = double.NaN;

    internal double AmountRecent { get; init; } = double.NaN;
}
