using System.Text;

namespace Analytics.Notebooks.Display;

/// <summary>
/// Where the running cell writes. What is printed is gathered and passed on every tenth of a second, before a display and at the end;
/// after the end, what a cell left running prints still arrives.
/// </summary>
internal sealed class OutputStage : IDisposable
{
    private const int MostCharacters = 1_000_000;
    private static readonly TimeSpan Rhythm = TimeSpan.FromMilliseconds(100);
    private static OutputStage? s_current;

    private readonly Lock _gate = new();
    private readonly ICellOutputs _outputs;
    private readonly StringBuilder _text = new();
    private readonly Timer _timer;
    private string _stream = "stdout";
    private int _printed;

    private OutputStage(ICellOutputs outputs)
    {
        _outputs = outputs;
        _timer = new Timer(_ => Flush(), null, Rhythm, Rhythm);
    }

    /// <summary>The stage of the cell that runs or ran last.</summary>
    public static OutputStage Current => s_current ?? throw new InvalidOperationException("No cell has run yet.");

    public static OutputStage Begin(ICellOutputs outputs)
    {
        s_current?._timer.Dispose();
        s_current?.Flush();
        s_current = new OutputStage(outputs);
        return s_current;
    }

    public void Print(string stream, string text)
    {
        lock (_gate)
        {
            if (_printed > MostCharacters) return;
            if (_stream != stream) FlushLocked();
            _stream = stream;
            var room = MostCharacters - _printed;
            _printed += Math.Min(text.Length, room + 1);
            _text.Append(HtmlText.Visible(text.Length <= room ? text : text[..room]));
            if (text.Length > room) _text.Append('\n').Append(Words.Fill("output.cut", ("most", MostCharacters.ToString("N0", Words.Culture)))).Append('\n');
        }
    }

    public void Display(MimeBundle bundle, string? id)
    {
        Flush();
        _outputs.Display(bundle, id);
    }

    public void Update(MimeBundle bundle, string id)
    {
        Flush();
        _outputs.Update(bundle, id);
    }

    public void Clear()
    {
        lock (_gate) _text.Clear();
        _outputs.Clear();
    }

    public string Ask(string prompt)
    {
        Flush();
        return _outputs.Ask(prompt);
    }

    public void Dispose() => Flush();

    private void Flush()
    {
        lock (_gate) FlushLocked();
    }

    private void FlushLocked()
    {
        if (_text.Length == 0) return;
        var text = _text.ToString();
        _text.Clear();
        _outputs.Stream(_stream, text);
    }
}
