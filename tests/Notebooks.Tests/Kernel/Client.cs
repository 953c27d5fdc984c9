using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using Analytics.Notebooks.Kernel;
using Analytics.Notebooks.Kernel.Zmtp;

namespace Analytics.Notebooks.Tests.Kernel;

/// <summary>A Jupyter client of our own, which starts the kernel as Jupyter does and speaks to it over its sockets.</summary>
internal sealed class Client : IAsyncDisposable
{
    private const string Key = "a-key-of-the-tests";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly byte[] Name = "test-client"u8.ToArray();

    private readonly string _file;
    private readonly MessageCodec _codec = new(Key);

    private Client(Process process, string file, ZmtpConnection shell, ZmtpConnection control, ZmtpConnection iopub, ZmtpConnection stdin, ZmtpConnection heartbeat)
    {
        (Process, _file) = (process, file);
        (Shell, Control, Iopub, Stdin, Heartbeat) = (shell, control, iopub, stdin, heartbeat);
    }

    public Process Process { get; }

    public ZmtpConnection Shell { get; }

    public ZmtpConnection Control { get; }

    public ZmtpConnection Iopub { get; }

    public ZmtpConnection Stdin { get; }

    public ZmtpConnection Heartbeat { get; }

    public static Task<Client> Start(string folder) => Start(folder, file => new(Program.Analytics, ["notebook", "kernel", file, "--lang", "en"]));

    /// <summary>A kernel that is the child of a shell, whose end it is to notice.</summary>
    public static Task<Client> StartUnderShell(string folder) =>
        Start(folder, file => new("/bin/sh", ["-c", $"'{Program.Analytics}' notebook kernel '{file}' --lang en; true"]));

    private static async Task<Client> Start(string folder, Func<string, ProcessStartInfo> command)
    {
        var ports = FreePorts(5);
        var file = Path.Combine(folder, $"kernel-{ports[0]}.json");
        await File.WriteAllTextAsync(file, $$"""
            {"transport": "tcp", "ip": "127.0.0.1", "shell_port": {{ports[0]}}, "iopub_port": {{ports[1]}}, "stdin_port": {{ports[2]}}, "control_port": {{ports[3]}}, "hb_port": {{ports[4]}}, "key": "{{Key}}", "signature_scheme": "hmac-sha256", "kernel_name": "x"}
            """);
        var process = Process.Start(command(file))!;
        var client = new Client(process, file,
            await Connect(ports[0], "DEALER", process), await Connect(ports[3], "DEALER", process), await Connect(ports[1], "SUB", process),
            await Connect(ports[2], "DEALER", process), await Connect(ports[4], "REQ", process));
        client.Iopub.Send([[1]]);
        return client;
    }

    /// <summary>Sends a request; its answer, and what the kernel told everyone until it was idle again.</summary>
    public async Task<Exchange> Ask(string type, JsonObject content, ZmtpConnection? over = null, Func<Task>? meanwhile = null)
    {
        var request = Send(type, content, over);
        if (meanwhile is not null) await meanwhile();
        var id = request.Header["msg_id"]!.GetValue<string>();
        var reply = await Next(over ?? Shell, id);
        var told = new List<Message>();
        do told.Add(await Next(Iopub, id));
        while (told[^1].Type != "status" || told[^1].Content["execution_state"]!.GetValue<string>() != "idle");
        return new(reply, told);
    }

    public Task<Exchange> Execute(string code, Func<Task>? meanwhile = null) => Ask("execute_request", Cell(code), meanwhile: meanwhile);

    public static JsonObject Cell(string code) => new() { ["code"] = code, ["silent"] = false, ["store_history"] = true, ["allow_stdin"] = true, ["user_expressions"] = new JsonObject() };

    public Message Send(string type, JsonObject content, ZmtpConnection? over = null)
    {
        var message = _codec.Create(type, content, null);
        (over ?? Shell).Send(_codec.Encode(message));
        return message;
    }

    public void Answer(string line) => Stdin.Send(_codec.Encode(_codec.Create("input_reply", new() { ["value"] = line }, null)));

    public async Task<Message> Next(ZmtpConnection from, string? parent = null)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (true)
        {
            var frames = await from.Receive(patience.Token) ?? throw new InvalidOperationException("The kernel closed the connection.");
            var message = _codec.Decode(frames) ?? throw new InvalidOperationException("The kernel's message has a wrong signature.");
            if (parent is null || message.Parent["msg_id"]?.GetValue<string>() == parent) return message;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (!Process.HasExited) Process.Kill();
        foreach (var connection in (ZmtpConnection[])[Shell, Control, Iopub, Stdin, Heartbeat]) await connection.DisposeAsync();
        Process.Dispose();
        File.Delete(_file);
    }

    private static async Task<ZmtpConnection> Connect(int port, string type, Process process)
    {
        var clock = Stopwatch.StartNew();
        while (true)
        {
            var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
            try
            {
                await socket.ConnectAsync(IPAddress.Loopback, port);
                return await ZmtpConnection.Open(socket, type, type == "DEALER" ? Name : [], CancellationToken.None);
            }
            catch (SocketException) when (clock.Elapsed < Patience && !process.HasExited)
            {
                socket.Dispose();
                await Task.Delay(20);
            }
        }
    }

    private static int[] FreePorts(int count)
    {
        var listeners = Enumerable.Range(0, count).Select(_ => new TcpListener(IPAddress.Loopback, 0)).ToList();
        listeners.ForEach(l => l.Start());
        var ports = listeners.Select(l => ((IPEndPoint)l.LocalEndpoint).Port).ToArray();
        listeners.ForEach(l => l.Stop());
        return ports;
    }
}

/// <summary>A reply and everything that was published about its request.</summary>
internal sealed record Exchange(Message Reply, IReadOnlyList<Message> Told)
{
    public IReadOnlyList<string> Types => [.. Told.Select(t => t.Type)];

    public string Status => Reply.Content["status"]!.GetValue<string>();

    public JsonObject Of(string type) => (Told.FirstOrDefault(t => t.Type == type) ?? throw new InvalidOperationException($"No {type} among: {string.Join(" | ", Told.Select(t => t.Type + " " + t.Content.ToJsonString()))}")).Content;

    public string Printed(string name = "stdout") =>
        string.Concat(Told.Where(t => t.Type == "stream" && t.Content["name"]!.GetValue<string>() == name).Select(t => t.Content["text"]!.GetValue<string>()));
}
