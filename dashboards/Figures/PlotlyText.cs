namespace Analytics.Dashboards.Figures;

/// <summary>Plotly reads tags and entities in its labels: a name from a CRM must come out as the name.</summary>
internal static class PlotlyText
{
    private const int Longest = 60;
    private const char FirstStrongIsolate = '\u2068';
    private const char PopDirectionalIsolate = '\u2069';

    public static string Escape(string name)
    {
        var plain = name.Replace("&", "&amp;", StringComparison.Ordinal)
            .Replace("<", "&lt;", StringComparison.Ordinal)
            .Replace(">", "&gt;", StringComparison.Ordinal);
        return FirstStrongIsolate + plain + PopDirectionalIsolate;
    }

    public static string Label(string name) => Escape(Shorten(name));

    private static string Shorten(string name)
    {
        if (name.Length <= Longest)
            return name;
        var cut = char.IsHighSurrogate(name[Longest - 1]) ? Longest - 1 : Longest;
        return name[..cut] + '…';
    }
}
