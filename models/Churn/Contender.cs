using Analytics.Models.Features;
using Analytics.Models.Logistic;

namespace Analytics.Models;

/// <summary>
/// A way to predict churn, told from the others by what it looks at: all the features, recency alone, or nothing
/// (a logistic regression on nothing gives everyone the base rate).
/// </summary>
internal sealed record Contender(string Name, string En, string Fr, Func<FeatureTable, FeatureTable> See)
{
    internal static readonly Contender BaseRate = new("churn_base_rate", "the base rate", "le taux moyen", table => table.Only());

    internal static readonly Contender Logistic = new("churn_logistic", "the logistic regression", "la régression logistique", table => table);

    internal static Contender Recency(string feature) => new("churn_recency", "recency alone", "la récence seule", table => table.Only(feature));

    /// <summary>The trained model; one that did not converge gives way to the base rate, and says so by Converged.</summary>
    internal (LogisticModel Model, bool Converged) Train(FeatureTable features, bool[] outcomes, double ridge)
    {
        var model = LogisticModel.Train(See(features), outcomes, ridge);
        return model.Fit.Converged ? (model, true) : (LogisticModel.Train(features.Only(), outcomes, ridge), false);
    }
}
