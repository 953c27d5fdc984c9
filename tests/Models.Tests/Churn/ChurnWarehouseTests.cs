using System.Text.Json;
using Analytics.Pipeline.DuckDb;

namespace Analytics.Models.Tests;

public sealed class ChurnWarehouseTests : IDisposable
{
    private readonly DuckDBConnection _warehouse = new("Data Source=:memory:");

    public ChurnWarehouseTests()
    {
        _warehouse.Open();
        Run("""
            create schema core; create schema per_customer; create schema marts;
            create table core.horizon as select 180 as horizon_days, 180 as learnt_days, date '2026-06-30' as as_of;
            create table marts.feature_labels(feature varchar, label_en varchar, label_fr varchar, absent_en varchar, absent_fr varchar);
            insert into marts.feature_labels values ('recency', 'days since the last order', 'jours depuis la dernière commande', null, null);
            create table marts.scores(account_id varchar, as_of date, horizon_days integer, p_churn double, expected_orders double,
                expected_amount double, p_top20 double, in_top20_now boolean, future_2080 boolean, clv double, reasons varchar,
                churn_model varchar, potential_model varchar);
            create table marts.model_card(model varchar, metric varchar, value double, low double, high double, baseline double, fold varchar);
            create table marts.model_notes(model varchar, position integer, text_en varchar, text_fr varchar);
            """);
    }

    public void Dispose() => _warehouse.Dispose();

    [Fact]
    public void Scores_card_and_notes_land_in_the_marts_as_reported()
    {
        Fill(customers: 450, "recency");

        var report = Churn.Assess(_warehouse, new ChurnOptions { Resamples = 100 });

        Assert.Equal(450, report.Scores.Count);
        Assert.Equal(450L, Scalar("select count(*) from marts.scores where horizon_days = 180 and as_of = date '2026-06-30' and clv is null"));
        Assert.Equal(report.Scores.Sum(score => score.PChurn), (double)Scalar("select sum(p_churn) from marts.scores")!, 1e-9);
        Assert.Equal((long)report.Card.Count, Scalar("select count(*) from marts.model_card"));
        Assert.Equal(report.Notes[0].TextFr, Scalar("select text_fr from marts.model_notes where model = 'churn' and position = 1"));
    }

    [Fact]
    public void Reasons_are_json_that_keeps_accents_and_missing_values()
    {
        Fill(customers: 450, "recency");
        Churn.Assess(_warehouse, new ChurnOptions { Resamples = 20 });

        var json = (string)Scalar("select reasons from marts.scores order by p_churn desc, account_id limit 1")!;
        var first = JsonDocument.Parse(json).RootElement[0];

        Assert.Equal("recency", first.GetProperty("feature").GetString());
        Assert.Equal("jours depuis la dernière commande", first.GetProperty("label_fr").GetString());
        Assert.Contains("dernière", json, StringComparison.Ordinal);
    }

    [Fact]
    public void Features_are_found_by_type_whatever_their_names()
    {
        Fill(customers: 20, "\"odd \"\"name\"\"\"");

        var panel = Models.Features.WarehousePanel.Read(_warehouse);

        Assert.Equal(["odd \"name\"", "orders", "basket", "big", "vip"], panel.Features.Names);
        Assert.True(double.IsNaN(panel.Features.Columns[2][0]));
        Assert.Equal(60, panel.LabelledRows().Length);
        Assert.Equal(20, panel.AsOfRows().Length);
    }

    [Fact]
    public void A_refusal_is_written_and_leaves_no_scores()
    {
        Run("""
            create table per_customer.churn_features(account_id varchar, cutoff date, recency double);
            create table per_customer.churn_labels(account_id varchar, cutoff date, churned boolean, next_days integer);
            """);

        var report = Churn.Assess(_warehouse, new ChurnOptions());

        Assert.Empty(report.Scores);
        Assert.Equal(report.Notes[0].TextEn, Scalar("select text_en from marts.model_notes"));
    }

    private void Fill(int customers, string recency) => Run($"""
        create table per_customer.churn_features as
        select printf('c%04d', c) as account_id, date '2026-06-30' - (180 * back)::integer as cutoff, ((c * 7919 + back * 104729) % 300)::decimal(9, 2) as {recency},
            c % 5 as orders, case when c % 3 = 0 then null else c * 1.5 end as basket, c::hugeint as big, c % 2 = 0 as vip, 'x' as word
        from range({customers}) cs(c), range(4) backs(back);
        create table per_customer.churn_labels as
        select account_id, cutoff, {recency} + (hash(account_id, cutoff) % 100)::integer > 200 as churned, null::integer as next_days
        from per_customer.churn_features where cutoff < date '2026-06-30';
        """);

    private void Run(string sql)
    {
        using var command = _warehouse.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private object? Scalar(string sql)
    {
        using var command = _warehouse.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }
}
