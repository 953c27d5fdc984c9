namespace Analytics.Cli.Tests;

/// <summary>The command as a person runs it, in a folder of its own.</summary>
public sealed class CommandLine : IDisposable
{
    public string Folder { get; } = Directory.CreateTempSubdirectory("analytics-cli-").FullName;

    public string At(string name) => Path.Combine(Folder, name);

    public string Write(string name, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(At(name))!);
        File.WriteAllText(At(name), text);
        return At(name);
    }

    public static (int Code, string Text) Run(params string[] arguments)
    {
        using var writer = new StringWriter();
        var code = AnalyticsCommand.Run(arguments, Terminal.Plain(writer));
        return (code, writer.ToString());
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
