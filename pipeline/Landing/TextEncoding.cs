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

    private static readonly TextEncoding Latin9 = new("ISO-8859-15", CodePagesEncodingProvider.Instance.GetEncoding(28605)!, 0);
    private static readonly TextEncoding MacRoman = new("Mac Roman", CodePagesEncodingProvider.Instance.GetEncoding(10000)!, 0);

    // à ç è é ê ë î ï ô ù û in each; the other code page has rare signs or nothing there.
    private static readonly byte[] MacLetters = [0x88, 0x8D, 0x8F, 0x8E, 0x90, 0x91, 0x94, 0x95, 0x99, 0x9D, 0x9E];
    private static readonly byte[] WindowsLetters = [0xE0, 0xE7, 0xE8, 0xE9, 0xEA, 0xEB, 0xEE, 0xEF, 0xF4, 0xF9, 0xFB];

    /// <summary>By byte-order mark; else UTF-8 where every byte is valid; else by the letters that the bytes would be.</summary>
    /// <param name="counts">How often each byte stands in the file.</param>
    public static TextEncoding Of(ReadOnlySpan<byte> start, bool validUtf8, ReadOnlySpan<long> counts)
    {
        foreach (var marked in Marked)
            if (start.StartsWith(marked.Decoder.GetPreamble()))
                return marked;
        return validUtf8 ? Utf8 : OfLetters(counts);
    }

    private static TextEncoding OfLetters(ReadOnlySpan<long> counts)
    {
        if (Sum(counts, MacLetters) > 2 * Sum(counts, WindowsLetters)) return MacRoman;
        // 0x80-0x9F are unused in ISO-8859-15 and full of ’ € œ in Windows-1252; 0xA4 is € in the one, the unused ¤ in the other.
        var controls = 0L;
        foreach (var count in counts[0x80..0xA0]) controls += count;
        return controls == 0 && counts[0xA4] > 0 ? Latin9 : Windows1252;
    }

    private static long Sum(ReadOnlySpan<long> counts, byte[] bytes)
    {
        var sum = 0L;
        foreach (var b in bytes) sum += counts[b];
        return sum;
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
