using System.Globalization;

namespace Analytics.Notebooks.Display;

/// <summary>How far a loop is.</summary>
internal sealed record ProgressBar(int Done, int Total) : IRenderable
{
    MimeBundle IRenderable.Render() => new(
        string.Create(CultureInfo.InvariantCulture, $"{Done}/{Total}"),
        string.Create(CultureInfo.InvariantCulture, $"<div class=\"analytics-progress\"><progress value=\"{Done}\" max=\"{Math.Max(Total, 1)}\"></progress> {Done}/{Total}</div>"));
}
