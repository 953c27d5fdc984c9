namespace Analytics.Notebooks.Display;

/// <summary>A value as text, and as HTML where it has one.</summary>
internal sealed record MimeBundle(string Plain, string? Html = null)
{
    private const int Longest = 10_000_000;

    /// <summary>The parts by MIME type; one that no page could hold is replaced by a sentence.</summary>
    public IEnumerable<(string Type, string Text)> Parts()
    {
        yield return ("text/plain", Held(Plain));
        if (Html is not null) yield return ("text/html", Html.Length <= Longest ? Html : $"<p>{HtmlText.Encode(TooLong(Html))}</p>");
    }

    private static string Held(string text) => text.Length <= Longest ? text : TooLong(text);

    private static string TooLong(string text) => Words.Fill("output.tooLong", ("size", (text.Length / 1_000_000).ToString("N0", Words.Culture)));
}
