using System.Data.Common;
using System.Text.Json;
using System.Text.Json.Serialization;
using Analytics.Dashboards.Data;
using Analytics.Dashboards.Figures;
using Analytics.Dashboards.Pages;

namespace Analytics.Dashboards;

/// <summary>Figures for whoever shows them outside the page: the JSON that plotly.js reads, safe inside a script element.</summary>
public static class PlotlyFigures
{
    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    /// <summary>plotly.js itself.</summary>
    public static string Library => Assets.Read("plotly.js");

    /// <summary>A chart of one kind of mark: bars, lines or points.</summary>
    public static string Chart(ChartOptions chart)
    {
        ArgumentNullException.ThrowIfNull(chart);
        return JsonSerializer.Serialize(ChartFigure.Of(chart), Json);
    }

    /// <summary>The page's curve of cumulative revenue by customers' rank; null where no customer has revenue.</summary>
    public static string? Pareto(DbConnection warehouse, string language)
    {
        ArgumentNullException.ThrowIfNull(warehouse);
        var curve = CustomerReader.Curve(warehouse);
        if (curve.Count == 0) return null;
        var both = ParetoFigure.InBothLanguages(curve);
        return JsonSerializer.Serialize(language == "fr" ? both.Fr : both.En, Json);
    }
}

/// <summary>The marks of a chart.</summary>
public enum ChartKind
{
    /// <summary>Upright bars, one for each label.</summary>
    Bars,

    /// <summary>Lying bars, the first label at the top.</summary>
    LyingBars,

    /// <summary>Points joined in their order.</summary>
    Line,

    /// <summary>Points alone.</summary>
    Points,
}

/// <summary>What a chart shows and what it is called.</summary>
public sealed record ChartOptions(ChartKind Kind, IReadOnlyList<ChartSeries> Series)
{
    /// <summary>The sentence above the chart.</summary>
    public string? Title { get; init; }

    /// <summary>What the labels or the horizontal axis say.</summary>
    public string? XTitle { get; init; }

    /// <summary>What the values say.</summary>
    public string? YTitle { get; init; }

    /// <summary>How values are written on their axis, in d3's notation, such as ".0%".</summary>
    public string? Format { get; init; }

    /// <summary>"fr" or "en": how decimals and thousands are separated.</summary>
    public string Language { get; init; } = "en";
}

/// <summary>One colour of a chart: labels (texts, numbers or dates) and their values; intervals and names of points where they are known.</summary>
public sealed record ChartSeries(IReadOnlyList<object> X, IReadOnlyList<double?> Y)
{
    /// <summary>What the legend calls it.</summary>
    public string? Name { get; init; }

    /// <summary>The lower ends of the values' intervals.</summary>
    public IReadOnlyList<double?>? Low { get; init; }

    /// <summary>The upper ends of the values' intervals.</summary>
    public IReadOnlyList<double?>? High { get; init; }

    /// <summary>What each mark says under the pointer.</summary>
    public IReadOnlyList<string>? Names { get; init; }
}
