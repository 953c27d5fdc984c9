using Analytics.Models.Features;

namespace Analytics.Models;

/// <summary>
/// Carries P(no order) from the days that the history lets learn to a longer horizon: S(t) = S(h)^((t / h)^s), customers' hazards being in
/// proportion on Weibull's scale (Kalbfleisch and Prentice 2002, section 2.3). The shape s, one for customers that have a rhythm and one for those
/// that ordered once, is that by which as many came back at past cutoffs, which can be watched up to the as-of date, as did.
/// </summary>
internal sealed record LongerHorizon(double Shape, double ShapeOfOne, double Times)
{
    private const double Certain = 1e-9;
    private const int FewestReturns = 50;

    internal static LongerHorizon? Of(CustomerPanel panel, ChurnFinal final)
    {
        if (panel.HorizonDays == panel.LearntDays) return null;
        var labelled = panel.LabelledRows();
        var churn = final.Model.Predict(panel.Features.Take(labelled));
        var rhythm = Rhythm(panel.Features);
        var watched = Enumerable.Range(0, labelled.Length)
            .Select(i => Watched.Of(panel, labelled[i], Logarithm(churn[i]), rhythm(labelled[i])))
            .Where(one => one.Times > Math.Log(1.1))
            .ToList();
        var all = Matching(watched, 1);
        return new LongerHorizon(
            Matching(watched.FindAll(one => one.HasRhythm), all),
            Matching(watched.FindAll(one => !one.HasRhythm), all),
            (double)panel.HorizonDays / panel.LearntDays);
    }

    /// <summary>Whether a row's customer has ordered on more than one day.</summary>
    internal static Func<int, bool> Rhythm(FeatureTable features)
    {
        var gaps = features.Only("usual_gap").Columns.SingleOrDefault();
        return row => gaps is null || double.IsFinite(gaps[row]);
    }

    internal double Churn(double learnt, bool hasRhythm) => Math.Exp(Logarithm(learnt) * Math.Pow(Times, hasRhythm ? Shape : ShapeOfOne));

    private static double Logarithm(double silence) => Math.Log(Math.Clamp(silence, Certain, 1 - Certain));

    /// <summary>The higher the shape, the more are expected to have come back; too few returns tell nothing.</summary>
    private static double Matching(List<Watched> watched, double otherwise)
    {
        var came = watched.Count(one => !one.Silent);
        if (came < FewestReturns) return otherwise;
        var (low, high) = (0.0, 3.0);
        while (high - low > 1e-6)
        {
            var middle = (low + high) / 2;
            if (watched.Sum(one => 1 - Math.Exp(one.Log * Math.Exp(middle * one.Times))) < came) low = middle;
            else high = middle;
        }
        return (low + high) / 2;
    }

    /// <summary>A customer at a past cutoff: the logarithm of its P(no order) over the days learnt, how many times as long it was watched (as a logarithm), and what came.</summary>
    private sealed record Watched(double Log, double Times, bool Silent, bool HasRhythm)
    {
        internal static Watched Of(CustomerPanel panel, int row, double log, bool hasRhythm)
        {
            var days = panel.AsOf.DayNumber - panel.Cutoffs[row].DayNumber;
            var silent = panel.NextDays.ElementAtOrDefault(row) is not { } next || next > days;
            return new(log, Math.Log((double)days / panel.LearntDays), silent, hasRhythm);
        }
    }
}
