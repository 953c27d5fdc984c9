namespace Analytics.Dashboards.Pages;

/// <summary>The files built into the assembly, with the line ends that a browser hashes.</summary>
internal static class Assets
{
    public static string Read(string name)
    {
        using var stream = typeof(Assets).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The built-in file '{name}' is missing from this build. Build again.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Replace("\r\n", "\n", StringComparison.Ordinal);
    }
}
