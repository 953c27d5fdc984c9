using Analytics.Notebooks.Documents;

namespace Analytics.Notebooks.Tests.Documents;

public sealed class MarkdownTests
{
    [Theory]
    [InlineData("# Title", "<h1>Title</h1>\n")]
    [InlineData("one\ntwo\n\nthree", "<p>one\ntwo</p>\n<p>three</p>\n")]
    [InlineData("- a\n- **b**\n  c", "<ul><li>a</li><li><strong>b</strong>\nc</li></ul>\n")]
    [InlineData("1. a\n2. b", "<ol><li>a</li><li>b</li></ol>\n")]
    [InlineData("> said", "<blockquote><p>said</p>\n</blockquote>\n")]
    [InlineData("```\na < b\n```", "<pre><code>a &lt; b</code></pre>\n")]
    [InlineData("*soft* and `co*de*` and snake_case_name", "<p><em>soft</em> and <code>co*de*</code> and snake_case_name</p>\n")]
    [InlineData("[site](https://example.org/a_b)", "<p><a href=\"https://example.org/a_b\">site</a></p>\n")]
    [InlineData("| a | b |\n|---|---|\n| 1 | 2 |", "<table><thead><tr><th scope=\"col\">a</th><th scope=\"col\">b</th></tr></thead><tbody><tr><td>1</td><td>2</td></tr></tbody></table>\n")]
    public void Markdown_becomes_HTML(string text, string html) => Assert.Equal(html, Markdown.ToHtml(text));

    [Theory]
    [InlineData("<script>alert(1)</script>", "<script")]
    [InlineData("[x](javascript:alert(1))", "javascript")]
    [InlineData("**<img src=x onerror=alert(1)>**", "<img")]
    [InlineData("[x](https://a\"onclick=\"b)", "\"onclick")]
    public void Markup_and_scripts_in_it_do_not_run(string text, string never) =>
        Assert.DoesNotContain(never, Markdown.ToHtml(text), StringComparison.OrdinalIgnoreCase);
}
