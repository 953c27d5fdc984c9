using Analytics.Models.Features;

namespace Analytics.Models;

/// <summary>
/// Carries P(no order) from the days that the history lets learn to a longer horizon: S(t) = S(h)^((t / h)^s), customers' hazards being in
/// proportion on Weibull's scale (Kalbfleisch and Prentice 2002, section 2.3). The shape s is the one by which as many came back at past cutoffs, which can be watched up to the as-of date, as did.
/// </summary>
internal sealed record LongerHorizon(double Shape, double Times)
{
    private const double Certain = 1e-9;

    internal static LongerHorizon? Of(CustomerPanel panel, ChurnFinal final)
    {
        if (panel.HorizonDays == panel.LearntDays) return null;
        var labelled = panel.LabelledRows();
        var churn = final.Model.Predict(panel.Features.Take(labelled));
        var watched = Enumerable.Range(0, labelled.Length)
            .Select(i => (Log: Math.Log(Math.Clamp(churn[i], Certain, 1 - Certain)), Days: panel.AsOf.DayNumber - panel.Cutoffs[labelled[i]].DayNumber, Next: panel.NextDays.ElementAtOrDefault(labelled[i])))
            .Where(one => one.Days * 10 > panel.LearntDays * 11)
            .Select(one => (one.Log, Times: Math.Log((double)one.Days / panel.LearntDays), Silent: one.Next is not { } days || days > one.Days))
            .ToList();
        return new LongerHorizon(watched.Count == 0 ? 1 : Matching(watched), (double)panel.HorizonDays / panel.LearntDays);
    }

    internal double Churn(double learnt) => Math.Exp(Math.Log(Math.Clamp(learnt, Certain, 1 - Certain)) * Math.Pow(Times, Shape));

    /// <summary>The shape by which as many are expected to have come back at past dates as did; the more they did, the higher it is.</summary>
    private static double Matching(List<(double Log, double Times, bool Silent)> watched)
    {
        var came = watched.Count(one => !one.Silent);
        var (low, high) = (0.0, 3.0);
        while (high - low > 1e-6)
        {
            var middle = (low + high) / 2;
            if (watched.Sum(one => 1 - Math.Exp(one.Log * Math.Exp(middle * one.Times))) < came) low = middle;
            else high = middle;
        }
        return (low + high) / 2;
    }
}
