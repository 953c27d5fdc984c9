using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace Analytics.Notebooks.Kernel.Zmtp;

/// <summary>A bound socket and those connected to it: ROUTER and REP hand each message on with the connection that it came from, PUB sends to all.</summary>
internal sealed class ZmtpListener : IDisposable
{
    private readonly Socket _socket;
    private readonly string _type;
    private readonly Action<ZmtpConnection, IReadOnlyList<byte[]>> _received;
    private readonly CancellationTokenSource _closing = new();
    private readonly ConcurrentDictionary<ZmtpConnection, bool> _connections = new();

    public ZmtpListener(IPEndPoint at, string type, Action<ZmtpConnection, IReadOnlyList<byte[]>> received)
    {
        (_type, _received) = (type, received);
        _socket = new Socket(at.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        _socket.Bind(at);
        _socket.Listen();
        _ = Task.Run(Accept);
    }

    public int Port => ((IPEndPoint)_socket.LocalEndPoint!).Port;

    public void SendToAll(IReadOnlyList<byte[]> frames)
    {
        foreach (var connection in _connections.Keys) connection.Send(frames);
    }

    /// <summary>The connection of the client that names itself so; a client has the same name on its shell and its stdin.</summary>
    public ZmtpConnection? Named(byte[] identity) => _connections.Keys.FirstOrDefault(c => c.Identity.AsSpan().SequenceEqual(identity));

    /// <summary>Stops listening, lets what was sent go out, and closes.</summary>
    public async Task Close()
    {
        _socket.Dispose();
        foreach (var connection in _connections.Keys) await connection.DisposeAsync();
        await _closing.CancelAsync();
    }

    public void Dispose()
    {
        _closing.Cancel();
        _socket.Dispose();
        _closing.Dispose();
    }

    private async Task Accept()
    {
        while (!_closing.IsCancellationRequested)
        {
            try
            {
                var accepted = await _socket.AcceptAsync(_closing.Token);
                _ = Task.Run(() => Serve(accepted));
            }
            catch (Exception e) when (e is SocketException or OperationCanceledException or ObjectDisposedException)
            {
                if (e is not SocketException) return;
            }
        }
    }

    private async Task Serve(Socket accepted)
    {
        try
        {
            await using var connection = await ZmtpConnection.Open(accepted, _type, [], _closing.Token);
            _connections.TryAdd(connection, true);
            try
            {
                while (await connection.Receive(_closing.Token) is { } message) _received(connection, message);
            }
            finally
            {
                _connections.TryRemove(connection, out _);
            }
        }
        catch (Exception e) when (e is InvalidDataException or IOException or OperationCanceledException or SocketException)
        {
            // A stranger that knocked at the port, or an end that went away: the others do not mind.
        }
    }
}
