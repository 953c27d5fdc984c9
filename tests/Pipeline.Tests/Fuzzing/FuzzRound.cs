using System.Globalization;

namespace Analytics.Pipeline.Tests.Fuzzing;

/// <summary>A folder of damaged files, loaded: always the same ones for a seed.</summary>
internal sealed class FuzzRound : IDisposable
{
    private const int FilesARound = 12;
    private static readonly string[] s_temptations = ["/tmp/escaped.csv", "/escaped.csv"];
    private readonly DirectoryInfo _place = Directory.CreateTempSubdirectory("analytics-fuzz-");
    private readonly int _seed;
    private readonly Random _random;

    /// <param name="large">Whether strange files are as large as they come.</param>
    public FuzzRound(int seed, bool large)
    {
        _seed = seed;
        _random = new(seed);
        Directory.CreateDirectory(Exports);
        File.WriteAllText(Path.Combine(Exports, "keep.csv"), "customer,date,amount\na,2025-01-01,1\n");
        for (var i = 0; i < FilesARound; i++)
        {
            var kind = WholeFile.Kinds[_random.Next(WholeFile.Kinds.Length)];
            File.WriteAllBytes(Path.Combine(Exports, string.Create(CultureInfo.InvariantCulture, $"{i:00}.{kind}")), Damage.Once(_random, WholeFile.Of(kind, _random)));
        }
        var (name, content) = Damage.Strange(_random, large);
        if (OperatingSystem.IsWindows()) name = name.Replace("\"", "", StringComparison.Ordinal);
        File.WriteAllBytes(Path.Combine(Exports, name), content);
    }

    private string Exports => Path.Combine(_place.FullName, "exports");

    /// <summary>What the folder as a whole was refused for, where a sentence is the answer.</summary>
    public ProblemCode? Refusal { get; private set; }

    /// <summary>What went wrong; null where every row is accounted for and nothing was written elsewhere.</summary>
    /// <param name="further">What is done with the folder once it is loaded.</param>
    public string? Judge(Action<WarehouseBuild> further, CancellationToken cancellation)
    {
        var before = Listing();
        try
        {
            using var build = WarehouseBuild.Begin(new() { Exports = Exports, Output = Path.Combine(_place.FullName, "out"), Threads = 1 });
            var reports = build.LoadFiles(cancellation: cancellation);
            if (reports.FirstOrDefault(r => r.RowsRead != r.RowsKept + r.RowsRejected) is { } lost) return Say($"rows lost: {lost}");
            if (reports.Single(r => r.File == "keep.csv").RowsKept != 1) return Say("the whole file beside the damaged ones was not read");
            further(build);
        }
        catch (ProblemException problem)
        {
            Refusal = problem.Code;
        }
        catch (Exception e)
        {
            return Say(e.ToString());
        }
        return before.SequenceEqual(Listing(), StringComparer.Ordinal) ? null : Say("a file was written outside the output folder");
    }

    /// <summary>Keeps the round's files for whoever looks for the fault.</summary>
    public void CopyTo(string folder)
    {
        Directory.CreateDirectory(folder);
        foreach (var file in Directory.EnumerateFiles(Exports)) File.Copy(file, Path.Combine(folder, Path.GetFileName(file)), overwrite: true);
    }

    public void Dispose() => _place.Delete(recursive: true);

    private string Say(string fault) => string.Create(CultureInfo.InvariantCulture, $"seed {_seed}: {fault}");

    private List<string> Listing() => Directory.EnumerateFileSystemEntries(_place.FullName, "*", SearchOption.AllDirectories)
        .Where(p => !p.StartsWith(Path.Combine(_place.FullName, "out"), StringComparison.Ordinal))
        .Concat(s_temptations.Where(File.Exists))
        .Order(StringComparer.Ordinal).ToList();
}
