namespace Analytics.Dashboards.Pages;

/// <summary>
/// Bytes as text, six in seven characters, where base64 takes eight: 116 of ASCII's characters, without those that HTML would change, skip or take
/// for a tag or a reference, which makes the text harmless in any element. (Characters beyond ASCII would cost a browser half a second of decoding.)
/// </summary>
internal static class Base116
{
    public const int BytesOfGroup = 6;
    private const int CharactersOfGroup = 7;
    private const string LeftOut = "\0\t\n\v\f\r\u001a\u001b&<>\u007f";

    private static readonly char[] Characters = [.. Enumerable.Range(0, 128).Select(code => (char)code).Where(character => !LeftOut.Contains(character, StringComparison.Ordinal))];

    /// <summary>The bytes filled up with zeros to whole groups.</summary>
    public static string Text(ReadOnlySpan<byte> bytes)
    {
        var text = new char[(bytes.Length + BytesOfGroup - 1) / BytesOfGroup * CharactersOfGroup];
        for (int start = 0, at = 0; start < bytes.Length; start += BytesOfGroup, at += CharactersOfGroup)
        {
            var number = 0L;
            for (var place = 0; place < BytesOfGroup && start + place < bytes.Length; place++)
                number |= (long)bytes[start + place] << (8 * place);
            for (var place = 0; place < CharactersOfGroup; place++, number /= Characters.Length)
                text[at + place] = Characters[number % Characters.Length];
        }
        return new string(text);
    }
}
