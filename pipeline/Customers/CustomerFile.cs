using System.Data.Common;
using Analytics.Pipeline.DuckDb;
using Analytics.Pipeline.Landing;
using Analytics.Pipeline.Profiles;
using Analytics.Pipeline.Staging;
using Analytics.Pipeline.Warehouse;

namespace Analytics.Pipeline.Customers;

/// <summary>Reads a file of customers: its largest table, each column as what nearly all of its cells are.</summary>
internal static class CustomerFile
{
    private const double Nearly = 0.95;

    /// <summary>A column's cells are read by the macro; null for words.</summary>
    private sealed record Reading(string Name, string Cell, CustomerColumnKind Kind, string Macro)
    {
        public string Value => Kind switch
        {
            CustomerColumnKind.Number => $"{Macro}({Cell})::double",
            CustomerColumnKind.Day => $"date_diff('day', {Macro}({Cell})::date, date '1970-01-01')::double",
            _ => $"read_text({Cell})",
        };
    }

    public static CustomerTable Read(string path, CancellationToken cancellation)
    {
        var scratch = Directory.CreateTempSubdirectory("analytics-customers-").FullName;
        try
        {
            using var connection = new DuckDBConnection("Data Source=:memory:");
            connection.Open();
            WarehouseSchema.Create(connection);
            var full = Path.GetFullPath(path);
            var lander = new FileLander(connection, Path.GetDirectoryName(full)!, scratch, new TextLander(Profile.Generic.Knows));
            var arrivals = lander.Land(full, lander.Fingerprint(full, cancellation), cancellation);
            var file = arrivals.Select(arrival => arrival.File).OfType<LandedFile>().MaxBy(landed => landed.Records);
            if (file is null || file.Records <= 0 || !file.Layout.HasHeader)
                throw new ProblemException(ProblemCode.NoCustomerTable, ("file", Path.GetFileName(full)), ("reason", arrivals.Select(arrival => arrival.Unread?.Reason).FirstOrDefault(reason => reason is not null) ?? "no_columns"));
            return Read(connection, file, cancellation);
        }
        finally
        {
            Directory.Delete(scratch, recursive: true);
        }
    }

    private static CustomerTable Read(DbConnection connection, LandedFile file, CancellationToken cancellation)
    {
        connection.Execute($"create table landing.cells as {StagingSelect.AllCells(file)}");
        cancellation.ThrowIfCancellationRequested();
        // Who cannot be told apart from another row counts once: else the one would be tested by what was learnt from the other.
        var cells = string.Join(", ", file.Header.Select((_, at) => $"c{at}"));
        connection.Execute($"create table landing.customers as select {cells} from landing.cells group by {cells} order by min(rowid)");
        cancellation.ThrowIfCancellationRequested();
        var (read, rows) = (Count(connection, "cells"), Count(connection, "customers"));
        var columns = Readings(connection, file).ConvertAll(reading => Column(connection, reading));
        return new(file.Name, columns, rows) { Rejected = file.Records - read, Repeated = read - rows };
    }

    private static int Count(DbConnection connection, string table) => connection.Scalar<int>($"select count(*)::integer from landing.{table}");

    /// <summary>What the first cells look like, held against all of them.</summary>
    private static List<Reading> Readings(DbConnection connection, LandedFile file)
    {
        var values = Enumerable.Range(0, file.Header.Count).Select(at => (IReadOnlyList<string>)[.. file.Head.Where(row => at < row.Length && !string.IsNullOrWhiteSpace(row[at])).Select(row => row[at].Trim())]).ToList();
        var comma = NumberFormat.DecimalComma(values.Where(AreNumbers)) ?? file.Dialect.Separator == ';';
        var dayFirst = DateFormat.DayFirst(values.Where(AreDays));
        var names = Unique(file.Header);
        return [.. values.Select((cells, at) =>
        {
            var words = new Reading(names[at], $"c{at}", CustomerColumnKind.Words, "");
            if (cells.Count == 0) return words;
            var guess = AreDays(cells) ? words with { Kind = CustomerColumnKind.Day, Macro = DateFormat.Of(cells, dayFirst).Macro }
                : AreNumbers(cells) ? words with { Kind = CustomerColumnKind.Number, Macro = NumberFormat.Of(cells, comma).Macro }
                : words;
            return guess.Kind != CustomerColumnKind.Words && Reads(connection, guess) ? guess : words;
        })];
    }

    private static bool AreNumbers(IReadOnlyList<string> cells) => cells.Count(CellShape.IsNumber) >= Nearly * cells.Count;

    private static bool AreDays(IReadOnlyList<string> cells) => cells.Count(CellShape.IsDayInWriting) >= Nearly * cells.Count;

    private static bool Reads(DbConnection connection, Reading reading) => connection.Scalar<bool>(
        $"select count({reading.Value}) >= {Nearly.ToString(System.Globalization.CultureInfo.InvariantCulture)} * count(*) filter (not is_blank({reading.Cell})) from landing.customers");

    private static CustomerColumn Column(DbConnection connection, Reading reading)
    {
        if (reading.Kind == CustomerColumnKind.Words)
        {
            var texts = connection.Rows($"select {reading.Value} from landing.customers order by rowid", row => row.IsDBNull(0) ? null : row.GetString(0));
            var words = texts.OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
            var places = words.Select((word, place) => (word, place)).ToDictionary(one => one.word, one => (double)one.place, StringComparer.Ordinal);
            return new(reading.Name, reading.Kind, [.. texts.Select(text => text is null ? double.NaN : places[text])], words);
        }
        var values = connection.Rows($"select {reading.Value} from landing.customers order by rowid", row => row.IsDBNull(0) ? double.NaN : row.GetDouble(0));
        var latest = reading.Kind == CustomerColumnKind.Day ? values.Where(double.IsFinite).DefaultIfEmpty(0).Min() : 0;
        return new(reading.Name, reading.Kind, [.. values.Select(value => value - latest)], []);
    }

    /// <summary>A heading that comes twice, or is blank, is told apart by its place.</summary>
    private static List<string> Unique(IReadOnlyList<string> header)
    {
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        return [.. header.Select((name, at) => name.Length > 0 && seen.Add(name) ? name : $"{name} ({at + 1})".Trim())];
    }
}
