namespace Analytics.Models;

/// <summary>A way to predict, named for the card and for people.</summary>
internal sealed record Contender(string Name, string En, string Fr);

/// <summary>A contender, trained; where it did not converge the base rate stands in, and Converged says so.</summary>
internal sealed record Trained(Contender Contender, ChurnModel Model, bool Converged);
