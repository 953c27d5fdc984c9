namespace Analytics.Notebooks.Tests;

/// <summary>Where the tests were built from.</summary>
internal static class Repository
{
    public static string Root { get; } = Find(new DirectoryInfo(AppContext.BaseDirectory));

    private static string Find(DirectoryInfo folder) =>
        File.Exists(Path.Combine(folder.FullName, "Analytics.sln")) ? folder.FullName : Find(folder.Parent!);
}
