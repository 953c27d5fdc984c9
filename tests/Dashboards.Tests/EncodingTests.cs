using System.Text.Json;
using Analytics.Dashboards.Data;
using Analytics.Dashboards.Figures;
using Analytics.Dashboards.Pages;

namespace Analytics.Dashboards.Tests;

public class EncodingTests
{
    [Theory]
    [InlineData("</script><script>")]
    [InlineData("<!--")]
    [InlineData("]]>&amp;'\"")]
    [InlineData("\u2028\u2029\u0000\u001f\u007f")]
    [InlineData("é 👩🏽‍🚀 \u202Ex")]
    public void Data_in_a_script_element_cannot_end_it_and_read_back_the_same(string name)
    {
        var json = PageJson.Encode(Naming(name));

        Assert.DoesNotContain(json, character => character is '<' or '>' or '&' or '\u2028' or '\u2029' or '\0');
        Assert.Equal(name, JsonDocument.Parse(json).RootElement.GetProperty("run").GetProperty("title").GetString());
    }

    [Theory]
    [InlineData("A&B <b>x</b>", "\u2068A&amp;B &lt;b&gt;x&lt;/b&gt;\u2069")]
    [InlineData("&lt;", "\u2068&amp;lt;\u2069")]
    [InlineData("", "\u2068\u2069")]
    public void Plotly_shows_a_name_as_it_is(string name, string label) => Assert.Equal(label, PlotlyText.Label(name));

    [Fact]
    public void A_long_name_is_cut_and_never_in_the_middle_of_a_character()
    {
        var label = PlotlyText.Label("a" + string.Concat(Enumerable.Repeat("🚀", 5000)));

        Assert.Equal("\u2068a" + string.Concat(Enumerable.Repeat("🚀", 29)) + "…\u2069", label);
    }

    [Fact]
    public void The_policy_names_each_script_by_its_hash()
    {
        Assert.StartsWith(
            "default-src 'none'; script-src 'sha256-ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=' 'sha256-",
            ContentPolicy.Allowing("abc", "d"), StringComparison.Ordinal);
    }

    private static PageData Naming(string title) => new(
        new Run(title, new DateOnly(2025, 12, 31), null, null, null, "none", "1"), [], [], [], [], [], new Facts(), new Base(0, []), null, [], [], new Keep([], [], [], [], [], []), new Win([], [], [], [], []), [], [], new Quality([], [], [], [], [], new DuplicateReview(0, 0, 0, 0, 0, 0, [], [])));
}
