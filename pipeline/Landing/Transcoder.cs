using System.Text;

namespace Analytics.Pipeline.Landing;

/// <summary>Rewrites a file as UTF-8 without a mark; the engine reads nothing else from disk.</summary>
internal static class Transcoder
{
    public static void ToUtf8(string source, TextEncoding encoding, string target, CancellationToken cancellation)
    {
        using var input = File.OpenRead(source);
        input.Position = encoding.PreambleLength;
        using var reader = new StreamReader(input, encoding.Decoder, detectEncodingFromByteOrderMarks: false, 1 << 16);
        using var writer = new StreamWriter(target, append: false, new UTF8Encoding(false), 1 << 16);
        var buffer = new char[1 << 16];
        int read;
        while ((read = reader.Read(buffer)) > 0)
        {
            cancellation.ThrowIfCancellationRequested();
            writer.Write(buffer, 0, read);
        }
    }
}
