using System.Reflection;
using System.Runtime.InteropServices;

namespace Analytics.Pipeline.DuckDb.Native;

/// <summary>Finds DuckDB's native library: where ANALYTICS_DUCKDB says, else beside the assembly, else in the program's folder.</summary>
internal static class NativeLoader
{
    internal const string Variable = "ANALYTICS_DUCKDB";

    internal static string FileName =>
        OperatingSystem.IsWindows() ? "duckdb.dll" :
        OperatingSystem.IsMacOS() ? "libduckdb.dylib" : "libduckdb.so";

    internal static void Register() => NativeLibrary.SetDllImportResolver(typeof(NativeLoader).Assembly, Resolve);

    internal static string Find(string? chosen, IReadOnlyList<string> folders)
    {
        if (!string.IsNullOrEmpty(chosen)) return FindChosen(chosen);
        foreach (var folder in folders)
            if (File.Exists(Path.Combine(folder, FileName))) return Path.Combine(folder, FileName);
        throw new DllNotFoundException(
            $"DuckDB's native library {FileName} was not found in {string.Join(" nor in ", folders)}. " +
            $"Run 'dotnet build', which fetches it through npm, or set {Variable} to its path.");
    }

    private static string FindChosen(string chosen)
    {
        var file = Directory.Exists(chosen) ? Path.Combine(chosen, FileName) : chosen;
        return File.Exists(file) ? file : throw new DllNotFoundException(
            $"{Variable} names '{chosen}', and DuckDB's native library is not there. Correct it, or remove it and run 'dotnet build'.");
    }

    private static nint Resolve(string name, Assembly assembly, DllImportSearchPath? path) =>
        string.Equals(name, NativeMethods.Library, StringComparison.Ordinal)
            ? NativeLibrary.Load(Find(Environment.GetEnvironmentVariable(Variable), Folders(assembly)))
            : 0;

    // Beside the assembly comes first: notebooks load it from a folder that is not the program's.
    private static string[] Folders(Assembly assembly)
    {
        var beside = Path.GetDirectoryName(assembly.Location);
        var program = AppContext.BaseDirectory;
        return string.IsNullOrEmpty(beside) || string.Equals(beside, Path.TrimEndingDirectorySeparator(program), StringComparison.Ordinal)
            ? [program]
            : [beside, program];
    }
}
