using System.Data.Common;
using Analytics.Pipeline.DuckDb;
using Analytics.Pipeline.Landing;
using Analytics.Pipeline.Profiles;
using Analytics.Pipeline.Warehouse;

namespace Analytics.Pipeline.Staging;

/// <summary>Reads one file into its landing table and keeps account of every row and cell that did not make it.</summary>
/// <param name="scratch">Where rows that stand apart from the warehouse are written.</param>
internal sealed class FileLoader(DbConnection connection, string scratch)
{
    /// <summary>A column whose values mostly do not read is something else than its header says, and is left out.</summary>
    private const double LeastReadable = 0.5;

    private readonly FileRegister _register = new(connection);

    /// <summary>Null, with nothing kept, where the engine could not place every record of the file.</summary>
    public FileReport? TryLoad(LandedFile file, FileMapping mapping, int number)
    {
        var columns = Columns(file, mapping, out var decided);
        new LandingTable(connection, mapping.Table).Widen(columns.Select(c => c.Column).Concat(ComputedColumns.Of(mapping, columns).Keys));
        var rows = LandedRows.For(connection, mapping.Table.Name, file.Name, file.Records, Path.Combine(scratch, $"rows-{number}.parquet"));
        if (TryLand(file, StagingSelect.Of(file, mapping, columns, number), rows, number) is not { } broken) return null;
        var report = Report(file, decided, columns, rows, broken);
        connection.InTransaction(() =>
        {
            RecordRejects(file, rows, number);
            rows.Enter(connection);
            _register.Enter(report, file.Fingerprint.Sha256, new(rows.FirstRow, file.Layout.FirstLine));
        });
        return report;
    }

    /// <summary>How many records were refused for their structure; null, with nothing landed, where some are neither in nor refused.</summary>
    private long? TryLand(LandedFile file, string select, LandedRows rows, int number)
    {
        using var transaction = connection.BeginTransaction();
        try
        {
            var landed = connection.Execute(rows.Land(select));
            var broken = connection.Scalar<long>($"select count(distinct line) from rejects_{number}");
            if (landed + broken != file.Records) return null;
            transaction.Commit();
            return broken;
        }
        catch (DuckDBException e) when (e.Message.Contains("CSV", StringComparison.Ordinal))
        {
            return null;
        }
    }

    private List<StagingColumn> Columns(LandedFile file, FileMapping mapping, out FileMapping decided)
    {
        var kept = mapping.Used.Zip(Formats(file, mapping)).Where(p => p.Second.Readable >= LeastReadable).ToList();
        var keptIndexes = kept.Select(p => p.First.Index).ToHashSet();
        decided = mapping with
        {
            Headers = mapping.Headers.Select(h => h.Column is null || keptIndexes.Contains(h.Index) ? h : h.LeftOut("unreadable")).ToList(),
        };
        var columns = kept.Select(p => new StagingColumn(
            p.First.Index, p.First.Column!, mapping.Table.Columns[p.First.Column!], p.Second)).ToList();
        return columns.Concat(WrittenCurrency(mapping.Table, columns)).Select(c => Settle(file, DayClock.Kept(c))).ToList();
    }

    /// <summary>How each used column spells its values, as far as the file's first records tell.</summary>
    public static IEnumerable<ValueFormat> Formats(LandedFile file, FileMapping mapping) => ValueFormat.Of(
        mapping.Used.Select(h => (mapping.Table.Columns[h.Column!], (IReadOnlyList<string>)Values(file, h.Index))).ToList(), file.Dialect.Separator).Select(f => f.As(mapping));

    /// <summary>The currency that amounts are written with, where the file has no column of its own for it.</summary>
    private static IEnumerable<StagingColumn> WrittenCurrency(CanonicalTable table, List<StagingColumn> columns) =>
        !table.Columns.ContainsKey("currency") || columns.Any(c => c.Type == ColumnType.Currency)
            ? []
            : columns.Where(c => c.Type == ColumnType.Amount).OrderBy(c => c.Column == LineAmount.Column ? 0 : 1).Take(1).Select(Currencies.WrittenIn);

    /// <summary>Where the first records leave day and month open, the whole file is asked which order reads more of it.</summary>
    private StagingColumn Settle(LandedFile file, StagingColumn column)
    {
        if (!DayOrder.IsOpen(column.Format) || file.Records <= file.Head.Count) return column;
        var (dayFirst, monthFirst) = (DateFormat.InOrder(column.Format, dayFirst: true), DateFormat.InOrder(column.Format, dayFirst: false));
        if (ReadsMore(dayFirst, monthFirst)) return column with { Format = dayFirst };
        return ReadsMore(monthFirst, dayFirst) ? column with { Format = monthFirst } : column;

        bool ReadsMore(ValueFormat one, ValueFormat other) => connection.Scalar<bool>(StagingSelect.ReadsMore(file, one.Macro, other.Macro, column.Source));
    }

    private static List<string> Values(LandedFile file, int index) => file.Head
        .Where(r => index < r.Length)
        .Select(r => r[index].Trim())
        .Where(v => v is not ("" or "-" or "n/a" or "N/A" or "NULL" or "null"))
        .ToList();

