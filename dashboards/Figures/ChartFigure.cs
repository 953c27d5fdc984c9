using System.Globalization;

namespace Analytics.Dashboards.Figures;

/// <summary>A chart as Plotly reads it; texts that come from data are escaped, for Plotly reads tags in its labels.</summary>
internal sealed record ChartFigure(IReadOnlyList<ChartTrace> Data, ChartLayout Layout)
{
    public static ChartFigure Of(ChartOptions chart)
    {
        var lying = chart.Kind == ChartKind.LyingBars;
        var type = AxisType(chart);
        var labels = new ChartAxis { Title = Beside(chart.XTitle), Type = type, Tickformat = type == "date" && chart.Language == "fr" ? "%d/%m/%Y" : null, Autorange = lying ? "reversed" : null };
        var values = new ChartAxis { Title = Beside(chart.YTitle), Tickformat = chart.Format, Rangemode = chart.Kind is ChartKind.Bars or ChartKind.LyingBars ? "tozero" : null };
        return new(
            [.. chart.Series.Select(series => Trace(chart.Kind, series))],
            new ChartLayout(lying ? values : labels, lying ? labels : values)
            {
                Title = Titled(chart.Title),
                Showlegend = chart.Series.Any(series => series.Name is not null),
                Separators = chart.Language == "fr" ? ",\u00A0" : ".,",
            });
    }

    private static ChartTrace Trace(ChartKind kind, ChartSeries series)
    {
        var x = series.X.Select(Label).ToList();
        var y = series.Y.Select(value => value is { } number && double.IsFinite(number) ? (object?)number : null).ToList();
        var lying = kind == ChartKind.LyingBars;
        var interval = Interval.Of(series);
        return new(lying ? y : x, lying ? x : y)
        {
            Type = kind is ChartKind.Bars or ChartKind.LyingBars ? "bar" : "scatter",
            Mode = kind switch { ChartKind.Line => "lines+markers", ChartKind.Points => "markers", _ => null },
            Orientation = lying ? "h" : null,
            Name = series.Name is null ? null : PlotlyText.Label(series.Name),
            Hovertext = series.Names?.Select(PlotlyText.Label).ToList(),
            ErrorX = lying ? interval : null,
            ErrorY = lying ? null : interval,
        };
    }

    private static object? Label(object label) => label switch
    {
        string text => PlotlyText.Label(text),
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTime time => time.ToString("s", CultureInfo.InvariantCulture),
        IConvertible number => Convert.ToDouble(number, CultureInfo.InvariantCulture),
        _ => PlotlyText.Label(label.ToString() ?? ""),
    };

    private static string AxisType(ChartOptions chart) => chart.Series.SelectMany(series => series.X).FirstOrDefault() switch
    {
        DateOnly or DateTime => "date",
        string or null => "category",
        IConvertible => "linear",
        _ => "category",
    };

    // Without a distance of its own, plotly.js writes it across long labels.
    private static Title? Beside(string? text) => Titled(text) is { } title ? title with { Standoff = 12 } : null;

    private static Title? Titled(string? text) => text is null ? null : new Title(PlotlyText.Escape(text));
}

internal sealed record ChartTrace(IReadOnlyList<object?> X, IReadOnlyList<object?> Y)
{
    public required string Type { get; init; }
    public string? Mode { get; init; }
    public string? Orientation { get; init; }
    public string? Name { get; init; }
    public IReadOnlyList<string>? Hovertext { get; init; }

    [System.Text.Json.Serialization.JsonPropertyName("error_x")]
    public Interval? ErrorX { get; init; }

    [System.Text.Json.Serialization.JsonPropertyName("error_y")]
    public Interval? ErrorY { get; init; }
}

/// <summary>How far a value may lie from what is drawn.</summary>
internal sealed record Interval(IReadOnlyList<double?> Array, IReadOnlyList<double?> Arrayminus)
{
    public bool Symmetric { get; }
    public double Thickness { get; } = 1.2;

    public static Interval? Of(ChartSeries series) => series is { Low: { } low, High: { } high } && low.Any(end => end is not null)
        ? new([.. high.Select((end, i) => end - series.Y[i])], [.. low.Select((end, i) => series.Y[i] - end)])
        : null;
}

internal sealed record ChartLayout(ChartAxis Xaxis, ChartAxis Yaxis)
{
    public Title? Title { get; init; }
    public bool Showlegend { get; init; }
    public string? Separators { get; init; }
    public string Hovermode { get; } = "closest";
}

internal sealed record ChartAxis
{
    public Title? Title { get; init; }
    public string? Type { get; init; }
    public string? Tickformat { get; init; }
    public string? Autorange { get; init; }
    public string? Rangemode { get; init; }
    public bool Automargin { get; } = true;
}
