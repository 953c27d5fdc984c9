using Dapper;

namespace Analytics.Pipeline.Tests.Warehouse;

/// <summary>
/// Some programs export when a deal was created and how it ended, never when. Three are won (100, 200, 300), two lost (50, 150), one is open: by count 3/5 are won, by amount 600/800.
/// </summary>
public sealed class DealsWithoutEndTests : IDisposable
{
    private static readonly DateOnly AsOf = new(2025, 6, 30);
    private readonly TemporaryFolder _exports = new();

    public DealsWithoutEndTests() => _exports.Write("opportunities.csv",
        "opportunity id,account,owner,created,status,amount\n1,A,Ann,2025-01-10,won,100\n2,B,Ann,2025-02-10,won,200\n3,C,Bob,2025-03-10,won,300\n4,D,Bob,2025-04-10,lost,50\n5,E,Bob,2025-05-10,lost,150\n6,F,Ann,2025-06-30,open,70\n");

    public void Dispose() => _exports.Dispose();

    [Fact]
    public void They_count_over_all_the_data_and_in_no_part_of_it()
    {
        using var w = new BuiltWarehouse(_exports.Path, AsOf);
        Assert.Equal((3 / 5.0, 5L, 0L), Figure(w, "win_rate_closed_by_count"));
        Assert.Equal((600 / 800.0, 5L, 0L), Figure(w, "win_rate_closed_by_amount"));
        Assert.Equal((1.0, 2L, 0L), Figure(w, "win_rate_closed_by_count", "Ann"));
        Assert.Equal((1 / 3.0, 3L, 0L), Figure(w, "win_rate_closed_by_count", "Bob"));
        Assert.Null(Figure(w, "sales_cycle_mean").Value);
        Assert.Equal(0, w.Connection.ExecuteScalar<int>("select count(*) from marts.survival where subject = 'opportunities'"));
        Assert.Equal(0, w.Connection.ExecuteScalar<int>("select count(*) from marts.kpis where kpi = 'win_rate_closed_by_count' and period <> 'all' and value is not null"));
        Assert.All(w.Checks, c => Assert.Equal((c.Name, 0L), (c.Name, c.Failures)));
        Assert.Contains("opportunities.csv: no closed opportunity bears the day it was closed: they count (5) in figures over all the data, and in none by year, quarter or month; cycles cannot be told",
            w.Connection.Query<string>("select text_en from marts.assumptions"), StringComparer.Ordinal);
    }

    [Fact]
    public void The_rows_behind_a_figure_are_theirs_over_all_the_data_and_none_in_a_month()
    {
        using var w = new BuiltWarehouse(_exports.Path, AsOf);
        Assert.Equal((3, 5), Behind(w, new(2025, 1, 10), new(2025, 7, 1)));
        Assert.Equal((0, 0), Behind(w, new(2025, 2, 1), new(2025, 3, 1)));
    }

    [Fact]
    public void Before_the_exports_were_made_nobody_knows_how_they_end()
    {
        using var w = new BuiltWarehouse(_exports.Path, new(2025, 3, 31));
        Assert.Null(Figure(w, "win_rate_closed_by_count").Value);
        Assert.Equal((3.0, 3L, 0L), Figure(w, "opportunities_open"));
    }

    [Fact]
    public void In_a_file_that_tells_the_day_of_others_one_without_is_left_out()
    {
        _exports.Write("opportunities.csv",
            "opportunity id,account,owner,created,closed,status,amount\n1,A,Ann,2025-01-10,2025-01-20,won,100\n2,B,Ann,2025-02-10,,won,200\n3,C,Bob,2025-03-10,2025-04-10,lost,300\n4,D,Bob,2025-03-22,,open,300\n");
        using var w = new BuiltWarehouse(_exports.Path, AsOf);
        Assert.Equal((1 / 2.0, 2L, 1L), Figure(w, "win_rate_closed_by_count"));
        // Of two that waited ten days, one was won then and one waits a hundred days on; the one won on a day unknown is not among them.
        Assert.Equal([(1, 1L, 0.5), (2, 1L, 0.5), (3, 1L, 0.5)], w.Connection.Query<(int, long, double)>("select month, waiting, share from marts.survival where subject = 'opportunities' and dimension = 'all' order by month"));
    }

    private static (double? Value, long N, long Excluded) Figure(BuiltWarehouse w, string kpi, string? owner = null) => w.Connection.QuerySingle<(double?, long, long)>(
        "select value, n, excluded from marts.kpis where kpi = $kpi and dimension = 'all' and period = 'all' and owner_id is not distinct from (select owner_id from core.owners where name = $owner)", new { kpi, owner });

    private static (int Won, int Closed) Behind(BuiltWarehouse w, DateOnly from, DateOnly to)
    {
        var parts = KpiRows.Behind(w.Connection, "win_rate_closed_by_count", new("all", "all", from, to), 10);
        return ((int)parts.Single(p => p.Part == "numerator").Count, (int)parts.Single(p => p.Part == "denominator").Count);
    }
}
