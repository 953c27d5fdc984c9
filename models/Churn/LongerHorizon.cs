using Analytics.Models.Evaluation;
using Analytics.Models.Features;
using Analytics.Models.Lifetime;
using Analytics.Models.Logistic;

namespace Analytics.Models;

/// <summary>
/// Carries P(no order) from the days that the history lets learn to a longer horizon, along the curve that makes likeliest what was seen at past cutoffs,
/// which can be watched up to the as-of date. Its shape, one for customers that have a rhythm and one for those that ordered once, is that by which
/// as many came back as did. Contracts end at the same rate over the days beyond as over those learnt.
/// </summary>
internal sealed record LongerHorizon(SilenceCurve Curve, double Shape, double ShapeOfOne)
{
    private const double Certain = 1e-9;
    private const double Steepest = 4;
    private const int FewestReturns = 50;

    internal static LongerHorizon? Of(CustomerPanel panel, ChurnFinal final)
    {
        if (panel.HorizonDays == panel.LearntDays) return null;
        var underContract = panel.UnderContract();
        var labelled = panel.LabelledRows().Where(row => !underContract(row)).ToArray();
        var churn = final.Model.LogOdds(panel.Features.Take(labelled));
        var (rhythm, stretches) = (Rhythm(panel.Features), new Stretches(panel));
        var watched = Enumerable.Range(0, labelled.Length)
            .Where(i => Math.Log((double)Days(panel, labelled[i]) / panel.LearntDays) > Math.Log(1.1))
            .Select(i => new Watched(
                stretches.Of(labelled[i], churn[i], Days(panel, labelled[i])),
                panel.NextDays.ElementAtOrDefault(labelled[i]) is not { } next || next > Days(panel, labelled[i]),
                rhythm(labelled[i])))
            .ToList();
        return SilenceCurve.All.Select(curve => Fit(curve, watched)).MaxBy(fit => fit.LogLikelihood).Longer;
    }

    /// <summary>The chances that the as-of date's customers leave over the horizon, in the order of their rows.</summary>
    internal double[] Churn(CustomerPanel panel, IReadOnlyList<double> learnt)
    {
        var (rhythm, underContract, stretches) = (Rhythm(panel.Features), panel.UnderContract(), new Stretches(panel));
        return panel.AsOfRows().Select((row, i) => underContract(row) ? Ending(panel, learnt[i]) : Silence(stretches.Of(row, LogOdds(learnt[i]), panel.HorizonDays), rhythm(row))).ToArray();
    }

    private static double Ending(CustomerPanel panel, double learnt) => 1 - Math.Pow(1 - learnt, (double)panel.HorizonDays / panel.LearntDays);

    internal double Silence(Stretch stretch, bool hasRhythm) => Curve.Of(stretch, hasRhythm ? Shape : ShapeOfOne);

    private static int Days(CustomerPanel panel, int row) => panel.AsOf.DayNumber - panel.Cutoffs[row].DayNumber;

    /// <summary>Whether a row's customer has ordered on more than one day.</summary>
    private static Func<int, bool> Rhythm(FeatureTable features)
    {
        var gaps = features.Only("usual_gap").Columns.SingleOrDefault();
        return row => gaps is null || double.IsFinite(gaps[row]);
    }

    private static double LogOdds(double silence) => Sigmoid.LogOdds(Math.Clamp(silence, Certain, 1 - Certain));

    private static (LongerHorizon Longer, double LogLikelihood) Fit(SilenceCurve curve, List<Watched> watched)
    {
        var all = Matching(curve, watched, 1);
        var longer = new LongerHorizon(
            curve,
            Matching(curve, watched.FindAll(one => one.HasRhythm), all),
            Matching(curve, watched.FindAll(one => !one.HasRhythm), all));
        return (longer, -watched.Sum(one => Losses.Log(longer.Silence(one.Stretch, one.HasRhythm), one.Silent)));
    }

    /// <summary>The higher the shape, the more are expected to have come back; too few returns tell nothing.</summary>
    private static double Matching(SilenceCurve curve, List<Watched> watched, double otherwise)
    {
        var silent = watched.Count(one => one.Silent);
        if (watched.Count - silent < FewestReturns) return otherwise;
        var (low, high) = (0.0, Steepest);
        while (high - low > 1e-6)
        {
            var middle = (low + high) / 2;
            if (watched.Sum(one => curve.Of(one.Stretch, middle)) > silent) low = middle;
            else high = middle;
        }
        return (low + high) / 2;
    }

    /// <summary>A customer at a past cutoff, and whether it was silent up to the as-of date.</summary>
    private sealed record Watched(Stretch Stretch, bool Silent, bool HasRhythm);

    /// <summary>What the lifetime models fitted at each cutoff say of the customers of that cutoff.</summary>
    private sealed class Stretches(CustomerPanel panel)
    {
        private const double Sure = 1e-6;
        private readonly Dictionary<(string, DateOnly), PurchaseHistory> _histories = panel.Histories.ToDictionary(known => (known.AccountId, known.Cutoff), known => known.History);

        internal Stretch Of(int row, double logOdds, int days)
        {
            if (!_histories.TryGetValue((panel.AccountIds[row], panel.Cutoffs[row]), out var history)) return new(logOdds, Times(days), Times(days), 0);
            var stretch = Stretch.Of(logOdds, panel.LearntDays, days, history.Age);
            return panel.Lifetimes.TryGetValue(panel.Cutoffs[row], out var model)
                ? stretch with { Lifetime = Silence(model, history, days) - Silence(model, history, panel.LearntDays) }
                : stretch;
        }

        private double Times(int days) => Math.Log((double)days / panel.LearntDays);

        private static double Silence(LifetimeModel model, PurchaseHistory history, int days) =>
            -Sigmoid.LogOdds(Math.Clamp(model.BuysAgain(history, days), Sure, 1 - Sure));
    }
}
