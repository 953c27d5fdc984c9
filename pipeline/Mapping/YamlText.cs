using System.Globalization;
using System.Text;

namespace Analytics.Pipeline.Mapping;

/// <summary>The one place where an export's text becomes YAML: between double quotes, whatever it holds.</summary>
internal static class YamlText
{
    public static string Quote(string text)
    {
        var quoted = new StringBuilder("\"");
        foreach (var c in text)
            _ = c switch
            {
                '"' or '\\' => quoted.Append('\\').Append(c),
                _ when IsPlain(c) => quoted.Append(c),
                _ => quoted.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}"),
            };
        return quoted.Append('"').ToString();
    }

    /// <summary>Neither breaks a line, nor hides, nor turns the direction of what follows.</summary>
    private static bool IsPlain(char c) => char.GetUnicodeCategory(c) is not
        (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.OtherNotAssigned or UnicodeCategory.PrivateUse);
}
