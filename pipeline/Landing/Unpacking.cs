using System.IO.Compression;

namespace Analytics.Pipeline.Landing;

/// <summary>Takes files out of .zip and .gz into the scratch folder, under names of ours, and stops where an archive swells beyond reason.</summary>
internal static class Unpacking
{
    /// <summary>Text rarely packs better than 30 to 1; a bomb packs 1,000 to 1.</summary>
    private const int MostSwelling = 200;
    private const long AlwaysAllowed = 64L << 20;
    private const int MostEntries = 2000;

    /// <summary>The archive's files as (name inside, path in scratch).</summary>
    public static IEnumerable<(string Name, string Path)> Zip(string archive, Func<string> newPath, CancellationToken cancellation)
    {
        using var zip = ZipFile.OpenRead(archive);
        var allowed = Allowed(archive);
        var entries = zip.Entries.Where(e => e.Name.Length > 0 && !e.Name.StartsWith('.') && !e.FullName.StartsWith("__MACOSX/", StringComparison.Ordinal));
        foreach (var entry in entries.Take(MostEntries).OrderBy(e => e.FullName, StringComparer.Ordinal))
        {
            var path = newPath();
            using (var content = entry.Open()) allowed -= Copy(content, path, allowed, cancellation);
            yield return (entry.FullName, path);
        }
    }

    public static string Gzip(string archive, string path, CancellationToken cancellation)
    {
        using var content = new GZipStream(File.OpenRead(archive), CompressionMode.Decompress);
        Copy(content, path, Allowed(archive), cancellation);
        return path;
    }

    /// <summary>Refuses a workbook, which is an archive too, whose parts would swell beyond reason.</summary>
    public static void RefuseBomb(string workbook)
    {
        using var zip = ZipFile.OpenRead(workbook);
        if (zip.Entries.Sum(e => e.Length) > Allowed(workbook)) throw Bomb();
    }

    private static long Allowed(string archive) => AlwaysAllowed + MostSwelling * new FileInfo(archive).Length;

    private static long Copy(Stream content, string path, long allowed, CancellationToken cancellation)
    {
        using var file = File.Create(path);
        var buffer = new byte[1 << 16];
        long written = 0;
        int read;
        while ((read = content.Read(buffer)) > 0)
        {
            cancellation.ThrowIfCancellationRequested();
            if ((written += read) > allowed) throw Bomb();
            file.Write(buffer, 0, read);
        }
        return written;
    }

    private static InvalidDataException Bomb() => new("The archive unpacks to more than 200 times its size.");
}
