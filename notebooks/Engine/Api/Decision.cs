using Analytics.Notebooks.Display;

namespace Analytics.Notebooks;

/// <summary>What an analysis ends in, set off from the rest.</summary>
public sealed record Decision(string Sentence) : IRenderable
{
    MimeBundle IRenderable.Render() => new(
        $"{Words.Of("decision")} {Sentence}",
        $"<blockquote class=\"analytics-decision\"><p><strong>{HtmlText.Encode(Words.Of("decision"))}</strong> {HtmlText.Encode(Sentence)}</p></blockquote>");
}
