using Analytics.Models.Features;

namespace Analytics.Models;

/// <summary>A way to predict churn, named for the card and for people.</summary>
internal sealed record Contender(string Name, string En, string Fr)
{
    internal static readonly Contender BaseRate = new("churn_base_rate", "the base rate", "le taux moyen");

    internal static readonly Contender Recency = new("churn_recency", "recency alone", "la récence seule");

    internal static readonly Contender Lifetime = new("churn_lifetime", "the lifetime model", "le modèle de durée de vie");

    internal static readonly Contender Logistic = new("churn_logistic", "the logistic regression", "la régression logistique");

    internal static readonly Contender Boosting = new("churn_boosting", "boosted trees", "les arbres boostés");

    internal static readonly Contender Blend = new("churn_blend", "the blend of regression, trees and lifetime", "le mélange régression, arbres et durée de vie");
}

/// <summary>A contender, trained; where it did not converge the base rate stands in, and Converged says so.</summary>
internal sealed record Trained(Contender Contender, ChurnModel Model, bool Converged);
