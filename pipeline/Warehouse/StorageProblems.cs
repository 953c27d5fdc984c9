namespace Analytics.Pipeline;

/// <summary>Tells a full disk from other input and output errors, on each system.</summary>
internal static class StorageProblems
{
    private const int ErrorDiskFull = 112, ErrorHandleDiskFull = 39, NoSpaceLeft = 28, QuotaExceeded = 122;

    public static bool IsDiskFull(Exception error) => OperatingSystem.IsWindows()
        ? (error.HResult & 0xFFFF) is ErrorDiskFull or ErrorHandleDiskFull
        : error.HResult is NoSpaceLeft or QuotaExceeded || error.Message.Contains("No space left", StringComparison.OrdinalIgnoreCase);

    public static ProblemException DiskFull(string path, Exception cause) =>
        new(ProblemCode.DiskFull, cause, ("path", path), ("reason", cause.Message));
}
