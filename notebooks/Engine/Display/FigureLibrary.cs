namespace Analytics.Notebooks.Display;

/// <summary>Which output carries plotly.js: the first figure of a session, and again when that cell runs again. Each would be 1.5 MB heavier else.</summary>
internal static class FigureLibrary
{
    private static string? s_carrier;
    private static string s_cell = "";
    private static bool s_taken;

    public static void BeginSession() => s_carrier = null;

    public static void BeginCell(string text) => (s_cell, s_taken) = (text, false);

    /// <summary>The library's element where this output is to carry it, else nothing.</summary>
    public static string Take()
    {
        if (s_taken || (s_carrier is not null && s_carrier != s_cell)) return "";
        (s_carrier, s_taken) = (s_cell, true);
        return OutputScript.Library;
    }
}
