using System.Text;

namespace Analytics.Notebooks.Display;

/// <summary>While it lives, what is printed goes to the running cell's outputs, and what is read is asked of its analyst.</summary>
internal sealed class ConsoleCapture : IDisposable
{
    private readonly (TextWriter Out, TextWriter Error, TextReader In) _before = (Console.Out, Console.Error, Console.In);

    public ConsoleCapture()
    {
        Console.SetOut(new StreamWriter("stdout"));
        Console.SetError(new StreamWriter("stderr"));
        Console.SetIn(new LineReader());
    }

    public void Dispose()
    {
        Console.SetOut(_before.Out);
        Console.SetError(_before.Error);
        Console.SetIn(_before.In);
    }

    private sealed class StreamWriter(string stream) : TextWriter
    {
        public override Encoding Encoding => Encoding.UTF8;

        public override void Write(char value) => OutputStage.Current.Print(stream, value.ToString());

        public override void Write(string? value)
        {
            if (value is not null) OutputStage.Current.Print(stream, value);
        }

        public override void Write(char[] buffer, int index, int count) => OutputStage.Current.Print(stream, new string(buffer, index, count));

        public override void WriteLine(string? value) => Write(value + "\n");
    }

    private sealed class LineReader : TextReader
    {
        private string _left = "";

        public override string? ReadLine() => OutputStage.Current.Ask("");

        public override int Peek() => _left.Length == 0 ? -1 : _left[0];

        public override int Read()
        {
            if (_left.Length == 0) _left = OutputStage.Current.Ask("") + "\n";
            var first = _left[0];
            _left = _left[1..];
            return first;
        }
    }
}
