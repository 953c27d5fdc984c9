using System.Text;

namespace Analytics.Notebooks.Display;

/// <summary>
/// Where a cell writes. What is printed is gathered and passed on every tenth of a second, before a display and at the end;
/// what a cell left running prints still arrives, at that cell and not at the next.
/// </summary>
internal sealed class OutputStage
{
    private const int MostCharacters = 1_000_000;
    private static readonly TimeSpan Rhythm = TimeSpan.FromMilliseconds(100);
    private static readonly AsyncLocal<OutputStage?> Own = new();
    private static OutputStage? s_last;

    private readonly Lock _gate = new();
    private readonly ICellOutputs _outputs;
    private readonly StringBuilder _text = new();
    private string _stream = "stdout";
    private int _printed;

    private OutputStage(ICellOutputs outputs) => _outputs = outputs;

    /// <summary>The stage of the cell that this thread works for; where none is known, of the last.</summary>
    public static OutputStage Current => Own.Value ?? s_last ?? throw new InvalidOperationException("No cell has run yet.");

    public static OutputStage Begin(ICellOutputs outputs)
    {
        s_last?.Flush();
        return s_last = new OutputStage(outputs);
    }

    /// <summary>This thread, and what it starts, writes here.</summary>
    public void Enter() => Own.Value = this;

    public void Print(string stream, string text)
    {
        lock (_gate)
        {
            if (_printed > MostCharacters) return;
            if (_stream != stream) FlushLocked();
            _stream = stream;
            if (_text.Length == 0) _ = FlushSoon();
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

    public void Flush()
    {
        lock (_gate) FlushLocked();
    }

    private async Task FlushSoon()
    {
        await Task.Delay(Rhythm).ConfigureAwait(false);
        Flush();
    }

    private void FlushLocked()
    {
        if (_text.Length == 0) return;
        var text = _text.ToString();
        _text.Clear();
        _outputs.Stream(_stream, text);
    }
}
