using System.Text;
using System.Text.RegularExpressions;
using Analytics.Notebooks.Display;

namespace Analytics.Notebooks.Documents;

/// <summary>The Markdown that notes are written in: headings, paragraphs, lists, quotes, code, tables, emphasis and links. HTML in it stays text.</summary>
internal static partial class Markdown
{
    private const RegexOptions Captured = RegexOptions.ExplicitCapture;

    [GeneratedRegex(@"^(?<marks>#{1,6})\s+(?<text>.*)$", Captured, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Heading();

    [GeneratedRegex(@"^\s*([-*+]|(?<number>\d+)[.)])\s+(?<text>.*)$", Captured, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Item();

    [GeneratedRegex(@"^\s*\|?[\s:|-]*-[\s:|-]*$", Captured, matchTimeoutMilliseconds: 1000)]
    private static partial Regex TableRule();

    [GeneratedRegex(@"`(?<code>[^`]+)`|\*\*(?<strong>[^*]+)\*\*|(?<![\w*])\*(?<em>[^*\s][^*]*)\*|(?<!\w)_(?<em>[^_\s][^_]*)_(?!\w)|\[(?<label>[^\]]+)\]\((?<url>[^)\s]+)\)", Captured, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Inline();

    public static string ToHtml(string text)
    {
        var lines = new Queue<string>(text.ReplaceLineEndings("\n").Split('\n'));
        var html = new StringBuilder();
        while (lines.Count > 0) html.Append(Block(lines));
        return html.ToString();
    }

    private static string Block(Queue<string> lines)
    {
        var line = lines.Dequeue();
        if (string.IsNullOrWhiteSpace(line)) return "";
        if (line.StartsWith("```", StringComparison.Ordinal)) return Fence(lines);
        if (Heading().Match(line) is { Success: true } heading)
            return $"<h{heading.Groups["marks"].Length}>{Spans(heading.Groups["text"].Value)}</h{heading.Groups["marks"].Length}>\n";
        if (line.Trim() is "---" or "***") return "<hr>\n";
        if (line.StartsWith('>')) return $"<blockquote>{ToHtml(string.Join('\n', Taken(lines, line, l => l.StartsWith('>')).Select(l => l[1..].TrimStart())))}</blockquote>\n";
        if (Item().IsMatch(line)) return Items([.. Taken(lines, line, l => Item().IsMatch(l) || (l.StartsWith(' ') && l.Trim().Length > 0))]);
        if (line.Contains('|', StringComparison.Ordinal) && lines.TryPeek(out var rule) && TableRule().IsMatch(rule)) return Rows([.. Taken(lines, line, l => l.Contains('|', StringComparison.Ordinal))]);
        return $"<p>{Spans(string.Join('\n', Taken(lines, line, IsParagraph)))}</p>\n";
    }

    private static bool IsParagraph(string line) => !string.IsNullOrWhiteSpace(line) && !Heading().IsMatch(line) && !Item().IsMatch(line) && line is not ['>', ..] and not ['`', '`', '`', ..];

    private static IEnumerable<string> Taken(Queue<string> lines, string first, Func<string, bool> belongs)
    {
        yield return first;
        while (lines.TryPeek(out var next) && belongs(next)) yield return lines.Dequeue();
    }

    private static string Fence(Queue<string> lines)
    {
        var code = new List<string>();
        while (lines.TryDequeue(out var line) && !line.StartsWith("```", StringComparison.Ordinal)) code.Add(line);
        return $"<pre><code>{HtmlText.Encode(string.Join('\n', code))}</code></pre>\n";
    }

    private static string Items(IReadOnlyList<string> lines)
    {
        var items = new List<string>();
        foreach (var line in lines)
            if (Item().Match(line) is { Success: true } item) items.Add(item.Groups["text"].Value);
            else items[^1] += "\n" + line.Trim();
        var list = Item().Match(lines[0]).Groups["number"].Success ? "ol" : "ul";
        return $"<{list}>{string.Concat(items.Select(i => $"<li>{Spans(i)}</li>"))}</{list}>\n";
    }

    private static string Rows(IReadOnlyList<string> lines)
    {
        var body = string.Concat(lines.Skip(2).Select(line => $"<tr>{string.Concat(Cells(line).Select(c => $"<td>{Spans(c)}</td>"))}</tr>"));
        return $"<table><thead><tr>{string.Concat(Cells(lines[0]).Select(c => $"<th scope=\"col\">{Spans(c)}</th>"))}</tr></thead><tbody>{body}</tbody></table>\n";
    }

    private static IEnumerable<string> Cells(string line) => line.Trim().Trim('|').Split('|').Select(c => c.Trim());

    private static string Spans(string text)
    {
        var html = new StringBuilder();
        var at = 0;
        foreach (Match match in Inline().Matches(text))
        {
            html.Append(HtmlText.Encode(text[at..match.Index])).Append(Span(match));
            at = match.Index + match.Length;
        }
        return html.Append(HtmlText.Encode(text[at..])).ToString();
    }

    private static string Span(Match match)
    {
        if (match.Groups["code"].Success) return $"<code>{HtmlText.Encode(match.Groups["code"].Value)}</code>";
        if (match.Groups["strong"].Success) return $"<strong>{Spans(match.Groups["strong"].Value)}</strong>";
        if (match.Groups["em"].Success) return $"<em>{Spans(match.Groups["em"].Value)}</em>";
        var (label, url) = (Spans(match.Groups["label"].Value), match.Groups["url"].Value);
        return IsHarmless(url) ? $"<a href=\"{HtmlText.Encode(url)}\">{label}</a>" : label;
    }

    private static bool IsHarmless(string url) => !url.Contains(':', StringComparison.Ordinal)
        || url.StartsWith("https://", StringComparison.OrdinalIgnoreCase) || url.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || url.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase);
}
