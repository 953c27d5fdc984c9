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
        BulkInsert.Into(
            warehouse,
            "marts.model_card",
            ["model", "metric", "value", "low", "high", "baseline", "fold"],
            report.Card.Select(row => new object?[] { row.Model, row.Metric, row.Value, row.Low, row.High, row.Baseline, row.Fold }));
        BulkInsert.Into(
            warehouse,
            "marts.model_notes",
            ["model", "position", "text_en", "text_fr"],
            report.Notes.Select(note => new object?[] { note.Model, note.Position, note.TextEn, note.TextFr }));
    }
}
