using Analytics.Pipeline;

namespace Analytics.Cli;

/// <summary>A file in the output folder, whole or not at all: the last good one stays until the new one is written.</summary>
internal static class OutputFile
{
    public static string Write(string folder, string name, Action<string> write)
    {
        var path = Path.GetFullPath(Path.Combine(folder, name));
        var building = path + ".building";
        try
        {
            Directory.CreateDirectory(folder);
            write(building);
            File.Move(building, path, overwrite: true);
            return path;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            if (File.Exists(building)) File.Delete(building);
            throw new ProblemException(ProblemCode.OutputNotWritable, e, ("path", Path.GetFullPath(folder)), ("reason", e.Message));
        }
    }
}
