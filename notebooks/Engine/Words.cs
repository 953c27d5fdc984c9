using System.Globalization;
using System.Text.Json;

namespace Analytics.Notebooks;

/// <summary>What notebooks say, in the language that the analyst chose; both files hold the same keys.</summary>
internal static class Words
{
    private static readonly Dictionary<string, Dictionary<string, string>> Languages =
        new[] { "en", "fr" }.ToDictionary(language => language, Load, StringComparer.Ordinal);

    /// <summary>"fr" or "en".</summary>
    public static string Language { get; private set; } = CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "fr" ? "fr" : "en";

    public static CultureInfo Culture => CultureInfo.GetCultureInfo(Language == "fr" ? "fr-FR" : "en-GB");

    public static IReadOnlyCollection<string> KeysOf(string language) => Languages[language].Keys;

    public static void Choose(string language)
    {
        if (language is not ("fr" or "en")) throw new ArgumentException(Fill("language.unknown", ("language", language)), nameof(language));
        Language = language;
        (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (Culture, Culture);
    }

    public static string Of(string key) => Languages[Language][key];

    /// <summary>A text with its {placeholders} filled.</summary>
    public static string Fill(string key, params (string Name, string Value)[] facts) =>
        facts.Aggregate(Of(key), (text, fact) => text.Replace($"{{{fact.Name}}}", fact.Value, StringComparison.Ordinal));

    /// <summary>Hours as they are read: in days from two of them on.</summary>
    public static string Hours(double hours) => Math.Abs(hours) < 48
        ? Fill("kpi.hours", ("count", hours.ToString("#,##0.#", Culture)))
        : Fill("kpi.days", ("count", (hours / 24).ToString("N1", Culture)));

    private static Dictionary<string, string> Load(string language)
    {
        using var stream = typeof(Words).Assembly.GetManifestResourceStream($"texts/{language}.json")!;
        return JsonSerializer.Deserialize<Dictionary<string, string>>(stream)!;
    }
}
