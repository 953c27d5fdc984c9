using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Analytics.Pipeline.Landing;

/// <summary>A table whose months stand side by side ("Client; janv-24; févr-24; …") is turned: a row for each amount, with its month.</summary>
internal static partial class MonthsAcross
{
    public const string Month = "month_across", Amount = "amount_across";

    private const int Fewest = 3;

    private static readonly string[] s_names =
    [
        "jan|janv|janvier|january", "fev|fevr|fevrier|feb|february", "mar|mars|march", "avr|avril|apr|april", "mai|may", "juin|jun|june",
        "juil|juillet|jul|july", "aou|aout|aug|august", "sep|sept|septembre|september", "oct|octobre|october", "nov|novembre|november", "dec|decembre|december",
    ];

    private static readonly Regex[] s_months = s_names
        .Select(names => new Regex($@"^(ca |ventes |montant |sales |revenue )?({names})\.?[ \-_/.']*(?<year>20\d\d|\d\d)$", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)))
        .ToArray();

    [GeneratedRegex(@"^((?<year>20\d\d)[\-/.](?<month>0?[1-9]|1[0-2])|(?<month>0?[1-9]|1[0-2])[\-/.](?<year>20\d\d))$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex InFigures();

    /// <summary>The month of each column that bears one; null where they are fewer than three, or one comes twice.</summary>
    public static IReadOnlyDictionary<int, DateOnly>? Of(IReadOnlyList<string> header)
    {
        var months = header.Select((h, i) => (Column: i, Month: MonthOf(h))).Where(m => m.Month is not null).ToDictionary(m => m.Column, m => m.Month!.Value);
        return months.Count >= Fewest && months.Count < header.Count && months.Values.Distinct().Count() == months.Count ? months : null;
    }

    /// <summary>Cells without an amount make no row; nor do totals, which would count every amount twice.</summary>
    public static void WriteCsv(string source, CsvDialect dialect, TableLayout layout, IReadOnlyDictionary<int, DateOnly> months, string target, CancellationToken cancellation)
    {
        using var reader = new StreamReader(source, Encoding.UTF8, detectEncodingFromByteOrderMarks: true, 1 << 16);
        using var writer = new StreamWriter(target, append: false, new UTF8Encoding(false), 1 << 16) { NewLine = "\n" };
        var described = Enumerable.Range(0, layout.Header.Count).Where(i => !months.ContainsKey(i) && !TotalLine.Is(layout.Header[i])).ToList();
        writer.WriteLine(CsvWriting.Record(described.Select(i => layout.Header[i]).Append(Month).Append(Amount)));
        foreach (var record in CsvRecords.Read(reader, dialect.Separator, dialect.Quote).Skip(layout.SkippedRecords + 1))
        {
            cancellation.ThrowIfCancellationRequested();
            if (TotalLine.Is(record.Cells.FirstOrDefault(c => c.Trim().Length > 0) ?? "")) continue;
            foreach (var (column, month) in months)
                if (record.Cells.ElementAtOrDefault(column)?.Trim() is { Length: > 0 } amount && amount is not ("-" or "–" or "0" or "0,00" or "0.00"))
                    writer.WriteLine(CsvWriting.Record(described.Select(i => record.Cells.ElementAtOrDefault(i)).Append(month.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)).Append(amount)));
        }
    }

    private static DateOnly? MonthOf(string header)
    {
        var text = Plain(header);
        if (InFigures().Match(text) is { Success: true } figures) return Of(Part(figures, "year"), Part(figures, "month"));
        for (var month = 0; month < s_months.Length; month++)
            if (s_months[month].Match(text) is { Success: true } words) return Of(Part(words, "year"), month + 1);
        return null;
    }

    private static DateOnly Of(int year, int month) => new(year < 100 ? 2000 + year : year, month, 1);

    private static int Part(Match match, string name) => int.Parse(match.Groups[name].ValueSpan, CultureInfo.InvariantCulture);

    private static string Plain(string text) => string.Concat(text.Trim().ToLowerInvariant().Normalize(NormalizationForm.FormD)
        .Where(c => CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark));
}
