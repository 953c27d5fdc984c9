using System.IO.Compression;
using System.Text;

namespace Analytics.Dashboards.Pages;

/// <summary>Bytes as the browser's deflate-raw reads them.</summary>
internal static class Deflated
{
    private const int Smallest = 9;

    private static readonly ZLibCompressionStrategy[] Strategies = [ZLibCompressionStrategy.Filtered, ZLibCompressionStrategy.RunLengthEncoding, ZLibCompressionStrategy.HuffmanOnly];

    public static byte[] Bytes(string text) => Bytes(Encoding.UTF8.GetBytes(text));

    public static byte[] Bytes(byte[] bytes) => Bytes(bytes, ZLibCompressionStrategy.Default);

    /// <summary>The fewest bytes of three ways: numbers that repeat little are dearer as references to earlier ones than as themselves.</summary>
    public static byte[] Fewest(byte[] bytes) =>
        Strategies.AsParallel().AsOrdered().Select(strategy => Bytes(bytes, strategy)).MinBy(packed => packed.Length)!;

    private static byte[] Bytes(byte[] bytes, ZLibCompressionStrategy strategy)
    {
        using var packed = new MemoryStream();
        using (var deflate = new DeflateStream(packed, new ZLibCompressionOptions { CompressionLevel = Smallest, CompressionStrategy = strategy }, leaveOpen: true))
            deflate.Write(bytes);
        return packed.ToArray();
    }
}
