using System.Globalization;
using Analytics.Dashboards.Data;
using Analytics.Dashboards.Pages;

namespace Analytics.Dashboards.Figures;

internal sealed record ParetoPoint(string Name, long Rank, double CumulativeShare, bool InPareto);

/// <summary>Cumulative share of revenue by customers' rank, the Pareto set filled, the 80 % line drawn.</summary>
internal static class ParetoFigure
{
    private const double Threshold = 80;

    public static Localised<Figure> InBothLanguages(IReadOnlyList<ParetoPoint> curve) =>
        new(Of(curve, Texts.English, percent: "%", separators: ".,"), Of(curve, Texts.French, percent: "\u00A0%", separators: ",\u00A0"));

    private static Figure Of(IReadOnlyList<ParetoPoint> curve, Texts texts, string percent, string separators)
    {
        var hover = $"%{{text}}<br>{texts["rank"]} %{{x:,}} · %{{y:.1f}}{percent}<extra></extra>";
        var set = curve.TakeWhile(point => point.InPareto).ToList();
        var last = curve[^1].Rank;
        var shapes = new List<LineShape> { new(0, last, Threshold, Threshold) };
        var annotations = new List<Annotation> { new(last, Threshold, $"80{percent}") { Xanchor = "right", Yanchor = "top" } };
        if (set.Count > 0)
        {
            shapes.Add(new LineShape(set[^1].Rank, set[^1].Rank, 0, set[^1].CumulativeShare * 100));
            annotations.Add(new Annotation(set[^1].Rank, 4, texts.Format("paretoMark", Written(set[^1].Rank, separators))) { Xshift = 6 });
        }

        return new Figure(
            [
                Line(set, hover) with { Fill = "tozeroy", Name = "set" },
                Line(curve, hover) with { Name = "curve" },
            ],
            new Layout(
                new Axis { Title = new Title(texts["paretoX"]), Range = [0, last * 1.01], Tickformat = ",d" },
                new Axis { Range = [0, 103], Ticksuffix = percent, Dtick = 20 })
            {
                Separators = separators,
                Hovermode = "closest",
                Margin = new Margin(48, 12, 12, 44),
                Shapes = shapes,
                Annotations = annotations,
            },
            new Config());
    }

    private static string Written(long rank, string separators) =>
        rank.ToString("N0", new NumberFormatInfo { NumberGroupSeparator = separators[1..] });

    private static Scatter Line(IReadOnlyList<ParetoPoint> points, string hover) =>
        new([0, .. points.Select(point => (double)point.Rank)], [0, .. points.Select(point => Math.Round(point.CumulativeShare * 100, 4))])
        {
            Text = ["", .. points.Select(point => PlotlyText.Label(point.Name))],
            Hovertemplate = hover,
        };
}
