using System.Globalization;
using Analytics.Models.Evaluation;

namespace Analytics.Models.Explanation;

/// <summary>An estimate as people read it: "0.74 [0.70; 0.78]", "0,74 [0,70 ; 0,78]".</summary>
internal static class Interval
{
    internal static string English(Estimate estimate, string format = "0.00") => Write(estimate, format, Languages.English, "; ");

    internal static string French(Estimate estimate, string format = "0.00") => Write(estimate, format, Languages.French, "\u00a0; ");

    private static string Write(Estimate estimate, string format, CultureInfo culture, string separator)
    {
        if (!double.IsFinite(estimate.Value)) return culture == Languages.French ? "n.d." : "n/a";
        var value = estimate.Value.ToString(format, culture);
        return double.IsFinite(estimate.Low) && double.IsFinite(estimate.High)
            ? $"{value} [{estimate.Low.ToString(format, culture)}{separator}{estimate.High.ToString(format, culture)}]"
            : value;
    }
}
