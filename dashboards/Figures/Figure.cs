using System.Text.Json.Serialization;

namespace Analytics.Dashboards.Figures;

/// <summary>A Plotly figure as Plotly reads it; colours are the page's theme and are added when it is drawn.</summary>
internal sealed record Figure(IReadOnlyList<Scatter> Data, Layout Layout, Config Config);

internal sealed record Scatter(IReadOnlyList<double> X, IReadOnlyList<double> Y)
{
    public string Type { get; } = "scatter";
    public string Mode { get; init; } = "lines";
    public string? Name { get; init; }
    public IReadOnlyList<string>? Text { get; init; }
    public string? Fill { get; init; }
    public string? Hovertemplate { get; init; }
    public string? Hoverinfo { get; init; }
}

internal sealed record Layout(Axis Xaxis, Axis Yaxis)
{
    public bool Showlegend { get; init; }
    public string? Separators { get; init; }
    public string? Hovermode { get; init; }
    public Margin? Margin { get; init; }
    public IReadOnlyList<LineShape>? Shapes { get; init; }
    public IReadOnlyList<Annotation>? Annotations { get; init; }
}

internal sealed record Axis
{
    public Title? Title { get; init; }
    public IReadOnlyList<double>? Range { get; init; }
    public string? Ticksuffix { get; init; }
    public string? Tickformat { get; init; }
    public double? Dtick { get; init; }
    public bool Fixedrange { get; init; } = true;
    public bool Zeroline { get; init; }
    public bool Automargin { get; init; } = true;
}

internal sealed record Title(string Text)
{
    /// <summary>How far an axis' title stays from its labels.</summary>
    public int? Standoff { get; init; }
}

internal sealed record Margin(int L, int R, int T, int B);

internal sealed record LineShape(double X0, double X1, double Y0, double Y1)
{
    public string Type { get; } = "line";
    public LineStyle Line { get; init; } = new("dot", 1.5);
}

internal sealed record LineStyle(string Dash, double Width);

internal sealed record Annotation(double X, double Y, string Text)
{
    public bool Showarrow { get; init; }
    public string Xanchor { get; init; } = "left";
    public string Yanchor { get; init; } = "bottom";
    public double Xshift { get; init; }
}

internal sealed record Config
{
    [JsonPropertyName("displayModeBar")]
    public bool DisplayModeBar { get; init; }

    [JsonPropertyName("responsive")]
    public bool Responsive { get; init; } = true;
}
