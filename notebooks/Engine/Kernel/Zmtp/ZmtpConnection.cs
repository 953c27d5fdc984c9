using System.Buffers.Binary;
using System.Net.Sockets;
using System.Text;
using System.Threading.Channels;

namespace Analytics.Notebooks.Kernel.Zmtp;

/// <summary>One connection that speaks ZMTP 3.0 (rfc.zeromq.org/spec/23) without security, as Jupyter's sockets on this machine do.</summary>
internal sealed class ZmtpConnection : IAsyncDisposable
{
    private const byte More = 1;
    private const byte Long = 2;
    private const byte Command = 4;
    private const int GreetingLength = 64;
    private const long MostBytes = 512L * 1024 * 1024;

    private readonly NetworkStream _stream;
    private readonly Channel<IReadOnlyList<byte[]>> _outgoing = Channel.CreateUnbounded<IReadOnlyList<byte[]>>(new() { SingleReader = true });
    private readonly Task _writing;

    private ZmtpConnection(NetworkStream stream, byte[] identity)
    {
        (_stream, Identity) = (stream, identity);
        _writing = Task.Run(WriteAll);
    }

    /// <summary>How the other end names itself; empty where it does not.</summary>
    public byte[] Identity { get; }

    /// <summary>Greets the other end and exchanges the socket types; a stranger is an InvalidDataException.</summary>
    public static async Task<ZmtpConnection> Open(Socket socket, string socketType, byte[] identity, CancellationToken cancellation)
    {
        socket.NoDelay = true;
        var stream = new NetworkStream(socket, ownsSocket: true);
        try
        {
            await stream.WriteAsync(Greeting(), cancellation);
            await ReadGreeting(stream, cancellation);
            await stream.WriteAsync(Framed(Command, Ready(socketType, identity)), cancellation);
            var (flags, body) = await ReadFrame(stream, cancellation);
            if ((flags & Command) == 0) throw new InvalidDataException("The other end sent a message before its READY.");
            return new(stream, Properties(body).GetValueOrDefault("Identity", []));
        }
        catch
        {
            await stream.DisposeAsync();
            throw;
        }
    }

    /// <summary>The frames of the next message; null at the connection's end.</summary>
    public async Task<IReadOnlyList<byte[]>?> Receive(CancellationToken cancellation)
    {
        var frames = new List<byte[]>();
        try
        {
            while (true)
            {
                var (flags, body) = await ReadFrame(_stream, cancellation);
                if ((flags & Command) != 0) continue;
                frames.Add(body);
                if ((flags & More) == 0) return frames;
            }
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException)
        {
            return null;
        }
    }

    /// <summary>Hands a message over to be written; messages keep their order, and a slow reader holds nobody up.</summary>
    public void Send(IReadOnlyList<byte[]> frames) => _outgoing.Writer.TryWrite(frames);

    /// <summary>Writes what was handed over, then closes.</summary>
    public async ValueTask DisposeAsync()
    {
        _outgoing.Writer.TryComplete();
        await Task.WhenAny(_writing, Task.Delay(TimeSpan.FromSeconds(1)));
        await _stream.DisposeAsync();
    }

    private async Task WriteAll()
    {
        try
        {
            await foreach (var frames in _outgoing.Reader.ReadAllAsync())
                for (var i = 0; i < frames.Count; i++)
                    await _stream.WriteAsync(Framed(i < frames.Count - 1 ? More : (byte)0, frames[i]));
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException)
        {
            // The other end is gone; the reading side notices and forgets this connection.
            _outgoing.Writer.TryComplete();
        }
    }

    private static byte[] Greeting()
    {
        var greeting = new byte[GreetingLength];
        (greeting[0], greeting[9], greeting[10]) = (0xFF, 0x7F, 3);
        "NULL"u8.CopyTo(greeting.AsSpan(12));
        return greeting;
    }

    private static async Task ReadGreeting(NetworkStream stream, CancellationToken cancellation)
    {
        var greeting = new byte[GreetingLength];
        await stream.ReadExactlyAsync(greeting, cancellation);
        if (greeting[0] != 0xFF || (greeting[9] & 1) == 0 || greeting[10] < 3 || !greeting.AsSpan(12, 20).StartsWith("NULL\0"u8))
            throw new InvalidDataException("The other end does not speak ZMTP 3 with the NULL mechanism.");
    }

    private static byte[] Ready(string socketType, byte[] identity)
    {
        using var body = new MemoryStream();
        Span<byte> length = stackalloc byte[4];
        body.Write("\u0005READY"u8);
        foreach (var (name, value) in new[] { ("Socket-Type", Encoding.ASCII.GetBytes(socketType)), ("Identity", identity) })
        {
            body.WriteByte((byte)name.Length);
            body.Write(Encoding.ASCII.GetBytes(name));
            BinaryPrimitives.WriteInt32BigEndian(length, value.Length);
            body.Write(length);
            body.Write(value);
        }
        return body.ToArray();
    }

    private static Dictionary<string, byte[]> Properties(ReadOnlySpan<byte> command)
    {
        var properties = new Dictionary<string, byte[]>(StringComparer.OrdinalIgnoreCase);
        var rest = command[(1 + command[0])..];
        while (rest.Length > 0)
        {
            var name = Encoding.ASCII.GetString(rest.Slice(1, rest[0]));
            rest = rest[(1 + rest[0])..];
            var length = BinaryPrimitives.ReadInt32BigEndian(rest);
            properties[name] = rest.Slice(4, length).ToArray();
            rest = rest[(4 + length)..];
        }
        return properties;
    }

    private static byte[] Framed(byte flags, byte[] body)
    {
        if (body.Length <= byte.MaxValue) return [flags, (byte)body.Length, .. body];
        var frame = new byte[9 + body.Length];
        frame[0] = (byte)(flags | Long);
        BinaryPrimitives.WriteInt64BigEndian(frame.AsSpan(1), body.Length);
        body.CopyTo(frame, 9);
        return frame;
    }

    private static async Task<(byte Flags, byte[] Body)> ReadFrame(NetworkStream stream, CancellationToken cancellation)
    {
        var head = new byte[9];
        await stream.ReadExactlyAsync(head.AsMemory(0, 2), cancellation);
        long length = head[1];
        if ((head[0] & Long) != 0)
        {
            await stream.ReadExactlyAsync(head.AsMemory(2, 7), cancellation);
            length = BinaryPrimitives.ReadInt64BigEndian(head.AsSpan(1));
        }
        if (length is < 0 or > MostBytes) throw new IOException($"A frame of {length} bytes was announced; the most is {MostBytes}.");
        var body = new byte[length];
        await stream.ReadExactlyAsync(body, cancellation);
        return (head[0], body);
    }
}
