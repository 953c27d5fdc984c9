using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Analytics.Notebooks.Kernel.Zmtp;

namespace Analytics.Notebooks.Kernel;

/// <summary>The sockets of a kernel: shell requests are answered in turn, control requests at once.</summary>
internal sealed class JupyterKernel : IDisposable
{
    private readonly MessageCodec _codec;
    private readonly ZmtpListener _shell, _control, _iopub, _stdin, _heartbeat;
    private readonly BlockingCollection<(ZmtpConnection From, Message Message)> _requests = [];
    private readonly BlockingCollection<string> _answers = [];
    private readonly KernelRequests _answering;

    public JupyterKernel(ConnectionFile file)
    {
        _codec = new(file.Key);
        _answering = new(this);
        _heartbeat = new(file.At(file.HbPort), "REP", (from, frames) => from.Send(frames));
        _iopub = new(file.At(file.IopubPort), "PUB", (_, _) => { });
        _stdin = new(file.At(file.StdinPort), "ROUTER", (_, frames) => Answer(frames));
        _control = new(file.At(file.ControlPort), "ROUTER", (from, frames) => Receive(from, frames, Control));
        _shell = new(file.At(file.ShellPort), "ROUTER", (from, frames) => Receive(from, frames, (f, m) => _requests.Add((f, m))));
        Publish("status", new() { ["execution_state"] = "starting" }, null);
    }

    /// <summary>Answers requests until a client or the parent process ends it.</summary>
    public void Run(CancellationToken cancellation)
    {
        using var stop = cancellation.Register(Stop);
        foreach (var (from, message) in _requests.GetConsumingEnumerable(CancellationToken.None)) Handle(from, message);
        Task.WhenAll(_iopub.Close(), _shell.Close(), _control.Close(), _stdin.Close(), _heartbeat.Close()).Wait(TimeSpan.FromSeconds(2), CancellationToken.None);
    }

    /// <summary>Ends it after the answers under way have gone out.</summary>
    public void Stop()
    {
        _requests.CompleteAdding();
        _answering.Interrupt();
    }

    public void Publish(string type, JsonObject content, Message? parent)
    {
        var message = _codec.Create(type, content, parent);
        _iopub.SendToAll(_codec.Encode(message with { Route = [System.Text.Encoding.ASCII.GetBytes(type)] }));
    }

    /// <summary>Asks the client that sent a request for a line of text.</summary>
    public string Ask(string prompt, ZmtpConnection from, Message parent)
    {
        while (_answers.TryTake(out _)) { }
        var client = _stdin.Named(from.Identity) ?? throw new CellException(Words.Of("ask.noOne"));
        client.Send(_codec.Encode(_codec.Create("input_request", new() { ["prompt"] = prompt, ["password"] = false }, parent)));
        return _answers.Take();
    }

    private void Handle(ZmtpConnection from, Message message)
    {
        var waiting = new List<(ZmtpConnection From, Message Message)>();
        Busy(message, () =>
        {
            if (_answering.Answer(from, message) is not var (type, content)) return;
            // Before the client reads of the error: what it sends then is to run.
            if (KernelRequests.Stops(message, content)) while (_requests.TryTake(out var next)) waiting.Add(next);
            Reply(from, type, content, message);
        });
        foreach (var (sender, next) in waiting) Abort(sender, next);
    }

    private void Reply(ZmtpConnection to, string type, JsonObject content, Message parent) => to.Send(_codec.Encode(_codec.Create(type, content, parent)));

    public void Dispose()
    {
        foreach (var listener in (ZmtpListener[])[_shell, _control, _iopub, _stdin, _heartbeat]) listener.Dispose();
        _requests.Dispose();
        _answers.Dispose();
    }

    private void Receive(ZmtpConnection from, IReadOnlyList<byte[]> frames, Action<ZmtpConnection, Message> handle)
    {
        if (_codec.Decode(frames) is { } message && !_requests.IsAddingCompleted) handle(from, message);
    }

    private void Busy(Message message, Action work)
    {
        Publish("status", new() { ["execution_state"] = "busy" }, message);
        work();
        Publish("status", new() { ["execution_state"] = "idle" }, message);
    }

    private void Abort(ZmtpConnection from, Message message)
    {
        if (message.Type == "execute_request") Busy(message, () => Reply(from, "execute_reply", _answering.Aborted(), message));
        else Handle(from, message);
    }

    private void Control(ZmtpConnection from, Message message)
    {
        Handle(from, message);
        if (message.Type == "shutdown_request") Stop();
    }

    private void Answer(IReadOnlyList<byte[]> frames)
    {
        if (_codec.Decode(frames) is { Type: "input_reply" } reply) _answers.Add(reply.Content["value"]?.GetValue<string>() ?? "");
    }
}
