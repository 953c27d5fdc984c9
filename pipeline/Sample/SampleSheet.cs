using System.IO.Compression;

namespace Analytics.Pipeline.Sample;

/// <summary>One file while it is written: its rows, spoiled as the mess asks, and the account of what was put in.</summary>
internal sealed class SampleSheet : IDisposable
{
    private readonly SampleLayout _layout;
    private readonly SampleMess _mess;
    private readonly SampleText? _text;
    private readonly SampleWorkbook? _workbook;
    private bool _ended;

    public SampleSheet(string folder, SampleLayout layout, SampleFile file, SampleOptions options)
    {
        _layout = layout;
        File = file;
        Path = System.IO.Path.Combine(folder, file.Name);
        Truth = new(file.Name, file.Table, file.Crm, file.IsWorkbook ? "Excel" : file.Style.Encoding);
        _mess = new(options, layout, file, Truth);
        if (file.IsWorkbook) _workbook = new(Path, file.Hidden);
        else _text = new(Path, file.Style);
        foreach (var title in _mess.Titles()) Write(title);
        Write([.. file.Columns.Keys.Select(h => (SampleCell)h)]);
    }

    public SampleFile File { get; }

    public string Path { get; }

    public SampleFileTruth Truth { get; }

    public void Add(SampleCell[] cells)
    {
        foreach (var row in _mess.Soil(cells))
        {
            Truth.Rows++;
            Write(row);
        }
    }

    /// <summary>A row that stands in another file too, and is spoiled in neither.</summary>
    public void AddAgain(SampleCell[] cells)
    {
        Truth.Rows++;
        if (File.IsSuperseded) Truth.Repeated++;
        Write(cells);
    }

    public void Dispose()
    {
        if (_ended) return;
        _ended = true;
        foreach (var row in _mess.Endings())
        {
            Truth.Rows++;
            Write(row);
        }
        _text?.Dispose();
        _workbook?.Dispose();
    }

    private void Write(SampleCell[] cells)
    {
        _workbook?.Write(cells, _layout, File);
        _text?.Write(cells, _layout, File);
    }
}

/// <summary>A file of text, as a program writes it; packed where its name ends in .gz.</summary>
internal sealed class SampleText : IDisposable
{
    private readonly StreamWriter _writer;
    private readonly SampleStyle _style;
    private readonly bool _lacksCurlyQuotes;

    public SampleText(string path, SampleStyle style)
    {
        Stream file = File.Create(path, 1 << 16);
        if (path.EndsWith(".gz", StringComparison.Ordinal)) file = new GZipStream(file, CompressionLevel.Fastest);
        _writer = new(file, style.Bytes, 1 << 16) { NewLine = "\r\n" };
        _style = style;
        _lacksCurlyQuotes = style.Encoding == "ISO-8859-15";
    }

    public void Write(SampleCell[] cells, SampleLayout layout, SampleFile file)
    {
        for (var i = 0; i < cells.Length; i++)
        {
            if (i > 0) _writer.Write(_style.Separator);
            Write(cells[i].In(layout, file));
        }
        _writer.WriteLine();
    }

    public void Dispose() => _writer.Dispose();

    private void Write(string cell)
    {
        if (_lacksCurlyQuotes) cell = cell.Replace('’', '\'').Replace('–', '-');
        if (_style.Quoted || cell.AsSpan().IndexOfAny([_style.Separator, '"', '\r', '\n']) >= 0)
        {
            _writer.Write('"');
            _writer.Write(cell.Contains('"') ? cell.Replace("\"", "\"\"", StringComparison.Ordinal) : cell);
            _writer.Write('"');
        }
        else _writer.Write(cell);
    }
}
