using System.Text.Json;
using System.Text.Json.Nodes;

namespace Analytics.Notebooks;

/// <summary>What Jupyter reads to know this kernel.</summary>
public static class JupyterKernelSpec
{
    private const string Name = "analytics-csharp";
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    /// <summary>Writes the specification where Jupyter looks: under a prefix such as /usr/local, or for this person where none is given.</summary>
    /// <param name="prefix">A folder that has, or will have, share/jupyter in it; null is this person's own.</param>
    /// <param name="command">How a kernel is started, without the connection file.</param>
    /// <returns>The folder written.</returns>
    public static string Install(string? prefix, IReadOnlyList<string> command)
    {
        ArgumentNullException.ThrowIfNull(command);
        var folder = Path.Combine(prefix is null ? PersonsData() : Path.Combine(Path.GetFullPath(prefix), "share", "jupyter"), "kernels", Name);
        Directory.CreateDirectory(folder);
        var specification = new JsonObject
        {
            ["argv"] = new JsonArray([.. command.Append("{connection_file}").Select(part => JsonValue.Create(part))]),
            ["display_name"] = "C# (Analytics)",
            ["language"] = "C#",
            ["interrupt_mode"] = "message",
        };
        File.WriteAllText(Path.Combine(folder, "kernel.json"), specification.ToJsonString(Indented) + "\n");
        return folder;
    }

    private static string PersonsData()
    {
        if (Environment.GetEnvironmentVariable("JUPYTER_DATA_DIR") is { Length: > 0 } chosen) return chosen;
        var home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        if (OperatingSystem.IsMacOS()) return Path.Combine(home, "Library", "Jupyter");
        return OperatingSystem.IsWindows()
            ? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.ApplicationData), "jupyter")
            : Path.Combine(Environment.GetEnvironmentVariable("XDG_DATA_HOME") is { Length: > 0 } data ? data : Path.Combine(home, ".local", "share"), "jupyter");
    }
}

/// <summary>The process that Jupyter starts for each notebook.</summary>
public static class NotebookKernel
{
    /// <summary>Serves the sockets that a connection file names, until a client or the parent process ends it.</summary>
    public static void Serve(string connectionFile)
    {
        ArgumentException.ThrowIfNullOrEmpty(connectionFile);
        Kernel.KernelHost.Run(connectionFile);
    }
}
