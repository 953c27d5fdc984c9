using System.Data.Common;
using Analytics.Workbooks;

namespace Analytics.Review;

/// <summary>Reads <c>staging.rejects</c> with the words for each reason, in the order of files and lines.</summary>
internal static class RejectReader
{
    public static IEnumerable<IReadOnlyList<object?>> Causes(DbConnection warehouse, Language language) => warehouse.Read(
        $"""
        select coalesce(any_value(w.label_{Code(language)}), r.reason) as label, count(*) filter (where row_rejected) as rows_rejected, count(*) filter (where not row_rejected) as cells,
          string_agg(distinct r.file, ', ' order by r.file) as files,
          arg_min(coalesce(nullif(r.value, ''), r.column_name), (r.file, r.line, r.column_name, coalesce(r.value, ''))) as example,
          any_value(w.remedy_{Code(language)}) as remedy
        from staging.rejects as r left join staging.reject_reasons as w on w.reason = r.reason
        group by r.reason
        order by count(*) desc, r.reason
        """,
        row => (IReadOnlyList<object?>)[row.Text(0), row.GetInt64(1), row.GetInt64(2), row.Text(3), row.Text(4), row.Text(5)]);

    public static IEnumerable<IReadOnlyList<object?>> Rejects(DbConnection warehouse, Language language)
    {
        var (row, cell) = (language["rejects.fate.row"], language["rejects.fate.cell"]);
        return warehouse.Read(
            $"""
            with header as (
              select file, column_name, min(header) as header from staging.columns where column_name is not null group by all)
            select r.file, r.line, coalesce(h.header, r.column_name) as header, r.value, coalesce(w.label_{Code(language)}, r.reason) as label, r.row_rejected, w.remedy_{Code(language)} as remedy
            from staging.rejects as r
            left join staging.reject_reasons as w on w.reason = r.reason
            left join header as h on h.file = r.file and h.column_name = r.column_name
            order by r.file, r.line, r.column_name, r.value, r.reason
            """,
            found => (IReadOnlyList<object?>)[found.Text(0), found.IsDBNull(1) ? null : found.GetInt64(1), found.Text(2), found.Text(3), found.Text(4), found.GetBoolean(5) ? row : cell, found.Text(6)]);
    }

    private static string Code(Language language) => language.IsFrench ? "fr" : "en";
}
