using System.IO.Compression;
using System.Text;
using Analytics.Workbooks;
using ExcelDataReader;

namespace Analytics.Cli.Tests.Review;

/// <summary>Workbooks read by a program that is not ours, and changed as a person changes them.</summary>
internal static class Workbooks
{
    static Workbooks() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public static List<(string Title, List<object?[]> Rows)> Read(string path)
    {
        using var reader = ExcelReaderFactory.CreateReader(new MemoryStream(File.ReadAllBytes(path)));
        var sheets = new List<(string, List<object?[]>)>();
        do
        {
            var rows = new List<object?[]>();
            while (reader.Read()) rows.Add(Enumerable.Range(0, reader.FieldCount).Select(i => reader.GetValue(i) is DateTime day ? DateOnly.FromDateTime(day) : (object?)reader.GetValue(i)).ToArray());
            sheets.Add((reader.Name, rows));
        }
        while (reader.NextResult());
        return sheets;
    }

    /// <summary>When each part says that it was written: the one place where a clock would show.</summary>
    public static IEnumerable<DateTime> Dates(byte[] workbook)
    {
        using var archive = new ZipArchive(new MemoryStream(workbook));
        return [.. archive.Entries.Select(entry => entry.LastWriteTime.DateTime)];
    }

    /// <summary>Writes an answer beside each pair of accounts, on whichever sheet it stands.</summary>
    public static void Mark(string path, string to, params (string Account1, string Account2, string Mark)[] answers)
    {
        var sheets = Read(path);
        foreach (var (_, rows) in sheets.Where(sheet => sheet.Rows[0].Contains("account_1")))
        {
            var (first, second, mark) = (Array.IndexOf(rows[0], "account_1"), Array.IndexOf(rows[0], "account_2"), Array.FindIndex(rows[0], cell => cell is string text && text.StartsWith("Doublon", StringComparison.Ordinal)));
            foreach (var row in rows)
                foreach (var (_, _, answer) in answers.Where(a => a.Account1 == (row[first] as string) && a.Account2 == (row[second] as string))) row[mark] = answer;
        }
        Workbook.Write(to, sheets.Select(sheet => new Sheet(sheet.Title, [], sheet.Rows)).ToList(), Language.Named("fr", typeof(Analytics.Review.DuplicateList).Assembly));
    }
}
