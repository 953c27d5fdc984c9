using System.Data.Common;

namespace Analytics.Dashboards.Data;

internal static class QualityReader
{
    private const int RejectsShown = 5;
    private const int LinksShown = 200;

    public static Quality Read(DbConnection warehouse)
    {
        var columns = Columns(warehouse);
        var rejects = Rejects(warehouse);
        var files = warehouse.Read(
            """
            SELECT file, table_name, crm, encoding, separator, rows_read, rows_kept, rows_rejected, note
            FROM staging.files
            ORDER BY table_name IS NULL, file
            """,
            row => new SourceFile(
                row.Text("file"), row.TextOrNull("table_name"), row.TextOrNull("crm"), row.TextOrNull("encoding"), row.TextOrNull("separator"),
                row.Whole("rows_read"), row.Whole("rows_kept"), row.Whole("rows_rejected"), row.TextOrNull("note"),
                [.. columns[row.Text("file")]], [.. rejects[row.Text("file")]]));
        return new Quality(files, Assumptions(warehouse), Links(warehouse), Checks(warehouse), ReviewReader.Causes(warehouse), ReviewReader.Duplicates(warehouse));
    }

    private static ILookup<string, Column> Columns(DbConnection warehouse) => warehouse.Read(
        """
        SELECT file, header, column_name, confidence, decision
        FROM staging.columns
        ORDER BY file, list_position(['understood', 'guessed', 'ignored'], decision), header
        """,
        row => (File: row.Text("file"), Column: new Column(row.Text("header"), row.TextOrNull("column_name"), row.Number("confidence"), row.Text("decision"))))
        .ToLookup(found => found.File, found => found.Column, StringComparer.Ordinal);

    private static ILookup<string, RejectCause> Rejects(DbConnection warehouse) => warehouse.Read(
        $"""
        SELECT file, r.reason, coalesce(label_en, r.reason) AS label_en, coalesce(label_fr, r.reason) AS label_fr, row_rejected, line, column_name, value, times
        FROM (
            SELECT *, count(*) OVER cause AS times, row_number() OVER (cause ORDER BY line, column_name, value) AS place
            FROM staging.rejects
            WINDOW cause AS (PARTITION BY file, reason, row_rejected)
        ) AS r
        LEFT JOIN staging.reject_reasons AS w ON w.reason = r.reason
        WHERE place <= {RejectsShown}
        ORDER BY file, times DESC, r.reason, row_rejected, place
        """,
        row => (
            Cause: (File: row.Text("file"), Label: row.Localised("label"), RowRejected: row.Flag("row_rejected"), Times: row.Whole("times")),
            Reject: new Reject(row.WholeOrNull("line"), row.TextOrNull("column_name"), row.TextOrNull("value"))))
        .GroupBy(found => found.Cause, found => found.Reject)
        .ToLookup(
            cause => cause.Key.File,
            cause => new RejectCause(cause.Key.Label, cause.Key.RowRejected, cause.Key.Times, [.. cause]),
            StringComparer.Ordinal);

    private static List<Link> Links(DbConnection warehouse) => warehouse.Read(
        $"""
        SELECT table_name, column_name, value, matched_to, how, rows
        FROM staging.links
        WHERE how <> 'exact'
        ORDER BY rows DESC, table_name, column_name, value
        LIMIT {LinksShown}
        """,
        row => new Link(
            row.Text("table_name"), row.Text("column_name"), row.TextOrNull("value"), row.TextOrNull("matched_to"), row.Text("how"), row.Whole("rows")));

    private static List<Localised<string>> Assumptions(DbConnection warehouse) => warehouse.Read(
        "SELECT text_en, text_fr FROM marts.assumptions ORDER BY position, file, subject", row => row.Localised("text"));

    private static List<Check> Checks(DbConnection warehouse) => warehouse.Read(
        "SELECT name, failures, sample FROM marts.checks ORDER BY failures = 0, name",
        row => new Check(row.Text("name"), row.Whole("failures"), row.TextOrNull("sample")));
}
