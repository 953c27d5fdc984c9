using System.Globalization;
using System.Text;

namespace Analytics.Pipeline.Profiles;

/// <summary>A header's words without accents, capitals or punctuation: "Nom de l’entreprise" and "NOM_ENTREPRISE" meet here.</summary>
internal static class HeaderWords
{
    private static readonly HashSet<string> Fillers = new(["de", "du", "des", "la", "le", "les", "l", "d", "of", "the", "en", "a"], StringComparer.Ordinal);

    public static string Normalise(string header)
    {
        var words = new StringBuilder(header.Length);
        var previous = ' ';
        foreach (var c in header.Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark) continue;
            if (!char.IsLetterOrDigit(c)) Break(words);
            else
            {
                if (char.IsUpper(c) && char.IsLower(previous)) Break(words);
                words.Append(char.ToLowerInvariant(c));
            }
            previous = c;
        }
        return words.ToString().TrimEnd();
    }

    public static IReadOnlySet<string> Meaningful(string normalised) => normalised
        .Split(' ', StringSplitOptions.RemoveEmptyEntries)
        .Where(w => !Fillers.Contains(w))
        .ToHashSet(StringComparer.Ordinal);

    private static void Break(StringBuilder words)
    {
        if (words.Length > 0 && words[^1] != ' ') words.Append(' ');
    }
}
