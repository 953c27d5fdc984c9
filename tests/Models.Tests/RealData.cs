namespace Analytics.Models.Tests;

/// <summary>Real files that are not part of the repository: their folder is given by ANALYTICS_REAL_DATA, and tests that need them are skipped without it.</summary>
internal static class RealData
{
    internal static string File(params string[] parts)
    {
        var folder = Environment.GetEnvironmentVariable("ANALYTICS_REAL_DATA");
        Assert.SkipWhen(string.IsNullOrEmpty(folder), "ANALYTICS_REAL_DATA does not name the folder of real data.");
        return Path.Combine([folder, .. parts]);
    }
}
