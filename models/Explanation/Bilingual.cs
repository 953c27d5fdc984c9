using System.Globalization;

namespace Analytics.Models.Explanation;

/// <summary>A sentence in both languages.</summary>
internal readonly record struct Bilingual(string En, string Fr)
{
    internal ModelNote At(int position, string model = "churn") => new(model, position, En, Fr);
}

/// <summary>How numbers and dates are written in each language, stated here because machines differ in their culture data.</summary>
internal static class Languages
{
    private const string NarrowSpace = "\u202f";
    private const string FixedSpace = "\u00a0";

    internal static CultureInfo English { get; } = Make(".", ",", "%", "yyyy-MM-dd");

    internal static CultureInfo French { get; } = Make(",", NarrowSpace, FixedSpace + "%", "dd/MM/yyyy");

    private static CultureInfo Make(string point, string group, string percent, string date)
    {
        var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        culture.NumberFormat = new NumberFormatInfo
        {
            NumberDecimalSeparator = point,
            NumberGroupSeparator = group,
            PercentDecimalSeparator = point,
            PercentGroupSeparator = group,
            PercentSymbol = percent,
            PercentPositivePattern = 1,
            PercentNegativePattern = 1,
            NegativeSign = "\u2212",
        };
        culture.DateTimeFormat.ShortDatePattern = date;
        return culture;
    }
}
