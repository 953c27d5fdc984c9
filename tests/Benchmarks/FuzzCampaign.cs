using System.Diagnostics;
using System.Globalization;
using Analytics.Pipeline.Tests.Fuzzing;

namespace Analytics.Benchmarks;

/// <summary>
/// Damaged files of every format, round after round: each must be loaded with every row accounted for, or answered with a sentence; a crash, a hang,
/// a lost row or a file outside the output folder ends in its seed and in a copy of its files.
/// </summary>
internal static class FuzzCampaign
{
    private const int FiguresEvery = 10;
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(2);

    public static int Run(int seconds, int seed)
    {
        var (clock, faults, refused, rounds) = (Stopwatch.StartNew(), 0, 0, 0);
        for (; clock.Elapsed.TotalSeconds < seconds; rounds++)
        {
            if (Judge(seed + rounds, ref refused) is not { } fault) continue;
            faults++;
            Console.WriteLine(fault);
        }
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{rounds} rounds (seeds {seed} to {seed + rounds - 1}), {refused} refused with a sentence, {faults} faults, {clock.Elapsed.TotalSeconds:0} s"));
        return faults == 0 ? 0 : 1;
    }

    private static string? Judge(int seed, ref int refused)
    {
        using var round = new FuzzRound(seed, large: seed % 5 == 0);
        using var hang = new Timer(_ => Hang(round, seed), null, s_patience, Timeout.InfiniteTimeSpan);
        var fault = round.Judge(build => { if (seed % FiguresEvery == 0) build.ComputeMarts(); }, CancellationToken.None);
        if (round.Refusal is not null) refused++;
        if (fault is not null) round.CopyTo(Kept(seed));
        return fault is null ? null : $"{fault}{Environment.NewLine}  its files: {Kept(seed)}";
    }

    /// <summary>What does not end cannot be caught: the seed is told and the campaign is over.</summary>
    private static void Hang(FuzzRound round, int seed)
    {
        round.CopyTo(Kept(seed));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"seed {seed}: no end after {s_patience.TotalMinutes} minutes; its files: {Kept(seed)}"));
        Environment.Exit(1);
    }

    private static string Kept(int seed) => Path.Combine(Path.GetTempPath(), string.Create(CultureInfo.InvariantCulture, $"analytics-fuzz-{seed}"));
}
