using Analytics.Models.Lifetime;

namespace Analytics.Models.Features;

/// <summary>A customer's purchases up to a cutoff, whether it is still active by then or not.</summary>
internal sealed record KnownHistory(string AccountId, DateOnly Cutoff, PurchaseHistory History);
