using Analytics.Pipeline.Profiles;
using Analytics.Pipeline.Staging;
using Dapper;

namespace Analytics.Pipeline.Tests.Staging;

/// <summary>02/01/2025 is the second of January or the first of February: the file's own dates tell, else the folder's other files, else the day comes first and the run says so.</summary>
public sealed class DayOrderTests : IDisposable
{
    private static readonly DateOnly AsOf = new(2025, 12, 31);
    private readonly TemporaryFolder _exports = new();

    public DayOrderTests() => _exports.Write("spend.csv", "month,channel,spend\n01/01/2025,Fair,100\n02/01/2025,Fair,200\n03/01/2025,Fair,300\n");

    [Fact]
    public void One_day_after_the_twelfth_decides_the_whole_column()
    {
        Assert.Equal("read_date_dmy", Format(ColumnType.Date, "01/02/2025", "25/02/2025").Macro);
        Assert.Equal("read_date_mdy", Format(ColumnType.Date, "01/02/2025", "02/25/2025").Macro);
    }

    [Fact]
    public void A_column_that_reads_both_ways_is_day_first_and_said_to_be_ambiguous()
    {
        var format = Format(ColumnType.Date, "01/02/2025", "03/04/2025");
        Assert.Equal("read_date_dmy", format.Macro);
        Assert.True(format.Ambiguous);
    }

    [Fact]
    public void A_column_that_reads_both_ways_follows_the_files_other_dates()
    {
        var formats = ValueFormat.Of([(ColumnType.Date, ["01/02/2025"]), (ColumnType.Date, ["12/31/2025"])], ',');
        Assert.All(formats, f => Assert.Equal("read_date_mdy", f.Macro));
        Assert.False(formats[0].Ambiguous);
    }

    [Theory]
    [InlineData("read_date_mdy", false, "01/01/2024", "02/01/2024", "11/01/2024", "01/01/2025", "03/01/2025")]
    [InlineData("read_date_dmy", false, "01/01/2024", "01/02/2024", "01/11/2024", "01/01/2025", "01/03/2025")]
    [InlineData("read_date_dmy", true, "01/01/2025", "02/01/2025", "03/01/2025", "12/01/2025")]
    [InlineData("read_date_dmy", true, "01/01/2024", "02/01/2025", "02/01/2026")]
    [InlineData("read_date_dmy", true, "01/02/2024", "02/02/2025", "03/02/2026")]
    public void Firsts_of_months_of_several_years_tell_the_order_and_a_few_days_of_one_january_do_not(string macro, bool ambiguous, params string[] values)
    {
        var format = Format(ColumnType.Date, values);
        Assert.Equal((macro, ambiguous), (format.Macro, format.Ambiguous));
    }

    [Fact]
    public void An_open_order_follows_the_folders_other_files()
    {
        Orders("12/31/2025");
        Assert.Equal(["2025-01-01 100", "2025-02-01 200", "2025-03-01 300"], Spend(out var said));
        Assert.Equal(["spend.csv: dates of “month” would read both ways: mm/dd/yyyy is taken, as in the other files. To read them otherwise, write “dates: day_first” for this file in analytics.yml"], said);
    }

    [Fact]
    public void The_majority_of_the_files_decides_and_each_with_dates_of_its_own_keeps_its_order()
    {
        Orders("12/31/2025");
        _exports.Write("activities.csv", "kind,date,customer id\ncall,25/11/2025,C1\n");
        _exports.Write("quotes.csv", "quote id,customer id,sent on,amount\nQ1,C1,26/11/2025,5\n");
        Assert.Equal(["2025-01-01 100", "2025-01-02 200", "2025-01-03 300"], Spend(out _));
    }

    [Fact]
    public void Where_nothing_tells_the_day_comes_first_and_that_is_said()
    {
        Orders("2025-12-31");
        Assert.Equal(["2025-01-01 100", "2025-01-02 200", "2025-01-03 300"], Spend(out var said));
        Assert.Equal(["spend.csv: dates of “month” would read both ways: dd/mm/yyyy is taken, which nothing in these exports confirms. To read them otherwise, write “dates: month_first” for this file in analytics.yml"], said);
    }

    [Fact]
    public void What_a_person_wrote_down_stands_and_is_no_assumption()
    {
        Orders("25/12/2025");
        _exports.Write("analytics.yml", "files:\n- file: spend.csv\n  table: marketing_spend\n  dates: month_first\n  columns:\n  - { column: spent_at, header: month }\n  - { column: channel, header: channel }\n  - { column: amount, header: spend }\n");
        Assert.Equal(["2025-01-01 100", "2025-02-01 200", "2025-03-01 300"], Spend(out var said));
        Assert.Empty(said);
    }

    [Fact]
    public void A_later_run_reads_an_open_file_anew_when_the_others_have_changed()
    {
        using var output = new TemporaryFolder();
        Orders("25/12/2025");
        Assert.Equal(3, SpentInJanuary(output));
        Orders("12/25/2025");
        Assert.Equal(1, SpentInJanuary(output));
        Assert.Equal(1, SpentInJanuary(output));
    }

    public void Dispose() => _exports.Dispose();

    private static ValueFormat Format(ColumnType type, params string[] values) => ValueFormat.Of([(type, values)], ',')[0];

    private void Orders(string day) => _exports.Write("orders.csv", $"order id,customer id,date,amount\nO1,C1,{day},50\n");

    private List<string> Spend(out List<string> said)
    {
        using var w = new BuiltWarehouse(_exports.Path, AsOf);
        said = w.Connection.Query<string>("select text_en from marts.assumptions where subject = 'day_order'").ToList();
        return w.Connection.Query<string>("select spent_at || ' ' || amount::int from core.marketing_spend order by amount").ToList();
    }

    private int SpentInJanuary(TemporaryFolder output)
    {
        using var build = WarehouseBuild.Begin(new() { Exports = _exports.Path, Output = output.Path, AsOf = AsOf });
        build.LoadFiles();
        return build.Connection.QuerySingle<int>("select count(*) from landing.marketing_spend where month(spent_at) = 1");
    }
}
