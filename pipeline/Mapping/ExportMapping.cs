using System.Security.Cryptography;
using System.Text;
using Analytics.Pipeline.Mapping;

namespace Analytics.Pipeline;

/// <summary>The mapping file <c>analytics.yml</c>: what each export is taken for, written down to edit and keep beside the exports.</summary>
public static class ExportMapping
{
    /// <summary>Where a run looks for the mapping, inside the exports folder.</summary>
    public const string FileName = "analytics.yml";

    /// <summary>Reads the exports as a run would, and says what it takes each file for.</summary>
    public static IReadOnlyList<FileReport> Propose(string exports, string? mapping = null, IProgress<BuildProgress>? progress = null, CancellationToken cancellation = default)
    {
        var output = Directory.CreateTempSubdirectory("analytics-map-").FullName;
        try
        {
            using var build = WarehouseBuild.Begin(new() { Exports = exports, Output = output, Mapping = mapping });
            return build.ReadFiles(progress, cancellation);
        }
        finally
        {
            Directory.Delete(output, recursive: true);
        }
    }

    /// <summary>Writes what was found as a mapping file, each line with its remark.</summary>
    /// <param name="texts">The remarks in the reader's language, by key.</param>
    public static void Write(string path, IReadOnlyList<FileReport> files, Func<string, string> texts) =>
        File.WriteAllText(path, new MappingWriter(texts).Write(files));

    /// <summary>Every mistake of a mapping file, in the order of its lines; of its files and headers too, where the exports are at hand.</summary>
    public static IReadOnlyList<MappingProblem> Check(string path, IReadOnlyList<FileReport>? files = null)
    {
        var (mapping, problems) = Understand(ReadText(path));
        return problems.Concat(files is null ? [] : MappingCheck.Against(files, mapping)).OrderBy(p => p.Line).ThenBy(p => p.Column).ToList();
    }

    /// <summary>The mapping that a run obeys; none where the folder holds none.</summary>
    internal static MappingFile Load(string exports, string? mapping)
    {
        var path = mapping ?? Path.Combine(exports, FileName);
        if (mapping is null && !File.Exists(path)) return new([]);
        var text = ReadText(path);
        var (read, problems) = Understand(text);
        if (problems is [{ } first, ..])
            throw new ProblemException(ProblemCode.MappingInvalid, ("file", path), ("code", first.Code), ("line", $"{first.Line}"), ("column", $"{first.Column}"),
                ("found", first.Found), ("expected", first.Expected), ("nearest", first.Nearest ?? ""));
        return read with { Digest = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text))) };
    }

    private static (MappingFile Mapping, IReadOnlyList<MappingProblem> Problems) Understand(string text)
    {
        var (mapping, problems) = MappingReader.Read(text);
        return (mapping, problems.Count > 0 ? problems : OwnFiguresCheck.Of(mapping.Own));
    }

    private static string ReadText(string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ProblemException(ProblemCode.FileUnreadable, e, ("file", path), ("reason", e.Message));
        }
    }
}
