using System.Runtime.InteropServices;
using Analytics.Models.Logistic;

namespace Analytics.Models;

/// <summary>
/// A customer's log-odds of silence over the days that are learnt, and how far they are to be carried: how many times as long (as a logarithm);
/// the same in the customer's own time, which slows down as it ages; and how the lifetime model's own log-odds change on the way (0 where there is none).
/// </summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Stretch(double LogOdds, double Times, double AgedTimes, double Lifetime)
{
    /// <summary>
    /// Hazards that fall as 1 / (age + t), as they do where customers' rates of ending differ (Lomax 1954, as in the Pareto/NBD), add up to
    /// ln(1 + t / age). The days learnt are added to the age, for no hazard is infinite on the first day.
    /// </summary>
    internal static Stretch Of(double logOdds, double learnt, double days, double age)
    {
        var start = age + learnt;
        return new(logOdds, Math.Log(days / learnt), Math.Log(Math.Log(1 + days / start) / Math.Log(1 + learnt / start)), 0);
    }
}

/// <summary>A family of curves along which silence wears off, the faster the higher the shape.</summary>
internal sealed record SilenceCurve(string Name, Func<Stretch, double, double> Of)
{
    private const double Certain = 1e-9;

    /// <summary>
    /// Hazards in proportion on Weibull's scale, S(t) = S(h)^((t / h)^s); odds in proportion on the log-logistic's (Kalbfleisch and Prentice 2002,
    /// sections 2.2 and 2.3), which is what customers that differ more than their features tell look like; the same in the customers' own time; the lifetime model's own curve, s times as steep.
    /// </summary>
    internal static IReadOnlyList<SilenceCurve> All { get; } =
    [
        new("hazards", (stretch, shape) => Math.Exp(Math.Log(Math.Clamp(Sigmoid.Of(stretch.LogOdds), Certain, 1 - Certain)) * Math.Exp(shape * stretch.Times))),
        new("odds", (stretch, shape) => Sigmoid.Of(stretch.LogOdds - shape * stretch.Times)),
        new("aged odds", (stretch, shape) => Sigmoid.Of(stretch.LogOdds - shape * stretch.AgedTimes)),
        new("lifetime", (stretch, shape) => Sigmoid.Of(stretch.LogOdds + shape * stretch.Lifetime)),
    ];
}
