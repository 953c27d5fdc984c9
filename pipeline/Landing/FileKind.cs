using System.IO.Compression;

namespace Analytics.Pipeline.Landing;

/// <summary>What a file is made of, told by its first bytes; its name decides only where bytes cannot.</summary>
internal enum FileKind
{
    Unknown,
    Text,
    Json,
    Excel,
    Parquet,
    Zip,
    Gzip,
}

internal static class FileKinds
{
    private static readonly HashSet<string> TextNames = new([".csv", ".tsv", ".tab", ".txt", ".xls"], StringComparer.OrdinalIgnoreCase);
    private static readonly HashSet<string> JsonNames = new([".json", ".ndjson", ".jsonl"], StringComparer.OrdinalIgnoreCase);

    public static FileKind Of(string path, string name)
    {
        var start = Start(path);
        var extension = Path.GetExtension(name);
        if (start.StartsWith("PK\u0003\u0004"u8)) return OfArchive(path, extension);
        if (start.StartsWith<byte>([0x1F, 0x8B])) return FileKind.Gzip;
        if (start.StartsWith("PAR1"u8)) return FileKind.Parquet;
        if (start.StartsWith<byte>([0xD0, 0xCF, 0x11, 0xE0])) return Is(extension, ".xls") ? FileKind.Excel : FileKind.Unknown;
        if (JsonNames.Contains(extension)) return FileKind.Json;
        // Some programs call a page of HTML .xls.
        return TextNames.Contains(extension) && !(Is(extension, ".xls") && start.StartsWith("<"u8)) ? FileKind.Text : FileKind.Unknown;
    }

    public static bool IsArchive(string path) => Start(path).StartsWith("PK\u0003\u0004"u8);

    private static FileKind OfArchive(string path, string extension)
    {
        if (Is(extension, ".zip")) return FileKind.Zip;
        try
        {
            using var archive = ZipFile.OpenRead(path);
            return archive.GetEntry("xl/workbook.xml") is null ? FileKind.Unknown : FileKind.Excel;
        }
        catch (InvalidDataException)
        {
            return FileKind.Unknown;
        }
    }

    private static ReadOnlySpan<byte> Start(string path)
    {
        using var file = File.OpenRead(path);
        var buffer = new byte[4];
        return buffer.AsSpan(0, file.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false));
    }

    private static bool Is(string extension, string other) => extension.Equals(other, StringComparison.OrdinalIgnoreCase);
}
