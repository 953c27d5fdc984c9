using System.Text.Json;
using Analytics.Models;
using Analytics.Notebooks.Scripting;

namespace Analytics.Notebooks;

/// <summary>The models on the warehouse that was opened last.</summary>
public static class Models
{
    /// <summary>Those of a run, so that a backtest repeats the published figures.</summary>
    private static ChurnOptions UsualOptions { get; } = new() { Resamples = 300 };

    private static readonly JsonSerializerOptions SnakeCase = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    /// <summary>Will this customer place no order over the horizon or, under contract, not renew it?</summary>
    public static class Churn
    {
        /// <summary>Trains every contender on past dates and tests it on the periods after; nothing is written.</summary>
        public static Backtest Backtest(ChurnOptions? options = null)
        {
            var report = Prediction.Backtest(Warehouse.Current.Connection, options ?? UsualOptions, new Stoppable()).Churn;
            return new(report.Card, report.Notes);
        }

        /// <summary>The published scores with the customers' names, the likeliest to leave first.</summary>
        public static Table Scores() => Warehouse.Current.Query("""
            select s.account_id, c.name, s.p_churn, s.expected_amount, c.last_order, c.revenue
            from marts.scores as s join marts.customers as c using (account_id)
            where s.p_churn is not null order by s.p_churn desc, s.account_id
            """);

        /// <summary>What moved a customer's score, by its id or its exact name.</summary>
        public static Explanation Explain(string customer) => Models.Explain(customer, "churn", "p_churn", "reasons");
    }

    /// <summary>What will this customer bring, and will it be among the 20 % that bring the most?</summary>
    public static class Potential
    {
        /// <summary>Trains every contender on past dates, and says what share of the later amount its best customers brought; nothing is written.</summary>
        public static Backtest Backtest(ChurnOptions? options = null)
        {
            var report = Prediction.Backtest(Warehouse.Current.Connection, options ?? UsualOptions, new Stoppable()).Potential;
            return new(report.Card, report.Notes);
        }

        /// <summary>The published scores with the customers' names, the likeliest to be in the top 20 % first.</summary>
        public static Table Scores() => Warehouse.Current.Query("""
            select s.account_id, c.name, s.p_top20, s.expected_amount, s.expected_orders, s.in_top20_now, s.future_2080, s.falling_star, c.revenue
            from marts.scores as s join marts.customers as c using (account_id)
            where s.p_top20 is not null order by s.p_top20 desc, s.account_id
            """);

        /// <summary>What moved a customer's chance of being in the top 20 %, by its id or its exact name.</summary>
        public static Explanation Explain(string customer) => Models.Explain(customer, "top20", "p_top20", "potential_reasons");
    }

    private static Explanation Explain(string customer, string question, string probability, string reasons)
    {
        var found = Warehouse.Current.Query<(string Id, string Name, double? Probability, string? Reasons)>(
            $"""
            select c.account_id, c.name, s.{probability}, s.{reasons} from marts.customers as c left join marts.scores as s using (account_id)
            where c.account_id = $customer or c.name = $customer order by c.account_id <> $customer, c.account_id
            """, new { customer });
        if (found.Count == 0) throw new CellException(Words.Fill("explain.unknown", ("customer", customer)));
        var (id, name, chance, json) = found[0];
        if (chance is null) throw new CellException(Words.Fill("explain.unscored", ("customer", name)));
        return new(id, name, chance.Value, json is null ? [] : JsonSerializer.Deserialize<List<Reason>>(json, SnakeCase)!) { Question = question };
    }

    /// <summary>An interrupted cell stops between the steps of a backtest.</summary>
    private sealed class Stoppable : IProgress<string>
    {
        public void Report(string value) => CheckPoint.Turn();
    }
}
