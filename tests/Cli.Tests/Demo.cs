[assembly: AssemblyFixture(typeof(Analytics.Cli.Tests.Demo))]

namespace Analytics.Cli.Tests;

/// <summary>The demo as a French user runs it, once for all the tests that look at what it made.</summary>
public sealed class Demo : IDisposable
{
    private readonly CommandLine _place = new();
    private readonly Lazy<(int Code, string Text)> _run;

    public Demo() => _run = new(() => CommandLine.Run("demo", "--out", _place.At("demo"), "--lang", "fr", "--per-owner", "--anonymous"));

    public int Code => _run.Value.Code;

    public string Text => _run.Value.Text;

    public string At(string name) => _run.Value.Code == 0 ? _place.At(Path.Combine("demo", name)) : throw new InvalidOperationException(Text);

    public void Dispose() => _place.Dispose();
}
