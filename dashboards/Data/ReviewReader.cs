using System.Data.Common;

namespace Analytics.Dashboards.Data;

/// <summary>What a person has to look through: the rejects by cause, and the accounts that may be one.</summary>
internal static class ReviewReader
{
    private const int ExamplesShown = 5;
    private const int PairsShown = 100;

    public static List<Cause> Causes(DbConnection warehouse)
    {
        var examples = Examples(warehouse);
        return warehouse.Read(
            """
            SELECT r.reason, coalesce(any_value(w.label_en), r.reason) AS label_en, coalesce(any_value(w.label_fr), r.reason) AS label_fr,
              coalesce(any_value(w.remedy_en), '') AS remedy_en, coalesce(any_value(w.remedy_fr), '') AS remedy_fr,
              count(*) FILTER (WHERE row_rejected) AS rows, count(*) FILTER (WHERE NOT row_rejected) AS cells
            FROM staging.rejects AS r LEFT JOIN staging.reject_reasons AS w ON w.reason = r.reason
            GROUP BY r.reason
            ORDER BY count(*) DESC, r.reason
            """,
            row => new Cause(row.Localised("label"), row.Localised("remedy"), row.Whole("rows"), row.Whole("cells"), [.. examples[row.Text("reason")]]));
    }

    public static DuplicateReview Duplicates(DbConnection warehouse)
    {
        var pairs = warehouse.Read(
            $"SELECT name_1, name_2, probability, evidence_en, evidence_fr FROM marts.duplicates WHERE relation = 'duplicate' ORDER BY probability DESC, account_1, account_2 LIMIT {PairsShown}",
            row => new DuplicatePair(row.Text("name_1"), row.Text("name_2"), row.Number("probability") ?? 0, row.Localised("evidence")));
        var effects = warehouse.Read(
            """
            SELECT e.kpi, e.period, e.value, e.value_if_merged, c.unit, c.label_en, c.label_fr
            FROM marts.duplicate_effect AS e JOIN marts.kpi_catalog AS c ON c.kpi = e.kpi
            WHERE e.pairs > 0
            ORDER BY c.position
            """,
            row => new DuplicateEffect(row.Localised("label"), row.Text("unit"), row.Text("period"), row.Number("value"), row.Number("value_if_merged")));
        return warehouse.Read(
            "SELECT * FROM marts.duplicate_summary",
            row => new DuplicateReview(
                row.Whole("pairs"), row.Whole("likely"), row.Whole("merged"), row.Whole("apart"), row.Whole("contradictory") + row.Whole("unknown_account"),
                row.Whole("groups_left_out"), pairs, effects)).Single();
    }

    private static ILookup<string, CauseExample> Examples(DbConnection warehouse) => warehouse.Read(
        $"""
        WITH example AS (
            FROM staging.rejects
            QUALIFY row_number() OVER (PARTITION BY reason ORDER BY file, line, column_name, value) <= {ExamplesShown})
        SELECT reason, file, line, value,
          coalesce((SELECT min(header) FROM staging.columns AS c WHERE c.file = e.file AND c.column_name = e.column_name), column_name) AS header
        FROM example AS e
        ORDER BY reason, file, line, column_name, value
        """,
        row => (Reason: row.Text("reason"), Example: new CauseExample(row.Text("file"), row.WholeOrNull("line"), row.TextOrNull("header"), row.TextOrNull("value"))))
        .ToLookup(found => found.Reason, found => found.Example, StringComparer.Ordinal);
}
