using System.IO.Compression;
using System.Text;

namespace Analytics.Dashboards.Pages;

/// <summary>Bytes as the browser's deflate-raw reads them.</summary>
internal static class Deflated
{
    public static byte[] Bytes(string text) => Bytes(Encoding.UTF8.GetBytes(text));

    public static byte[] Bytes(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var deflate = new DeflateStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
            deflate.Write(bytes);
        return packed.ToArray();
    }
}
