using System.IO.Compression;
using System.Text;

namespace Analytics.Dashboards.Pages;

/// <summary>Bytes as the browser's deflate-raw reads them, in base64, which is harmless in any element.</summary>
internal static class Deflated
{
    public static string Base64(string text) => Base64(Encoding.UTF8.GetBytes(text));

    public static string Base64(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var deflate = new DeflateStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
            deflate.Write(bytes);
        return Convert.ToBase64String(packed.GetBuffer(), 0, (int)packed.Length);
    }
}
