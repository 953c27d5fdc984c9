using Analytics.Notebooks.Display;

namespace Analytics.Notebooks;

/// <summary>Markup of the analyst's own, shown as it is.</summary>
public sealed record Html(string Markup) : IRenderable
{
    MimeBundle IRenderable.Render() => new(Markup, Markup);
}
