namespace Analytics.Cli;

/// <summary>What the shell gets back; 2 is also what a mistyped command gives.</summary>
internal static class ExitCode
{
    public const int Done = 0;
    public const int Unexpected = 1;
    public const int Usage = 2;

    /// <summary>Something about the exports must be mended.</summary>
    public const int Input = 3;

    /// <summary>Something about the output folder must be mended.</summary>
    public const int Output = 4;

    /// <summary>A check of the figures failed, so nothing was published.</summary>
    public const int Checks = 5;

    /// <summary>Stopped by Ctrl+C.</summary>
    public const int Cancelled = 130;
}
