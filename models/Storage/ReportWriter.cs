using System.Data.Common;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Analytics.Models.Storage;

/// <summary>Adds a report to the warehouse's marts.</summary>
internal static class ReportWriter
{
    private static readonly JsonSerializerOptions s_json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        // Labels keep their accents; the warehouse is no web page.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    internal static void Write(DbConnection warehouse, ChurnReport report)
    {
        BulkInsert.Into(
            warehouse,
            "marts.scores",
            ["account_id", "as_of", "horizon_days", "p_churn", "reasons", "churn_model"],
            report.Scores.Select(score => new object?[]
            {
                score.AccountId, score.AsOf, score.HorizonDays, score.PChurn, JsonSerializer.Serialize(score.Reasons, s_json), score.Model,
            }));
        WriteCard(warehouse, report.Card, report.Notes);
    }

    /// <summary>Completes the rows of the customers that have one, and adds the others'.</summary>
    internal static void Complete(DbConnection warehouse, PotentialReport report)
    {
        Run(warehouse, $"create temporary table potential_scores as select {Potential} from marts.scores limit 0");
        BulkInsert.Into(
            warehouse,
            "potential_scores",
            Potential.Split(", "),
            report.Scores.Select(score => new object?[]
            {
                score.AccountId, score.AsOf, score.HorizonDays, score.ExpectedOrders, score.ExpectedAmount, score.Clv,
                score.PTop20, score.InTop20Now, score.Future2080, score.FallingStar, JsonSerializer.Serialize(score.Reasons, s_json), score.Model,
            }));
        Run(warehouse, """
            update marts.scores as s set
              expected_orders = p.expected_orders, expected_amount = p.expected_amount, clv = p.clv, p_top20 = p.p_top20, in_top20_now = p.in_top20_now,
              future_2080 = p.future_2080, falling_star = p.falling_star, potential_reasons = p.potential_reasons, potential_model = p.potential_model
            from potential_scores as p where p.account_id = s.account_id and p.as_of = s.as_of
            """);
        Run(warehouse, $"""
            insert into marts.scores ({Potential})
            select {Potential} from potential_scores as p
            where not exists (select 1 from marts.scores as s where s.account_id = p.account_id and s.as_of = p.as_of)
            """);
        Run(warehouse, "drop table potential_scores");
        WriteCard(warehouse, report.Card, report.Notes);
    }

    private const string Potential =
        "account_id, as_of, horizon_days, expected_orders, expected_amount, clv, p_top20, in_top20_now, future_2080, falling_star, potential_reasons, potential_model";

    private static void Run(DbConnection warehouse, string sql)
    {
        using var command = warehouse.CreateCommand();
        // Only this room's own table and column names enter the text.
#pragma warning disable CA2100
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }

    internal static void WriteCard(DbConnection warehouse, IReadOnlyList<CardRow> card, IReadOnlyList<ModelNote> notes)
    {
        BulkInsert.Into(
            warehouse,
            "marts.model_card",
            ["model", "metric", "value", "low", "high", "baseline", "fold"],
            card.Select(row => new object?[] { row.Model, row.Metric, row.Value, row.Low, row.High, row.Baseline, row.Fold }));
        BulkInsert.Into(
            warehouse,
            "marts.model_notes",
            ["model", "position", "text_en", "text_fr"],
            notes.Select(note => new object?[] { note.Model, note.Position, note.TextEn, note.TextFr }));
    }
}
