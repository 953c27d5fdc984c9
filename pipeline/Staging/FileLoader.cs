using System.Data.Common;
using Analytics.Pipeline.Landing;
using Analytics.Pipeline.Profiles;
using Analytics.Pipeline.Warehouse;

namespace Analytics.Pipeline.Staging;

/// <summary>Reads one file into its landing table and keeps account of every row and cell that did not make it.</summary>
internal sealed class FileLoader(DbConnection connection)
{
    /// <summary>A column whose values mostly do not read is something else than its header says, and is left out.</summary>
    private const double LeastReadable = 0.5;

    public FileReport Load(LandedFile file, FileMapping mapping, int number)
    {
        var columns = Columns(file, mapping, out var decided);
        var table = Sql.Name(mapping.Table.Name);
        var before = connection.Scalar<long>($"select count(*) from landing.{table}");
        connection.Execute(StagingSelect.Insert(file, mapping.Table, columns, number));
        connection.InTransaction(() =>
        {
            RecordRejects(file, mapping.Table, before, number);
            RecordFile(file, mapping, before, number);
            RecordColumns(file, decided);
        });
        return Report(file, decided);
    }

    private static List<StagingColumn> Columns(LandedFile file, FileMapping mapping, out FileMapping decided)
    {
        var used = mapping.Used.ToList();
        var formats = ValueFormat.Of(
            used.Select(h => (mapping.Table.Columns[h.Column!], (IReadOnlyList<string>)Values(file, h.Index))).ToList(), file.Dialect.Separator);
        var kept = used.Zip(formats).Where(p => p.Second.Readable >= LeastReadable).ToList();
        var keptIndexes = kept.Select(p => p.First.Index).ToHashSet();
        decided = mapping with
        {
            Headers = mapping.Headers.Select(h => keptIndexes.Contains(h.Index) ? h : h with { Column = null, Confidence = 0 }).ToList(),
        };
        return kept.Select(p => new StagingColumn(
            $"c{p.First.Index}", p.First.Column!, mapping.Table.Columns[p.First.Column!], p.Second)).ToList();
    }

    private static List<string> Values(LandedFile file, int index) => file.Head
        .Where(r => index < r.Length)
        .Select(r => r[index].Trim())
        .Where(v => v is not ("" or "-" or "n/a" or "N/A" or "NULL" or "null"))
        .ToList();

    private void RecordRejects(LandedFile file, CanonicalTable table, long before, int number)
    {
        connection.Execute($"""
            insert into staging.rejects
            select $1, line, '', trim(any_value(csv_line), chr(10) || chr(13)),
                   min(case error_type when 'MISSING COLUMNS' then 'too_few_columns' when 'TOO MANY COLUMNS' then 'too_many_columns'
                       when 'UNQUOTED VALUE' then 'broken_quotes' when 'INVALID ENCODING' then 'not_utf8'
                       when 'LINE SIZE OVER MAXIMUM' then 'line_too_long' else lower(replace(error_type::varchar, ' ', '_')) end),
                   true
            from rejects_{number} group by line
            """, file.Name);
        connection.Execute($"drop table rejects_{number}; drop table reject_scans_{number};");
        connection.Execute("""
            insert into staging.row_shifts
            select file, line - 1 - i, i from (
              select file, line, row_number() over (order by line) as i from staging.rejects where file = $1) as broken
            """, file.Name);
        RecordUnreadCells(file, table, before);
    }

    private void RecordUnreadCells(LandedFile file, CanonicalTable table, long before) => connection.Execute($"""
        with suspect as (
          select rowid - $2 as place, _unread, _missing from landing.{Sql.Name(table.Name)}
          where rowid >= $2 and (_unread is not null or _missing is not null)),
        numbered as (
          select place + 2 + coalesce(s.shift, 0) as line, _unread, _missing
          from suspect asof left join (from staging.row_shifts where file = $1) as s on place >= s.kept_before)
        insert into staging.rejects
        select $1, line, cell.column_name, cell.value, cell.reason, coalesce(cell.column_name = _missing, false)
        from (select line, _missing, unnest(_unread) as cell from numbered)
        union all
        select $1, line, _missing, null, 'missing_required', true from numbered
        where _missing is not null and not list_contains(coalesce(list_transform(_unread, lambda c: c.column_name), []), _missing)
        """, file.Name, before);

    private void RecordFile(LandedFile file, FileMapping mapping, long before, int number)
    {
        var table = Sql.Name(mapping.Table.Name);
        connection.Execute($"""
            insert into staging.files
            select $1, $2, $3, $4, $5, $6, $7,
                   (select count(*) from landing.{table} where rowid >= $8 and _missing is null),
                   (select count(distinct line) from staging.rejects where file = $1 and row_rejected),
                   null, $8, $9
            """,
            file.Name, mapping.Table.Name, mapping.Crm, file.Fingerprint.Encoding.Name, file.Dialect.Separator.ToString(),
            file.Fingerprint.Sha256, file.Records, before, number);
    }

    private void RecordColumns(LandedFile file, FileMapping mapping)
    {
        foreach (var h in mapping.Headers)
            connection.Execute("insert into staging.columns values ($1, $2, $3, $4, $5, $6)",
                file.Name, h.Header, mapping.Table.Name, h.Column, h.Confidence, h.Decision);
    }

    private FileReport Report(LandedFile file, FileMapping mapping) => connection.Rows(
        "select file, table_name, crm, encoding, separator, rows_read, rows_kept, rows_rejected from staging.files where file = $1",
        FileReport.Read, file.Name)[0] with
    {
        Columns = mapping.Headers.Select(h => new ColumnReport(h.Header, h.Column, h.Decision)).ToList(),
    };
}
