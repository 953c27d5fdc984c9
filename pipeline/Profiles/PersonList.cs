namespace Analytics.Pipeline.Profiles;

/// <summary>A list of people is no list of companies: beside a first name, a bare "Nom" is a person's.</summary>
internal static class PersonList
{
    private static readonly HashSet<string> FirstNames = new(["prenom", "first name", "firstname", "given name", "prenom contact", "prenom du contact", "nombre de pila"], StringComparer.Ordinal);
    public static readonly HashSet<string> BareNames = new(["nom", "name", "nombre", "last name", "nom complet", "full name"], StringComparer.Ordinal);

    public static bool Is(CanonicalTable table, FileMapping mapping) => table.Name == "accounts"
        && mapping.Headers.Any(h => FirstNames.Contains(HeaderWords.Normalise(h.Header)))
        && mapping.Used.Any(h => h.Column == "name" && BareNames.Contains(HeaderWords.Normalise(h.Header)));
}
