using Analytics.Dashboards;
using Analytics.Notebooks.Display;

namespace Analytics.Notebooks;

/// <summary>A figure that plotly.js draws.</summary>
public sealed class Figure : IRenderable
{
    private Figure(string json, string title) => (Json, Title) = (json, title);

    /// <summary>The figure as Plotly reads it.</summary>
    public string Json { get; }

    /// <summary>What it is called.</summary>
    public string Title { get; }

    internal static Figure Of(ChartOptions chart) => new(PlotlyFigures.Chart(chart), chart.Title ?? chart.YTitle ?? "");

    internal static Figure Ready(string json, string title) => new(json, title);

    MimeBundle IRenderable.Render() => new(
        Words.Fill("figure.plain", ("title", Title)),
        $"<div class=\"analytics-figure\" role=\"img\" aria-label=\"{HtmlText.Encode(Title)}\"><script type=\"application/json\">{Json}</script><div class=\"analytics-canvas\"><p>{HtmlText.Encode(Words.Fill("figure.waiting", ("title", Title)))}</p></div></div>{FigureLibrary.Take()}{OutputScript.Element}");
}
