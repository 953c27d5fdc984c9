using Analytics.Pipeline.Review;
using Analytics.Pipeline.Sample;

namespace Analytics.Pipeline.Landing;

/// <summary>The files of a folder of exports, in a stable order.</summary>
internal static class ExportFolder
{
    public static IReadOnlyList<string> Files(string folder)
    {
        if (!Directory.Exists(folder))
            throw new ProblemException(ProblemCode.FolderNotFound, ("path", folder));
        var files = ListFiles(folder);
        if (files.Count == 0)
            throw new ProblemException(ProblemCode.FolderEmpty, ("path", folder));
        return files;
    }

    public static string NameOf(string folder, string path) =>
        Path.GetRelativePath(folder, path).Replace('\\', '/');

    private static List<string> ListFiles(string folder)
    {
        try
        {
            return Directory.EnumerateFiles(folder)
                .Where(f => !Path.GetFileName(f).StartsWith('.') && !ReviewFile.Is(f) && Path.GetFileName(f) is not (ExportMapping.FileName or SampleTruth.FileName))
                .Order(StringComparer.Ordinal)
                .ToList();
        }
        catch (UnauthorizedAccessException e)
        {
            throw new ProblemException(ProblemCode.FileUnreadable, e, ("file", folder), ("reason", e.Message));
        }
    }
}
