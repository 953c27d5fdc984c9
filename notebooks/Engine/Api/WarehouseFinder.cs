
namespace Analytics.Notebooks;

/// <summary>Finds the file that the analyst means: a notebook may lie in a folder below the one that its paths are written from.</summary>
internal static class WarehouseFinder
{
    internal const string Variable = "ANALYTICS_WAREHOUSE";
    private static readonly string[] Usual = [Path.Combine("out", "warehouse.duckdb"), Path.Combine("out", "demo", "warehouse.duckdb")];

    public static string Find(string? path)
    {
        string[] wanted = path is not null ? [path] : Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } named ? [named] : Usual;
        return wanted.SelectMany(Above).FirstOrDefault(File.Exists)
            ?? throw new CellException(Words.Fill("warehouse.none", ("path", string.Join(", ", wanted)), ("folder", Environment.CurrentDirectory)));
    }

    private static IEnumerable<string> Above(string path)
    {
        for (var folder = new DirectoryInfo(Environment.CurrentDirectory); folder is not null; folder = folder.Parent)
            yield return Path.GetFullPath(Path.Combine(folder.FullName, path));
    }
}
