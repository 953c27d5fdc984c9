using System.Diagnostics;
using Analytics.Pipeline;

namespace Analytics.Benchmarks;

/// <summary>What each table took of the processor, in seconds, from one report to the next.</summary>
internal sealed class Laps : IProgress<BuildProgress>
{
    private string? _item;
    private TimeSpan _before;

    public List<(string Item, double Processor)> Items { get; } = [];

    public IEnumerable<(string Item, double Processor)> Slowest => Items.OrderByDescending(lap => lap.Processor).Take(20);

    public void Report(BuildProgress value) => Begin(value.Item);

    public void End() => Begin(null);

    private void Begin(string? item)
    {
        var now = Process.GetCurrentProcess().TotalProcessorTime;
        if (_item is not null) Items.Add((_item, (now - _before).TotalSeconds));
        (_item, _before) = (item, now);
    }
}
