using System.Text;

namespace Analytics.Pipeline.Landing;

/// <summary>How a file's bytes spell its characters.</summary>
internal sealed record TextEncoding(string Name, Encoding Decoder, int PreambleLength)
{
    public static readonly TextEncoding Utf8 = new("UTF-8", Encoding.UTF8, 0);

    public bool NeedsTranscoding => !ReferenceEquals(Decoder, Encoding.UTF8);

    private static readonly TextEncoding[] Marked =
    [
        new("UTF-8 (BOM)", Encoding.UTF8, 3),
        new("UTF-16 LE", Encoding.Unicode, 2),
        new("UTF-16 BE", Encoding.BigEndianUnicode, 2),
    ];

    // Real French exports hold ’ € œ, which ISO-8859-1 lacks, so Windows-1252 is what "not UTF-8" means.
    private static readonly TextEncoding Windows1252 =
        new("Windows-1252", CodePagesEncodingProvider.Instance.GetEncoding(1252)!, 0);

    /// <summary>By byte-order mark; else UTF-8 where every byte is valid; else Windows-1252.</summary>
    public static TextEncoding Of(ReadOnlySpan<byte> start, bool validUtf8)
    {
        foreach (var marked in Marked)
            if (start.StartsWith(marked.Decoder.GetPreamble()))
                return marked;
        return validUtf8 ? Utf8 : Windows1252;
    }

    /// <summary>Whether a block is valid UTF-8, leaving out a character that the block's end cuts in two.</summary>
    public static bool IsValidUtf8(ReadOnlySpan<byte> block, out int consumed)
    {
        consumed = block.Length - CutCharacter(block);
        return System.Text.Unicode.Utf8.IsValid(block[..consumed]);
    }

    private static int CutCharacter(ReadOnlySpan<byte> block)
    {
        for (var back = 1; back <= Math.Min(3, block.Length); back++)
        {
            var lead = block[^back];
            if (lead < 0x80) return 0;
            if (lead < 0xC0) continue;
            var length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
            return length > back ? back : 0;
        }
        return 0;
    }
}
