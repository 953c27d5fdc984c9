namespace Analytics.Pipeline;

/// <summary>A salesperson with customers.</summary>
/// <param name="Id">As the exports name the owner, or its name.</param>
/// <param name="Name">What people call the owner.</param>
/// <param name="Customers">How many customers are in the owner's care.</param>
public sealed record OwnerReport(string Id, string Name, long Customers);
