namespace Analytics.Pipeline.Tests;

/// <summary>Real files that the project does not ship; tests on them are skipped where the folder is not given.</summary>
internal static class RealData
{
    public static string Folder(string name)
    {
        var root = Environment.GetEnvironmentVariable("ANALYTICS_REAL_DATA");
        Assert.SkipWhen(string.IsNullOrEmpty(root), "ANALYTICS_REAL_DATA does not name the folder of real files.");
        var folder = Path.Combine(root!, name);
        Assert.SkipUnless(Directory.Exists(folder), $"{folder} is not there.");
        return folder;
    }
}
