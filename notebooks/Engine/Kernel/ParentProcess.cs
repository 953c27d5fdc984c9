using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace Analytics.Notebooks.Kernel;

/// <summary>Notices when the Jupyter that started this kernel is gone, so that no kernel outlives it.</summary>
internal static partial class ParentProcess
{
    private static readonly TimeSpan Rhythm = TimeSpan.FromSeconds(1);

    public static Timer Watch(Action gone)
    {
        var first = IdNow();
        return new Timer(_ =>
        {
            if (IdNow() != first) gone();
        }, null, Rhythm, Rhythm);
    }

    /// <summary>The parent's id; 0 once it has ended.</summary>
    private static int IdNow() => OperatingSystem.IsWindows() ? NamedByJupyter() : getppid();

    private static int NamedByJupyter()
    {
        if (!int.TryParse(Environment.GetEnvironmentVariable("JPY_PARENT_PID"), NumberStyles.None, CultureInfo.InvariantCulture, out var id)) return -1;
        try
        {
            using var parent = Process.GetProcessById(id);
            return parent.HasExited ? 0 : id;
        }
        catch (ArgumentException)
        {
            return 0;
        }
    }

    [LibraryImport("libc")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int getppid();
}
