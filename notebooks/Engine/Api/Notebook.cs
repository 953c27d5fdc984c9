using System.Globalization;
using Analytics.Notebooks.Display;

namespace Analytics.Notebooks;

/// <summary>What a cell can say without a prefix.</summary>
public static class Notebook
{
    private static int s_displays;

    /// <summary>The language of tables, sentences and numbers, "fr" or "en"; the system's until it is set.</summary>
    public static string Language
    {
        get => Words.Language;
        set => Words.Choose(value);
    }

    /// <summary>Shows a value now, wherever in the cell; the handle can change it later.</summary>
#pragma warning disable IDE1006 // Notebooks of every language write it so.
    public static Shown display(object? value)
    {
        var shown = new Shown(string.Create(CultureInfo.InvariantCulture, $"analytics-{++s_displays}"));
        if (Formatter.Format(value) is { } bundle) OutputStage.Current.Display(bundle, shown.Id);
        return shown;
    }
#pragma warning restore IDE1006

    /// <summary>Takes away what the cell has shown so far.</summary>
    public static void ClearOutput() => OutputStage.Current.Clear();

    /// <summary>Goes through items and shows how far it is: <c>foreach (var s in Progress(sectors)) …</c></summary>
    public static IEnumerable<T> Progress<T>(IEnumerable<T> items)
    {
        var all = items as IReadOnlyCollection<T> ?? [.. items];
        var shown = display(new ProgressBar(0, all.Count));
        var done = 0;
        foreach (var item in all)
        {
            yield return item;
            shown.Update(new ProgressBar(++done, all.Count));
        }
    }

    /// <summary>Asks the person at the notebook for a line.</summary>
    public static string Ask(string prompt) => OutputStage.Current.Ask(prompt);
}

/// <summary>Something shown that can still change.</summary>
public sealed class Shown
{
    internal Shown(string id) => Id = id;

    internal string Id { get; }

    /// <summary>Puts another value in its place.</summary>
    public void Update(object? value)
    {
        if (Formatter.Format(value) is { } bundle) OutputStage.Current.Update(bundle, Id);
    }
}
