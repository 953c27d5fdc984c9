namespace Analytics.Notebooks.Kernel;

/// <summary>Jupyter counts a cursor's place in Unicode characters, .NET in UTF-16 units.</summary>
internal static class CodePoints
{
    public static int ToUtf16(string text, int place)
    {
        var at = 0;
        for (var i = 0; i < place && at < text.Length; i++) at += char.IsSurrogatePair(text, at) ? 2 : 1;
        return at;
    }

    public static int FromUtf16(string text, int place)
    {
        var count = 0;
        for (var at = 0; at < place; count++) at += char.IsSurrogatePair(text, at) ? 2 : 1;
        return count;
    }
}
