using System.Data.Common;
using System.Globalization;
using System.Text.Json;
using Analytics.Dashboards.Pages;

namespace Analytics.Dashboards.Data;

internal static class ScoreReader
{
    /// <summary>Those who may take most with them first; where no amount is known, the likeliest to leave.</summary>
    public static List<CustomerAtRisk> Watch(DbConnection warehouse, int most) => warehouse.Read(
        $"""
        SELECT a.account, coalesce(c.name, s.account_id) AS name, c.owner, s.p_churn, s.reasons, c.revenue_ttm AS revenue, round(s.p_churn * c.revenue_ttm::DOUBLE, 2) AS expected_loss, c.last_order, c.recency, c.usual_gap
        FROM marts.scores AS s
        LEFT JOIN marts.customers AS c USING (account_id)
        LEFT JOIN page.accounts AS a USING (account_id)
        WHERE s.p_churn IS NOT NULL AND c.lost_at IS NULL
        ORDER BY expected_loss DESC NULLS LAST, s.p_churn DESC, s.account_id
        LIMIT {most}
        """,
        row => new CustomerAtRisk(
            row.WholeOrNull("account"), row.Text("name"), row.TextOrNull("owner"), row.Number("p_churn") ?? 0, row.Amount("revenue"), row.Number("expected_loss"), row.Date("last_order"),
            (int?)row.WholeOrNull("recency"), row.Number("usual_gap"), Reasons(row.TextOrNull("reasons"))));

    public static List<RisingCustomer> Rising(DbConnection warehouse, int most) => warehouse.Read(
        $"""
        SELECT a.account, coalesce(c.name, s.account_id) AS name, c.owner, s.p_top20, s.expected_amount, s.horizon_days, c.revenue_ttm AS revenue, c.last_order, CASE WHEN c.dropped_off THEN c.drop_off_since END AS dropped_off, s.potential_reasons
        FROM marts.scores AS s
        LEFT JOIN marts.customers AS c USING (account_id)
        LEFT JOIN page.accounts AS a USING (account_id)
        WHERE s.future_2080
        ORDER BY s.p_top20 DESC, s.account_id
        LIMIT {most}
        """,
        row => new RisingCustomer(
            row.WholeOrNull("account"), row.Text("name"), row.TextOrNull("owner"), row.Number("p_top20") ?? 0, row.Number("expected_amount"), (int?)row.WholeOrNull("horizon_days"),
            row.Amount("revenue"), row.Date("last_order"), row.Date("dropped_off"), Reasons(row.TextOrNull("potential_reasons"))));

    public static List<Metric> Metrics(DbConnection warehouse) => warehouse.Read(
        "SELECT model, metric, value, low, high, baseline, fold FROM marts.model_card ORDER BY model, metric, fold",
        row => new Metric(
            row.Text("model"), row.Text("metric"), row.Number("value"), row.Number("low"), row.Number("high"),
            row.Number("baseline"), row.TextOrNull("fold")));

    public static List<ModelNote> Notes(DbConnection warehouse) => warehouse.Read(
        "SELECT model, text_en, text_fr FROM marts.model_notes ORDER BY model, position",
        row => new ModelNote(row.Text("model"), row.Localised("text")));

    /// <summary>The sum of the probabilities is the number of departures to expect: no threshold to choose, none to game.</summary>
    public static Kpi AddExpectedLosses(DbConnection warehouse, Facts facts)
    {
        var (sum, staying, scored, days) = warehouse.Read(
            """
            SELECT coalesce(sum(s.p_churn) FILTER (WHERE c.lost_at IS NULL), 0) AS losses, count(s.p_churn) FILTER (WHERE c.lost_at IS NULL) AS staying,
                   count(s.p_churn) AS scored, max(s.horizon_days) AS days
            FROM marts.scores AS s
            LEFT JOIN marts.customers AS c USING (account_id)
            """,
            row => (row.Number("losses"), row.Whole("staying"), row.Whole("scored"), row.Whole("days"))).Single();
        var missing = scored == 0 ? new[] { "scores" } : [];
        if (scored > 0)
            new FactsBuilder(facts).Add(
                Tile.ExpectedLosses, "all", "all", new Period("horizon", null, null),
                new Measure(sum, staying, sum, staying, 0, null, null));
        return new Kpi(
            Tile.ExpectedLosses, "count", "sum", "down", missing,
            Texts.Both("expectedLosses", days), Texts.Both("expectedLossesFormula", days), Texts.Both("expectedLossesExcluded"));
    }

    internal static List<Reason> Reasons(string? json)
    {
        if (string.IsNullOrWhiteSpace(json))
            return [];
        using var document = JsonDocument.Parse(json);
        return [.. document.RootElement.EnumerateArray().Select(reason => new Reason(
            new Localised<string>(Property(reason, "label_en"), Property(reason, "label_fr")),
            Property(reason, "value"),
            reason.TryGetProperty("contribution", out var contribution) && contribution.ValueKind is JsonValueKind.Number ? ToThreeDigits(contribution.GetDouble()) : 0))];
    }

    /// <summary>Enough for its sign and place; the digits beyond fill a page and no one reads them.</summary>
    private static double ToThreeDigits(double value) => double.Parse(value.ToString("G3", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);

    private static string Property(JsonElement reason, string name) =>
        reason.TryGetProperty(name, out var value) && value.ValueKind is not JsonValueKind.Null ? value.ToString() : "";
}
