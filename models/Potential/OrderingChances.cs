using Analytics.Models.Features;
using Analytics.Models.Logistic;

namespace Analytics.Models;

/// <summary>
/// Each row's chance of ordering at all: churn's, over the horizon at the as-of date and at past dates over the days that are learnt, where it was tested;
/// else the lifetime model's. Of who is under contract churn says whether it renews: it may order all the same.
/// </summary>
internal sealed record OrderingChances(double?[] Churn, double[] Lifetime)
{
    internal static OrderingChances Of(CustomerPanel panel, IReadOnlyDictionary<(string AccountId, DateOnly Cutoff), double> buys)
    {
        var isUnderContract = panel.UnderContract();
        var silence = panel.Features.Only(LifetimeFeatures.Silence).Columns.SingleOrDefault() ?? panel.Features.Missing();
        var rows = Enumerable.Range(0, panel.Features.Rows);
        return new(
            [.. rows.Select(row => !isUnderContract(row) && buys.TryGetValue((panel.AccountIds[row], panel.Cutoffs[row]), out var chance) ? chance : (double?)null)],
            Array.ConvertAll(silence, odds => Sigmoid.Of(-odds)));
    }

    internal double Of(int row) => Churn[row] ?? Lifetime[row];

    /// <summary>No chance of bringing much is above that of ordering.</summary>
    internal double Most(int row) => Churn[row] ?? 1;
}