    private void RecordRejects(LandedFile file, LandedRows rows, int number)
    {
        connection.Execute($"""
            insert into staging.rejects
            select $1, line, '', trim(any_value(csv_line), chr(10) || chr(13)),
                   coalesce(no_row([trim(any_value(csv_line), chr(10) || chr(13) || '" '), null, null]), min(case error_type when 'MISSING COLUMNS' then 'too_few_columns' when 'TOO MANY COLUMNS' then 'too_many_columns'
                       when 'UNQUOTED VALUE' then 'broken_quotes' when 'INVALID ENCODING' then 'not_utf8'
                       when 'LINE SIZE OVER MAXIMUM' then 'line_too_long' else lower(replace(error_type::varchar, ' ', '_')) end)),
                   true
            from rejects_{number} group by line
            """, file.Name);
        connection.Execute($"drop table rejects_{number}; drop table reject_scans_{number};");
        connection.Execute("""
            insert into staging.row_shifts
            select file, line - $2 - i + 1, i from (
              select file, line, row_number() over (order by line) as i from staging.rejects where file = $1) as broken
            """, file.Name, file.Layout.FirstLine);
        if (file.Blanks.Count > 0) AddBlankLines(file);
        RecordUnreadCells(file, rows);
    }

    /// <summary>Places are counted by records, lines with the blank ones; the engine's refused lines are lines.</summary>
    private void AddBlankLines(LandedFile file)
    {
        connection.Execute($"create or replace temporary table blanks as from (values {string.Join(", ", file.Blanks.Select(b => $"({b.Records}, {b.Lines})"))}) as b(records, lines)");
        connection.Execute("""
            create or replace temporary table blanks as
            select records, sum(lines) over (order by records)::bigint as lines from blanks
            """);
        connection.Execute("""
            create or replace temporary table shifts as
            with broken as (
              select line - $2 as place, row_number() over (order by line) as refused from staging.rejects where file = $1),
            refused as (
              select k.place - coalesce(b.lines, 0) as record, k.refused
              from broken as k asof left join (select records + lines as place, lines from blanks) as b on k.place >= b.place),
            event as (
              select record + 1 as record from refused union select records from blanks)
            select e.record, coalesce(r.refused, 0) as refused, coalesce(b.lines, 0) as blanks
            from event as e asof left join refused as r on e.record > r.record asof left join blanks as b on e.record >= b.records
            """, file.Name, file.Layout.FirstLine);
        connection.Execute("delete from staging.row_shifts where file = $1", file.Name);
        connection.Execute("insert into staging.row_shifts select $1, record - refused, max(refused + blanks) from shifts group by all", file.Name);
        connection.Execute("drop table blanks; drop table shifts;");
    }

    private void RecordUnreadCells(LandedFile file, LandedRows rows) => connection.Execute($"""
        with suspect as (
          select place, from_json(_unread, '[{LandingTable.Cell}]') as _unread, from_json(_flaw, '{LandingTable.Cell}') as _flaw from {rows.Placed}
          where _unread is not null or _flaw is not null),
        numbered as (
          select place + $2 + coalesce(s.shift, 0) as line, _unread, _flaw, coalesce(_flaw.column_name, '') <> '' as lacks_cell
          from suspect asof left join (from staging.row_shifts where file = $1) as s on place >= s.kept_before)
        insert into staging.rejects
        select $1, line, cell.column_name, cell.value, cell.reason, coalesce(cell.column_name = _flaw.column_name, false)
        from (select line, _flaw, unnest(_unread) as cell from numbered where _flaw is null or lacks_cell)
        union all
        select $1, line, _flaw.column_name, _flaw.value, _flaw.reason, true from numbered
        where _flaw is not null and not list_contains(coalesce(list_transform(_unread, lambda c: c.column_name), []), _flaw.column_name)
        """, file.Name, file.Layout.FirstLine);

    private FileReport Report(LandedFile file, FileMapping mapping, List<StagingColumn> columns, LandedRows rows, long broken)
    {
        var (kept, flawed) = connection.Rows(
            $"select count(*) filter (where _flaw is null), count(*) filter (where _flaw is not null) from {rows.Placed}",
            r => (r.GetInt64(0), r.GetInt64(1)))[0];
        return new(file.Name, mapping.Table.Name, mapping.Crm, file.Fingerprint.Encoding.Name, file.Dialect.Separator.ToString(), file.Records, kept, flawed + broken)
        {
            Columns = mapping.Headers.Select(h => new ColumnReport(h.Header, h.Column, h.Decision, h.Confidence)
            {
                Reason = h.Reason,
                Candidate = h.Candidate,
                Format = FormatOf(h)?.Label ?? "",
                DayOrder = FormatOf(h) is { } format ? DayOrder.ToldBy(format, mapping) : null,
            }).ToList(),
        };

        ValueFormat? FormatOf(HeaderMapping header) => columns.FirstOrDefault(c => c.Index == header.Index && c.Column == header.Column)?.Format;
    }
}
