using System.Globalization;
using System.Reflection;
using System.Text.Json;

namespace Analytics.Workbooks;

/// <summary>What the lists say in one language, and how it writes numbers and dates; spelled out, because machines differ in their culture data.</summary>
public sealed class Language
{
    private readonly Dictionary<string, string> _texts;

    private Language(string name, Assembly home)
    {
        IsFrench = name == "fr";
        using var stream = home.GetManifestResourceStream($"texts/{name}.json")!;
        _texts = JsonSerializer.Deserialize<Dictionary<string, string>>(stream)!;
        Numbers = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        Numbers.NumberFormat.NumberDecimalSeparator = IsFrench ? "," : ".";
        Numbers.NumberFormat.NumberGroupSeparator = IsFrench ? "\u202f" : ",";
        Numbers.NumberFormat.PercentDecimalSeparator = Numbers.NumberFormat.NumberDecimalSeparator;
        Numbers.NumberFormat.PercentSymbol = IsFrench ? "\u00a0%" : "%";
        Numbers.NumberFormat.PercentPositivePattern = 1;
    }

    /// <summary>French, else English.</summary>
    public bool IsFrench { get; }

    /// <summary>How numbers are written.</summary>
    public CultureInfo Numbers { get; }

    /// <summary>What separates the cells of a text file, as the spreadsheets of the language read it.</summary>
    public char Separator => IsFrench ? ';' : ',';

    /// <summary>Excel's code for a day.</summary>
    public string DayCode => IsFrench ? "dd/mm/yyyy" : "yyyy-mm-dd";

    /// <summary>All texts by key.</summary>
    public IReadOnlyDictionary<string, string> Texts => _texts;

    /// <summary>A text by its key.</summary>
    public string this[string key] => _texts[key];

    /// <summary>"fr" or "en", with the texts/*.json of the assembly that asks.</summary>
    public static Language Named(string name, Assembly home) => name is "fr" or "en" ? new(name, home) : throw new ArgumentException($"The language is 'fr' or 'en', not '{name}'.", nameof(name));

    /// <summary>A text with its {placeholders} filled.</summary>
    public string Fill(string key, params (string Name, string Value)[] facts) =>
        facts.Aggregate(this[key], (text, fact) => text.Replace($"{{{fact.Name}}}", fact.Value, StringComparison.Ordinal));

    /// <summary>A day, as the language writes it.</summary>
    public string Day(DateOnly day) => day.ToString(IsFrench ? "dd'/'MM'/'yyyy" : "yyyy'-'MM'-'dd", CultureInfo.InvariantCulture);

    /// <summary>A number with its thousands apart, and one decimal where it has any.</summary>
    public string Number(double value) => value.ToString(value == Math.Floor(value) ? "N0" : "N1", Numbers);

    /// <summary>A share of one as a whole percentage.</summary>
    public string Percent(double share) => share.ToString("P0", Numbers);
}
