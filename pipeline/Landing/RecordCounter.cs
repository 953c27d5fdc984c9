namespace Analytics.Pipeline.Landing;

/// <summary>Counts a CSV file's records without parsing it: the independent side of "rows read = rows kept + rows rejected".</summary>
/// <remarks>A quote opens a quoted cell only at the start of a cell (RFC 4180), so <c>12" pipe</c> is text. Blank lines are no records.</remarks>
internal sealed class RecordCounter(byte separator, byte quote)
{
    private const int MostBlanks = 100_000;
    private bool _inQuotes, _lineHasContent;
    private byte _previous = (byte)'\n';

    public long Records { get; private set; }

    /// <summary>Blank lines: how many stand after how many records; of a file full of them only the first ones.</summary>
    public List<(long Records, int Lines)> Blanks { get; } = [];

    public static RecordCounter Count(string path, char separator, char quote)
    {
        var counter = new RecordCounter((byte)separator, (byte)quote);
        using var file = File.OpenRead(path);
        var buffer = new byte[1 << 20];
        SkipMark(file);
        int read;
        while ((read = file.Read(buffer)) > 0)
            counter.Add(buffer.AsSpan(0, read));
        counter.Finish();
        return counter;
    }

    public void Add(ReadOnlySpan<byte> block)
    {
        while (!block.IsEmpty)
            block = _inQuotes ? SkipQuoted(block) : SkipPlain(block);
    }

    public void Finish()
    {
        if (_lineHasContent) Records++;
        _lineHasContent = false;
    }

    private static void SkipMark(FileStream file)
    {
        Span<byte> start = stackalloc byte[3];
        if (file.Read(start) < 3 || !start.SequenceEqual<byte>([0xEF, 0xBB, 0xBF]))
            file.Position = 0;
    }

    private ReadOnlySpan<byte> SkipQuoted(ReadOnlySpan<byte> block)
    {
        var end = block.IndexOf(quote);
        if (end < 0) return [];
        // A doubled quote closes here and opens again at the next byte, which comes to the same count.
        _inQuotes = false;
        _previous = quote;
        return block[(end + 1)..];
    }

    private ReadOnlySpan<byte> SkipPlain(ReadOnlySpan<byte> block)
    {
        var at = block.IndexOfAny(quote, (byte)'\n', (byte)'\r');
        if (at < 0)
        {
            _lineHasContent = true;
            _previous = block[^1];
            return [];
        }
        if (at > 0)
        {
            _lineHasContent = true;
            _previous = block[at - 1];
        }
        return Turn(block, at);
    }

    private ReadOnlySpan<byte> Turn(ReadOnlySpan<byte> block, int at)
    {
        if (block[at] == quote)
        {
            _inQuotes = OpensCell(at);
            _lineHasContent = true;
        }
        else if (_lineHasContent)
        {
            Records++;
            _lineHasContent = false;
        }
        else if (block[at] != (byte)'\n' || (at > 0 ? block[at - 1] : _previous) != (byte)'\r') AddBlank();
        _previous = block[at];
        return block[(at + 1)..];
    }

    private void AddBlank()
    {
        if (Blanks is [.., var last] && last.Records == Records) Blanks[^1] = (Records, last.Lines + 1);
        else if (Blanks.Count < MostBlanks) Blanks.Add((Records, 1));
    }

    private bool OpensCell(int at) =>
        _previous == separator || _previous is (byte)'\n' or (byte)'\r' || (at == 0 && _previous == quote);
}
