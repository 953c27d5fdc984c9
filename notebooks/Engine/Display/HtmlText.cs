using System.Text.Encodings.Web;
using System.Text.RegularExpressions;
using System.Text.Unicode;

namespace Analytics.Notebooks.Display;

/// <summary>The one encoder of text that goes into HTML.</summary>
internal static partial class HtmlText
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    [GeneratedRegex(@"\x1B(\[[0-9;?]*[A-Za-z]|\][^\x07\x1B]*(\x07|\x1B\\)?|.)", RegexOptions.ExplicitCapture | RegexOptions.Singleline, matchTimeoutMilliseconds: 5000)]
    private static partial Regex TerminalCodes();

    public static string Encode(string text) => Encoder.Encode(text)
        .Replace("&#xA;", "\n", StringComparison.Ordinal)
        .Replace("&#x9;", "\t", StringComparison.Ordinal);

    /// <summary>Text without a terminal's colours.</summary>
    public static string WithoutTerminalCodes(string text) => TerminalCodes().Replace(text, "");

    /// <summary>Control characters as their pictures (U+2400…), which no reader stumbles over; colours stay.</summary>
    public static string Visible(string text) => text.AsSpan().IndexOfAnyInRange('\0', '\u001F') < 0
        ? text
        : string.Create(text.Length, text, static (span, source) =>
        {
            for (var i = 0; i < span.Length; i++)
                span[i] = source[i] is < ' ' and not ('\n' or '\r' or '\t' or '\b' or '\x1B') ? (char)(0x2400 + source[i]) : source[i];
        });
}
