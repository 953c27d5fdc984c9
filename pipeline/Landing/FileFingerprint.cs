using System.Security.Cryptography;

namespace Analytics.Pipeline.Landing;

/// <summary>What one pass over a file's bytes tells: its hash and its encoding.</summary>
internal sealed record FileFingerprint(string Sha256, long Length, TextEncoding Encoding, bool HasNulBytes)
{
    private const int BlockSize = 1 << 20;

    public static FileFingerprint Of(string path, CancellationToken cancellation)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        using var file = File.OpenRead(path);
        var buffer = new byte[BlockSize];
        var start = Array.Empty<byte>();
        bool valid = true, nul = false;
        int carried = 0, read;
        while ((read = file.Read(buffer, carried, BlockSize - carried)) > 0)
        {
            cancellation.ThrowIfCancellationRequested();
            hash.AppendData(buffer, carried, read);
            var block = buffer.AsSpan(0, carried + read);
            if (start.Length == 0) start = block[..Math.Min(4, block.Length)].ToArray();
            nul |= block.Contains((byte)0);
            carried = valid ? Advance(block, ref valid) : 0;
        }
        return new(Convert.ToHexStringLower(hash.GetHashAndReset()), file.Length,
            TextEncoding.Of(start, valid && carried == 0), nul);
    }

    private static int Advance(Span<byte> block, ref bool valid)
    {
        valid = TextEncoding.IsValidUtf8(block, out var consumed);
        var rest = block[consumed..];
        rest.CopyTo(block);
        return rest.Length;
    }
}
