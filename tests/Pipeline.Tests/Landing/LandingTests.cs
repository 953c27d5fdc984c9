using System.Text;
using Analytics.Pipeline.Landing;

namespace Analytics.Pipeline.Tests.Landing;

public sealed class LandingTests : IDisposable
{
    private static readonly Encoding Windows1252 = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;
    private readonly TemporaryFolder _folder = new();

    [Theory]
    [InlineData("plain", "UTF-8")]
    [InlineData("éœ€’", "UTF-8")]
    public void Valid_utf8_is_utf8(string text, string encoding) => Assert.Equal(encoding, Fingerprint(Encoding.UTF8.GetBytes(text)).Encoding.Name);

    [Fact]
    public void Bytes_that_are_not_utf8_are_windows_1252() =>
        Assert.Equal("Windows-1252", Fingerprint(Windows1252.GetBytes("L’atelier à 12 €")).Encoding.Name);

    [Fact]
    public void A_mark_tells_the_encoding()
    {
        Assert.Equal("UTF-8 (BOM)", Fingerprint([0xEF, 0xBB, 0xBF, (byte)'a']).Encoding.Name);
        Assert.Equal("UTF-16 LE", Fingerprint([0xFF, 0xFE, (byte)'a', 0]).Encoding.Name);
        Assert.Equal("UTF-16 BE", Fingerprint([0xFE, 0xFF, 0, (byte)'a']).Encoding.Name);
    }

    [Fact]
    public void A_character_cut_by_the_end_of_a_block_is_still_valid()
    {
        var bytes = Encoding.UTF8.GetBytes(new string('a', (1 << 20) - 1) + "é" + new string('b', 100));
        Assert.Equal("UTF-8", Fingerprint(bytes).Encoding.Name);
    }

    [Fact]
    public void The_hash_is_that_of_the_standard()
    {
        // FIPS 180-2, appendix B.1.
        Assert.Equal("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", Fingerprint("abc"u8.ToArray()).Sha256);
    }

    [Theory]
    [InlineData("a;b;c\n1,5;2;3\n", ';')]
    [InlineData("a,b,c\n1;2,\"x;y\",3\n", ',')]
    [InlineData("a\tb\n1,2\t3\n", '\t')]
    [InlineData("a|b\n1|2\n", '|')]
    public void The_separator_is_the_one_that_gives_every_record_the_headers_width(string head, char separator) =>
        Assert.Equal(separator, CsvDialect.Of(head)!.Separator);

    [Fact]
    public void Text_without_columns_has_no_dialect() => Assert.Null(CsvDialect.Of("Dear customer\nthank you\n"));

    [Theory]
    [InlineData("a,b\n1,2\n3,4\n", 3)]
    [InlineData("a,b\n1,2\n3,4", 3)]
    [InlineData("a,b\r\n1,2\r\n\r\n3,4\r\n", 3)]
    [InlineData("a,b\n1,\"two\nlines\"\n", 2)]
    [InlineData("a,b\n1,\"say \"\"hi\"\"\nthere\"\n", 2)]
    [InlineData("a,b\n1,12\" pipe\n2,\"\"\n", 3)]
    [InlineData("", 0)]
    public void Records_are_counted_as_rfc_4180_ends_them(string text, long records) =>
        Assert.Equal(records, RecordCounter.Count(_folder.Write("t.csv", text), ',', '"').Records);

    [Fact]
    public void Counting_in_pieces_gives_the_same_as_counting_at_once()
    {
        var bytes = Encoding.UTF8.GetBytes("a,b\n1,\"x\"\"y\nz\"\n\"\",3\n4,\"5\"");
        var counter = new RecordCounter((byte)',', (byte)'"');
        foreach (var b in bytes) counter.Add([b]);
        counter.Finish();
        Assert.Equal(4, counter.Records);
    }

    [Fact]
    public void Records_split_as_rfc_4180_says()
    {
        var records = CsvRecords.Split("a,\"b \"\"c\"\"\"\r\n\"1\n2\",\n\n,x", ',', '"').ToList();
        Assert.Equal([["a", "b \"c\""], ["1\n2", ""], ["", "x"]], records);
    }

    public void Dispose() => _folder.Dispose();

    private FileFingerprint Fingerprint(byte[] bytes) =>
        FileFingerprint.Of(_folder.Write("f.csv", bytes), TestContext.Current.CancellationToken);
}
