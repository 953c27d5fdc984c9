using Analytics.Models.Features;

namespace Analytics.Models;

/// <summary>What is asked of each customer, and the two single features that answer it: the naive rule's and the lifetime model's.</summary>
internal sealed record Question(string Name, string NaiveFeature, Contender Naive, string LifetimeFeature)
{
    internal static Question Churn(string recency) =>
        new("churn", recency, new("churn_recency", "recency alone", "la récence seule"), LifetimeFeatures.Silence) { GrowsWithSilence = true };

    internal static Question Potential { get; } = new(
        "potential", PotentialPanel.AmountRecent, new("potential_last_amount", "the last period's amount", "le montant de la dernière période"), PotentialPanel.TopExpected)
    {
        Rising = [PotentialPanel.AmountRecent, PotentialPanel.AmountExpected, PotentialPanel.TopExpected, "revenue_recent"],
    };

    /// <summary>Features with which, all else equal, the trees may only find it likelier. Silence is none of churn's: in a seasonal trade the long silent are about to order.</summary>
    internal IReadOnlyList<string> Rising { get; private init; } = [];

    /// <summary>Whether a silence beyond a customer's rhythm speaks for it, as it does for leaving, or against it.</summary>
    internal bool GrowsWithSilence { get; private init; }

    internal Contender BaseRate => new($"{Name}_base_rate", "the base rate", "le taux moyen");

    internal Contender Rfm => new($"{Name}_rfm", "the RFM score", "le score RFM");

    internal Contender Lifetime => new($"{Name}_lifetime", "the lifetime model", "le modèle de durée de vie");

    internal Contender Logistic => new($"{Name}_logistic", "the logistic regression", "la régression logistique");

    internal Contender Boosting => new($"{Name}_boosting", "boosted trees", "les arbres boostés");

    internal Contender Blend => new($"{Name}_blend", "the blend of them all", "le mélange de tous");
}
