using System.Data.Common;
using System.Globalization;

namespace Analytics.Models;

/// <summary>What an earlier run said of a customer, whether it stayed, and what it has ordered since.</summary>
internal sealed record PastScore(string AccountId, DateOnly AsOf, int HorizonDays, int ElapsedDays, bool HasStayed, double Amount)
{
    internal double? PChurn { get; init; }

    internal double? PTop20 { get; init; }

    internal double? ExpectedAmount { get; init; }

    internal bool InTop20Then { get; init; }

    internal bool Future2080 { get; init; }
}

/// <summary>Reads them from the warehouse.</summary>
internal static class PastScores
{
    internal static List<PastScore> Read(DbConnection warehouse)
    {
        using var command = warehouse.CreateCommand();
        command.CommandText = """
            select account_id, as_of, horizon_days, elapsed_days, has_stayed, amount, p_churn, p_top20, expected_amount, coalesce(in_top20_now, false), coalesce(future_2080, false)
            from marts.past_outcomes order by account_id
            """;
        using var reader = command.ExecuteReader();
        var scores = new List<PastScore>();
        while (reader.Read())
        {
            scores.Add(new(reader.GetString(0), reader.GetValue(1) is DateOnly day ? day : DateOnly.FromDateTime(reader.GetDateTime(1)), reader.GetInt32(2), reader.GetInt32(3), reader.GetBoolean(4), reader.GetDouble(5))
            {
                PChurn = Number(reader, 6),
                PTop20 = Number(reader, 7),
                ExpectedAmount = Number(reader, 8),
                InTop20Then = reader.GetBoolean(9),
                Future2080 = reader.GetBoolean(10),
            });
        }
        return scores;
    }

    private static double? Number(DbDataReader reader, int ordinal) =>
        reader.IsDBNull(ordinal) ? null : Convert.ToDouble(reader.GetValue(ordinal), CultureInfo.InvariantCulture);
}
