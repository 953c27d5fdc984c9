using Analytics.Pipeline.DuckDb;
using Analytics.Pipeline.Warehouse;
using Dapper;

namespace Analytics.Pipeline.Tests.Warehouse;

/// <summary>Whether those whom an earlier run scored have stayed: by ordering, or by their contract where they had one.</summary>
public class PastOutcomeTests
{
    [Fact]
    public void Who_had_a_contract_stayed_with_it_and_the_others_by_ordering()
    {
        using var connection = new DuckDBConnection("Data Source=:memory:");
        connection.Open();
        connection.Execute("""
            create schema core; create schema per_customer;
            create table core.past_scores as
            select unnest(['orders', 'silent', 'ended', 'renewed', 'running', 'ends_later']) as account_id, date '2024-12-31' as as_of, 180 as horizon_days, 180 as elapsed_days,
              0.5 as p_churn, 0.1 as p_top20, 10.0 as expected_amount, false as in_top20_now, false as future_2080, true as is_compared;
            create table core.sales as
            select unnest(['orders', 'ended']) as account_id, unnest(['s1', 's2']) as sale_id, date '2025-03-01' as sold_at, 100.0::decimal(18, 4) as amount, null::decimal(18, 4) as cost;
            create table core.coverage as select false as is_costed;
            create table per_customer.contract_spells as
            select * from (values
              ('ended', date '2024-01-01', date '2025-01-31', date '2025-02-01', null),
              ('renewed', date '2024-01-01', date '2025-01-31', date '2025-02-01', date '2025-05-01'),
              ('running', date '2024-01-01', null, null, null),
              ('ends_later', date '2024-01-01', date '2025-07-31', date '2025-08-01', null)) as t(account_id, started_at, ends_at, lost_at, back_at);
            """);
        var outcomes = SqlScript.Folder("global").Single(script => script.Name == "past_outcomes").Body;

        Assert.Equal(
            [("ended", false), ("ends_later", true), ("orders", true), ("renewed", true), ("running", true), ("silent", false)],
            connection.Query<(string, bool)>($"select account_id, has_stayed from ({outcomes}) order by account_id"));
    }
}
