namespace Analytics.Pipeline.Warehouse;

/// <summary>Tells a full disk from other errors, on each system and from the engine's own text.</summary>
internal static class StorageProblems
{
    private const int ErrorDiskFull = 112, ErrorHandleDiskFull = 39;

    public static bool IsDiskFull(Exception error) =>
        Causes(error).Any(e => SaysFull(e.Message) || (OperatingSystem.IsWindows() && (e.HResult & 0xFFFF) is ErrorDiskFull or ErrorHandleDiskFull));

    public static ProblemException DiskFull(string path, Exception error) => new(
        ProblemCode.DiskFull, error, ("path", path), ("reason", Causes(error).Last(e => IsDiskFull(e)).Message.ReplaceLineEndings(" ")));

    private static bool SaysFull(string message) =>
        message.Contains("No space left", StringComparison.OrdinalIgnoreCase) || message.Contains("not enough space on the disk", StringComparison.OrdinalIgnoreCase);

    private static IEnumerable<Exception> Causes(Exception error)
    {
        for (var e = error; e is not null; e = e.InnerException) yield return e;
    }
}
