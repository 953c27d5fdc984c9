using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;

namespace Analytics.Dashboards.Tests.Jupyter;

/// <summary>The classic Notebook on this machine's loopback, with this build's kernel, in a folder of its own.</summary>
internal sealed class JupyterServer : IAsyncDisposable
{
    private const string Command = "/usr/bin/jupyter-notebook";
    private const string Token = "tests";
    private readonly Process _process;
    private readonly string _folder;
    private readonly string _origin;

    private JupyterServer(Process process, string folder, string origin) => (_process, _folder, _origin) = (process, folder, origin);

    public static bool IsInstalled => File.Exists(Command);

    public static async Task<JupyterServer> Start(string name, string notebook)
    {
        var folder = Directory.CreateTempSubdirectory("analytics-jupyter-").FullName;
        await File.WriteAllTextAsync(Path.Combine(folder, name), notebook);
        WriteKernel(Path.Combine(folder, "share", "kernels", "analytics-csharp"));
        var port = FreePort();
        var start = new ProcessStartInfo(Command,
        [
            "--no-browser", "--allow-root", "--ip=127.0.0.1", $"--port={port}", "--port-retries=0", $"--NotebookApp.token={Token}", $"--notebook-dir={folder}",
        ])
        { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        (start.Environment["HOME"], start.Environment["JUPYTER_PATH"]) = (folder, Path.Combine(folder, "share"));
        var process = Process.Start(start)!;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        var server = new JupyterServer(process, folder, $"http://127.0.0.1:{port}");
        await server.WaitUntilReady();
        return server;
    }

    public string AddressOf(string name) => $"{_origin}/notebooks/{name}?token={Token}";

    public async ValueTask DisposeAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private static void WriteKernel(string folder)
    {
        Directory.CreateDirectory(folder);
        string[] argv = [Path.Combine(AppContext.BaseDirectory, "analytics"), "notebook", "kernel", "{connection_file}", "--lang", "en"];
        File.WriteAllText(Path.Combine(folder, "kernel.json"), JsonSerializer.Serialize(new { argv, display_name = "C# (Analytics)", language = "C#", interrupt_mode = "message" }));
    }

    private async Task WaitUntilReady()
    {
        using var client = new HttpClient();
        var clock = Stopwatch.StartNew();
        while (true)
        {
            try
            {
                (await client.GetAsync(new Uri($"{_origin}/api/status?token={Token}"))).EnsureSuccessStatusCode();
                return;
            }
            catch (HttpRequestException) when (clock.Elapsed < TimeSpan.FromSeconds(60) && !_process.HasExited)
            {
                await Task.Delay(200);
            }
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
