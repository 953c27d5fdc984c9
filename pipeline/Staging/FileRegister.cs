using System.Data.Common;
using Analytics.Pipeline.Warehouse;

namespace Analytics.Pipeline.Staging;

/// <summary>Enters in <c>staging.files</c> and <c>staging.columns</c> what became of a file.</summary>
internal sealed class FileRegister(DbConnection connection)
{
    /// <param name="place">Where its rows stand; null where it was left out.</param>
    public void Enter(FileReport report, string sha256, RowPlace? place)
    {
        connection.Execute("insert into staging.files select $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, count(*), $12 from staging.files",
            report.File, report.Table, report.Crm, report.Encoding, report.Separator, sha256,
            report.RowsRead, report.RowsKept, report.RowsRejected, report.Note, place?.FirstRow, place?.FirstLine);
        if (report.Table is null) return;
        foreach (var column in report.Columns)
            connection.Execute("insert into staging.columns values ($1, $2, $3, $4, $5, $6, $7, $8)",
                report.File, column.Header, report.Table, column.Column, column.Confidence, column.Decision, column.Format, column.DayOrder);
    }
}

/// <param name="FirstRow">The rowid of its first row in its landing table.</param>
/// <param name="FirstLine">The line of the file that this row begins on.</param>
internal sealed record RowPlace(long FirstRow, int FirstLine);
