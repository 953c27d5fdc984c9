using System.Globalization;
using System.Text.Json;

namespace Analytics.Cli;

/// <summary>What the command says, in French or English; both files hold the same keys.</summary>
internal sealed class Texts
{
    private readonly Dictionary<string, string> _texts;

    public Texts(string language)
    {
        Language = language;
        using var stream = typeof(Texts).Assembly.GetManifestResourceStream($"texts/{language}.json")!;
        _texts = JsonSerializer.Deserialize<Dictionary<string, string>>(stream, JsonSerializerOptions.Strict)!;
        Culture = CultureInfo.GetCultureInfo(language == "fr" ? "fr-FR" : "en-GB");
    }

    public string Language { get; }

    public CultureInfo Culture { get; }

    public IReadOnlyCollection<string> Keys => _texts.Keys;

    public string this[string key] => _texts.TryGetValue(key, out var text)
        ? text
        : throw new KeyNotFoundException($"texts/{Language}.json lacks '{key}'.");

    public bool Has(string key) => _texts.ContainsKey(key);

    /// <summary>A text with its {placeholders} filled.</summary>
    public string Fill(string key, params (string Name, string Value)[] facts) =>
        facts.Aggregate(this[key], (text, fact) => text.Replace($"{{{fact.Name}}}", fact.Value, StringComparison.Ordinal));

    public string Of(Models.ModelNote note) => Language == "fr" ? note.TextFr : note.TextEn;

    public string Of(Pipeline.Assumption assumption) => Language == "fr" ? assumption.TextFr : assumption.TextEn;

    public string Day(DateOnly day) => day.ToString(Language == "fr" ? "dd/MM/yyyy" : "yyyy-MM-dd", CultureInfo.InvariantCulture);

    public string Number(long value) => value.ToString("N0", Culture);

    /// <summary>Hours as they are read: in days from two of them on.</summary>
    public string Hours(double hours) => Math.Abs(hours) < 48
        ? Fill("kpi.hours", ("count", hours.ToString("#,##0.#", Culture)))
        : Fill("kpi.days", ("count", (hours / 24).ToString("N1", Culture)));

    /// <summary>The language asked for on the command line, else the system's, else English.</summary>
    public static Texts For(IReadOnlyList<string> arguments)
    {
        var at = Enumerable.Range(0, arguments.Count).FirstOrDefault(i => arguments[i] == "--lang", -1);
        var asked = at >= 0 && at + 1 < arguments.Count ? arguments[at + 1] : CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;
        return new(asked == "fr" ? "fr" : "en");
    }
}
