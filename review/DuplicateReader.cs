using System.Data.Common;
using Analytics.Workbooks;

namespace Analytics.Review;

/// <summary>Reads <c>marts.duplicates</c>, what the analyst decided before, and what merging would change.</summary>
internal static class DuplicateReader
{
    public static DuplicateCounts Counts(DbConnection warehouse) => warehouse.Read(
        "select pairs, likely, merged, apart, contradictory, unknown_account, groups_left_out from marts.duplicate_summary",
        row => new DuplicateCounts(row.GetInt64(0), row.GetInt64(1), row.GetInt64(2), row.GetInt64(3), row.GetInt64(4), row.GetInt64(5), row.GetInt64(6))).Single();

    public static List<DuplicateEffect> Effects(DbConnection warehouse, Language language) => warehouse.Read(
        $"""
        select c.label_{Code(language)}, e.period, e.value, e.value_if_merged, c.unit = 'ratio'
        from marts.duplicate_effect as e join marts.kpi_catalog as c on c.kpi = e.kpi
        where e.pairs > 0
        order by c.position
        """,
        row => new DuplicateEffect(row.GetString(0), row.GetString(1), row.GetDouble(2), row.IsDBNull(3) ? null : row.GetDouble(3), row.GetBoolean(4))).ToList();

    public static IEnumerable<IReadOnlyList<object?>> Pairs(DbConnection warehouse, string relation, Language language) => warehouse.Read(
        $"""
        select d.probability, d.name_1, d.name_2, d.evidence_{Code(language)}, a.siren, b.siren, concat_ws(' ', a.postcode, a.city), concat_ws(' ', b.postcode, b.city),
          a.phone, b.phone, a.domain, b.domain, a.created_at, b.created_at, c.revenue, e.revenue, d.account_1, d.account_2
        from marts.duplicates as d
        join core.accounts as a on a.account_id = d.account_1
        join core.accounts as b on b.account_id = d.account_2
        left join marts.customers as c on c.account_id = d.account_1
        left join marts.customers as e on e.account_id = d.account_2
        where d.relation = '{relation}'
        order by d.probability desc, d.account_1, d.account_2
        """,
        row => (IReadOnlyList<object?>)[row.GetDouble(0), null, .. Enumerable.Range(1, row.FieldCount - 1).Select(i => Value(row, i))]);

    public static IEnumerable<IReadOnlyList<object?>> Decisions(DbConnection warehouse, Language language) => warehouse.Read(
        """
        select d.outcome, d.is_duplicate, a.name, b.name, d.account_1, d.account_2
        from core.duplicate_decisions as d
        left join core.account_entries as a on a.account_id = d.account_1
        left join core.account_entries as b on b.account_id = d.account_2
        order by d.outcome in ('merged', 'apart'), d.outcome, d.account_1, d.account_2
        """,
        row => (IReadOnlyList<object?>)[language[$"duplicates.outcome.{row.GetString(0)}"], Answer(row, language), row.Text(2), row.Text(3), row.Text(4), row.Text(5)]);

    private static string? Answer(DbDataReader row, Language language) =>
        row.IsDBNull(1) ? null : language[row.GetBoolean(1) ? "duplicates.yes" : "duplicates.no"];

    private static object? Value(DbDataReader row, int column) => row.GetValue(column) switch
    {
        DBNull or "" => null,
        DateTime day => DateOnly.FromDateTime(day),
        var value => value,
    };

    private static string Code(Language language) => language.IsFrench ? "fr" : "en";
}
