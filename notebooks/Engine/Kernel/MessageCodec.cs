using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Analytics.Notebooks.Kernel;

/// <summary>Messages to frames and back, signed with the session's key.</summary>
internal sealed class MessageCodec(string key)
{
    public const string Protocol = "5.3";
    private static readonly byte[] Delimiter = "<IDS|MSG>"u8.ToArray();
    private readonly byte[] _key = Encoding.UTF8.GetBytes(key);
    private readonly string _session = Guid.NewGuid().ToString("N");
    private int _count;

    /// <summary>The message in these frames; null where the signature is not ours or the frames are no message.</summary>
    public Message? Decode(IReadOnlyList<byte[]> frames)
    {
        var at = Enumerable.Range(0, frames.Count).FirstOrDefault(i => frames[i].AsSpan().SequenceEqual(Delimiter), -1);
        if (at < 0 || frames.Count < at + 6) return null;
        if (!CryptographicOperations.FixedTimeEquals(frames[at + 1], Signature(frames[at + 2], frames[at + 3], frames[at + 4], frames[at + 5]))) return null;
        try
        {
            return new(Object(frames[at + 2]), Object(frames[at + 3]), Object(frames[at + 4]), Object(frames[at + 5])) { Route = [.. frames.Take(at)] };
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    public IReadOnlyList<byte[]> Encode(Message message)
    {
        byte[][] parts = [Bytes(message.Header), Bytes(message.Parent), Bytes(message.Metadata), Bytes(message.Content)];
        return [.. message.Route, Delimiter, Signature(parts), .. parts];
    }

    /// <summary>A message of ours that answers another.</summary>
    public Message Create(string type, JsonObject content, Message? parent) => new(
        new()
        {
            ["msg_id"] = string.Create(CultureInfo.InvariantCulture, $"{_session}_{Interlocked.Increment(ref _count)}"),
            ["session"] = _session,
            ["username"] = "kernel",
            ["date"] = DateTime.UtcNow.ToString("O", CultureInfo.InvariantCulture),
            ["msg_type"] = type,
            ["version"] = Protocol,
        },
        parent?.Header.DeepClone().AsObject() ?? [],
        [],
        content)
    { Route = parent?.Route ?? [] };

    private byte[] Signature(params ReadOnlySpan<byte[]> parts)
    {
        if (_key.Length == 0) return [];
        using var hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, _key);
        foreach (var part in parts) hash.AppendData(part);
        return Encoding.ASCII.GetBytes(Convert.ToHexStringLower(hash.GetHashAndReset()));
    }

    private static JsonObject Object(byte[] json) => JsonNode.Parse(json)!.AsObject();

    private static byte[] Bytes(JsonObject json) => JsonSerializer.SerializeToUtf8Bytes(json);
}
