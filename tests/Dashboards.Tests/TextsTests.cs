using Analytics.Dashboards.Pages;

namespace Analytics.Dashboards.Tests;

public class TextsTests
{
    [Fact]
    public void French_and_English_have_the_same_keys() =>
        Assert.Equal(Texts.English.Keys.Order(StringComparer.Ordinal), Texts.French.Keys.Order(StringComparer.Ordinal));

    [Fact]
    public void Each_text_has_the_same_places_in_both_languages()
    {
        foreach (var key in Texts.English.Keys)
            Assert.Equal((key, Places(Texts.English[key])), (key, Places(Texts.French[key])));
    }

    [Fact]
    public void No_French_text_lets_its_double_punctuation_start_a_line()
    {
        foreach (var key in Texts.French.Keys)
            Assert.DoesNotMatch(" [:;?!%»]|« ", Texts.French[key]);
    }

    private static string Places(string text) =>
        string.Concat(Enumerable.Range(0, 10).Where(place => text.Contains($"{{{place}}}", StringComparison.Ordinal)));
}
