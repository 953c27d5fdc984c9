using System.Text;

namespace Analytics.Pipeline.Tests.Fuzzing;

/// <summary>What happens to files on their way: bytes lost, changed and doubled, cells and headings that were never meant, bombs.</summary>
internal static class Damage
{
    private static readonly byte[][] s_splinters = new[]
    {
        "\"", "'", ";", ",", "\n", "\r", "\r\n", "\0", "\t", "|", "\uFEFF", "é", "\"\"", "\";\"", "\n\n", "''", "\\", "\u2028", "=1+1", "''';drop table landing.orders;--", "\uD83D\uDE00", "sep=;\n",
        "Total;;1", "\"\n\"", "{", "}", "[", "]", "1e400", "-", "99999999999999999999", "31/02/2024", "\u00a0", "%s%n", "../", "\u202e",
    }.Select(Encoding.UTF8.GetBytes).Append([0xFF]).Append([0xC3, 0x28]).Append([0xFF, 0xFE]).Append([0x1F, 0x8B]).Append("PK\u0003\u0004"u8.ToArray()).ToArray();

    private static readonly string[] s_headings =
    [
        "'); drop table landing.orders; --", "\"quoted\"", "c0", "v0", "_file", "select * from x", "amount\"; --", "a\u0000b", "{braces}", "$1", "?", "'", "\u202eabc", "",
    ];

    public static byte[] Once(Random random, byte[] file)
    {
        var damaged = file;
        for (var i = random.Next(0, 6); i > 0 && damaged.Length > 0; i--) damaged = Step(random, damaged);
        return damaged;
    }

    /// <summary>Files that are strange as a whole.</summary>
    public static (string Name, byte[] Content) Strange(Random random, bool large) => random.Next(9) switch
    {
        0 => ("headings.csv", Encoding.UTF8.GetBytes($"customer;date;amount;{string.Join(';', s_headings.Select(h => $"\"{h.Replace("\"", "\"\"", StringComparison.Ordinal)}\""))}\nc;2025-01-01;1{new string(';', s_headings.Length)}\n")),
        1 => ("cell.csv", Encoding.UTF8.GetBytes($"customer;date;amount\n{new string('x', large ? 10_000_000 : 300_000)};2025-01-01;1\nb;2025-01-02;2\n")),
        2 => ("quoted cell.csv", Encoding.UTF8.GetBytes($"customer;date;amount\na;2025-01-01;1\n\"{string.Concat(Enumerable.Repeat("line\n", large ? 2_000_000 : 40_000))}\";2025-01-01;1\nb;2025-01-02;2\n")),
        3 => ("wide.csv", Wide(large ? 3_000 : 300)),
        4 => ("bomb.csv.gz", WholeFile.Gzip(new byte[large ? 300_000_000 : 1_000_000])),
        5 => ("bomb.zip", WholeFile.Zip(("a.csv", new byte[large ? 300_000_000 : 1_000_000]), ("inner.zip", WholeFile.Zip(("b.csv", new byte[1_000_000]))))),
        6 => ("deep.json", Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("[{\"a\":", large ? 100_000 : 1_000)))),
        7 => ("noise.csv", Noise(random, 4_000)),
        _ => ("names in quotes '\".csv", WholeFile.Of("csv", random)),
    };

    private static byte[] Step(Random random, byte[] file)
    {
        var at = random.Next(file.Length);
        var length = Math.Min(random.Next(1, 40), file.Length - at);
        return random.Next(8) switch
        {
            0 => [.. file[..at], .. file[(at + length)..]],
            1 => file[..at],
            2 => [.. file[..at], (byte)random.Next(256), .. file[(at + 1)..]],
            3 => [.. file[..(at + length)], .. file[at..]],
            4 => [.. file[..at], .. new byte[length], .. file[(at + length)..]],
            _ => [.. file[..at], .. s_splinters[random.Next(s_splinters.Length)], .. file[at..]],
        };
    }

    private static byte[] Wide(int columns) => Encoding.UTF8.GetBytes(
        $"customer;date;amount;{string.Join(';', Enumerable.Range(0, columns).Select(i => $"field {i}"))}\n{string.Join('\n', Enumerable.Repeat($"c;2025-01-01;1;{new string(';', columns - 1)}", 3))}\n");

    private static byte[] Noise(Random random, int length)
    {
        var noise = new byte[length];
        random.NextBytes(noise);
        return noise;
    }
}
