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
        var counts = new long[256];
        bool valid = true, nul = false;
        int carried = 0, read;
        while ((read = file.Read(buffer, carried, BlockSize - carried)) > 0)
        {
            cancellation.ThrowIfCancellationRequested();
            hash.AppendData(buffer, carried, read);
            var block = buffer.AsSpan(0, carried + read);
            if (start.Length == 0) start = block[..Math.Min(4, block.Length)].ToArray();
            nul |= block.Contains((byte)0);
            // A file is UTF-8 or it is not: only from the first byte that is not does it matter which other bytes there are.
            carried = valid ? Advance(block, ref valid) : 0;
            if (!valid) Count(block, counts);
        }
        return new(Convert.ToHexStringLower(hash.GetHashAndReset()), file.Length,
            TextEncoding.Of(start, valid && carried == 0, counts), nul);
    }

    private static void Count(ReadOnlySpan<byte> block, long[] counts)
    {
        foreach (var b in block) counts[b]++;
    }

    private static int Advance(Span<byte> block, ref bool valid)
    {
        valid = TextEncoding.IsValidUtf8(block, out var consumed);
        if (!valid) return 0;
        var rest = block[consumed..];
        rest.CopyTo(block);
        return rest.Length;
    }
}
