using System.Globalization;
using System.Text.Json;
using Analytics.Dashboards.Data;

namespace Analytics.Dashboards.Pages;

/// <summary>The page's sentences in one language, from texts/*.json, the same files that the client bundles.</summary>
internal sealed class Texts
{
    public static Texts English { get; } = new("en");
    public static Texts French { get; } = new("fr");

    private readonly Dictionary<string, string> _texts;

    private Texts(string language) =>
        _texts = JsonSerializer.Deserialize(Assets.Read($"texts/{language}.json"), PageJson.Default.DictionaryStringString)!;

    public IReadOnlyCollection<string> Keys => _texts.Keys;

    public string this[string key] => _texts[key];

    public static Texts In(string language) => language is "fr" ? French : English;

    public static Localised<string> Both(string key, params object[] values) =>
        new(English.Format(key, values), French.Format(key, values));

    public string Format(string key, params object[] values) =>
        string.Format(CultureInfo.InvariantCulture, this[key], values);
}
