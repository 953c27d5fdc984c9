using System.Globalization;
using System.Text;

namespace Analytics.Pipeline.Profiles;

/// <summary>A header's words without accents, capitals or punctuation: "Nom de l’entreprise" and "NOM_ENTREPRISE" meet here.</summary>
internal static class HeaderWords
{
    private const string PartEnds = "/([";

    public static string Normalise(string header)
    {
        var words = new StringBuilder(header.Length);
        var previous = ' ';
        foreach (var c in header.Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark) continue;
            if (c == '#' && words.Length > 0) words.Append(" number ");
            else if (!char.IsLetterOrDigit(c) || c is 'º' or 'ª') Break(words);
            else
            {
                if (char.IsUpper(c) && char.IsLower(previous)) Break(words);
                words.Append(char.ToLowerInvariant(c));
            }
            previous = c;
        }
        return words.ToString().TrimEnd();
    }

    /// <summary>"Nom client (facturation)" is "Nom client".</summary>
    public static string WithoutSide(string header)
    {
        var open = header.IndexOf('(', StringComparison.Ordinal);
        return open > 0 && HeaderVocabulary.Sides.Contains(Normalise(header[open..]).Trim()) ? header[..open] : header;
    }

    /// <summary>"Ville/Commune" and "Montant (HT)" up to what only repeats or details.</summary>
    public static string FirstPart(string header)
    {
        var end = header.AsSpan().IndexOfAny(PartEnds);
        return end > 0 ? header[..end] : header;
    }

    public static IReadOnlySet<string> Meaningful(string normalised)
    {
        var joined = HeaderVocabulary.Phrases.Aggregate($" {normalised} ", (text, phrase) => text.Replace($" {phrase.Key} ", $" {phrase.Value} ", StringComparison.Ordinal));
        var words = joined.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Where(w => !HeaderVocabulary.Fillers.Contains(w) && !HeaderVocabulary.Dating.Contains(w))
            .SelectMany(Spelled)
            .Concat(words.Length > 1 && HeaderVocabulary.Dating.Contains(words[^1]) ? ["date"] : [])
            .ToHashSet(StringComparer.Ordinal);
    }

    private static string[] Spelled(string word) => HeaderVocabulary.Spelled.TryGetValue(word, out var full)
        ? full.Split(' ')
        : [Singular(word)];

    private static string Singular(string word)
    {
        var end = word.Length > 3 && word[^1] is 's' or 'x' && word[^2] is not ('s' or 'u' or 'i') ? 1 : 0;
        var one = word[..^end];
        return HeaderVocabulary.Spelled.TryGetValue(one, out var full) && !full.Contains(' ', StringComparison.Ordinal) ? full : one;
    }

    private static void Break(StringBuilder words)
    {
        if (words.Length > 0 && words[^1] != ' ') words.Append(' ');
    }
}
