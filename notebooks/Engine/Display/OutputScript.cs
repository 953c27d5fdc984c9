namespace Analytics.Notebooks.Display;

/// <summary>The script and style that outputs carry with them, the same text each time, so that a page can allow it by its hash.</summary>
internal static class OutputScript
{
    /// <summary>Draws figures, sorts tables and turns their pages.</summary>
    public static string Text { get; } = Assets.Read("outputs.js");

    public static string Style { get; } = Assets.Read("outputs.css");

    /// <summary>What an output ends with where it is shown in Jupyter.</summary>
    public static string Element { get; } = $"<style>{Style}</style><script>{Text}</script>";

    /// <summary>plotly.js as Jupyter can take it: its page has require.js, which the library would register with instead of naming itself.</summary>
    public static string Library { get; } = $"<script>(function(){{var define,module,exports;\n{Dashboards.PlotlyFigures.Library}\n}}).call(window);</script>";
}
