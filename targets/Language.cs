using System.Globalization;
using System.Text.Json;

namespace Analytics.Targets;

/// <summary>What the lists say in one language, and how it writes numbers and dates; spelled out, because machines differ in their culture data.</summary>
internal sealed class Language
{
    private readonly Dictionary<string, string> _texts;

    private Language(string name)
    {
        IsFrench = name == "fr";
        using var stream = typeof(Language).Assembly.GetManifestResourceStream($"texts/{name}.json")!;
        _texts = JsonSerializer.Deserialize<Dictionary<string, string>>(stream)!;
        Numbers = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        Numbers.NumberFormat.NumberDecimalSeparator = IsFrench ? "," : ".";
        Numbers.NumberFormat.NumberGroupSeparator = IsFrench ? "\u202f" : ",";
        Numbers.NumberFormat.PercentDecimalSeparator = Numbers.NumberFormat.NumberDecimalSeparator;
        Numbers.NumberFormat.PercentSymbol = IsFrench ? "\u00a0%" : "%";
        Numbers.NumberFormat.PercentPositivePattern = 1;
    }

    public bool IsFrench { get; }

    public CultureInfo Numbers { get; }

    public char Separator => IsFrench ? ';' : ',';

    /// <summary>Excel's code for a day.</summary>
    public string DayCode => IsFrench ? "dd/mm/yyyy" : "yyyy-mm-dd";

    public IReadOnlyDictionary<string, string> Texts => _texts;

    public string this[string key] => _texts[key];

    public static Language Named(string name) => name is "fr" or "en" ? new(name) : throw new ArgumentException($"The language is 'fr' or 'en', not '{name}'.", nameof(name));

    /// <summary>A text with its {placeholders} filled.</summary>
    public string Fill(string key, params (string Name, string Value)[] facts) =>
        facts.Aggregate(this[key], (text, fact) => text.Replace($"{{{fact.Name}}}", fact.Value, StringComparison.Ordinal));

    public string Day(DateOnly day) => day.ToString(IsFrench ? "dd'/'MM'/'yyyy" : "yyyy'-'MM'-'dd", CultureInfo.InvariantCulture);

    public string Number(double value) => value.ToString(value == Math.Floor(value) ? "N0" : "N1", Numbers);

    public string Percent(double share) => share.ToString("P0", Numbers);
}
