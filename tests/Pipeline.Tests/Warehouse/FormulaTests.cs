using Analytics.Pipeline.DuckDb;
using Analytics.Pipeline.Warehouse;
using Dapper;

namespace Analytics.Pipeline.Tests.Warehouse;

public sealed class FormulaTests : IDisposable
{
    private readonly DuckDBConnection _connection = new("Data Source=:memory:");

    public FormulaTests()
    {
        _connection.Open();
        WarehouseSchema.Create(_connection);
    }

    [Fact]
    public void A_ratio_by_zero_is_nothing_and_integers_do_not_truncate()
    {
        Assert.Null(Value("ratio(1, 0)"));
        Assert.Equal(0.5, Value("ratio(1, 2)"));
    }

    // Newcombe (1998), Statistics in Medicine 17:857–872, table I, method 3.
    [Theory]
    [InlineData(81, 263, 0.2553, 0.3662)]
    [InlineData(15, 148, 0.0624, 0.1605)]
    [InlineData(0, 20, 0.0000, 0.1611)]
    [InlineData(1, 29, 0.0061, 0.1718)]
    public void Wilsons_interval_is_that_of_newcombes_table(int k, int n, double low, double high)
    {
        Assert.Equal(low, Value($"wilson_low({k}, {n})")!.Value, 4);
        Assert.Equal(high, Value($"wilson_high({k}, {n})")!.Value, 4);
    }

    // Student's t, 0.975: the printed table of Fisher and Yates (1963).
    [Theory]
    [InlineData(1, 12.706, 0.001)]
    [InlineData(2, 4.303, 0.001)]
    [InlineData(3, 3.182, 0.006)]
    [InlineData(5, 2.571, 0.001)]
    [InlineData(10, 2.228, 0.001)]
    [InlineData(30, 2.042, 0.001)]
    [InlineData(120, 1.980, 0.001)]
    public void Students_t_is_that_of_the_table(int degrees, double quantile, double within) =>
        Assert.Equal(quantile, Value($"t_975({degrees})")!.Value, within);

    [Fact]
    public void The_interval_of_a_mean_is_that_of_the_textbook()
    {
        // Gosset's sleep data (Student 1908), second drug: mean 2.33, s 2.002, 95 % interval 0.898 to 3.762.
        const string sums = "10, 23.3::decimal(18, 4), 90.37::decimal(18, 4)";
        Assert.Equal(0.898, Value($"mean_low({sums})")!.Value, 0.001);
        Assert.Equal(3.762, Value($"mean_high({sums})")!.Value, 0.001);
    }

    [Fact]
    public void One_value_has_no_interval() => Assert.Null(Value("mean_low(1, 5, 25)"));

    [Theory]
    [InlineData("GTX Pro", "GTXPro")]
    [InlineData("Société Été", "SOCIETE ETE")]
    [InlineData("A & B", "A&B")]
    public void Names_meet_by_their_letters_and_digits(string one, string other) =>
        Assert.Equal(_connection.ExecuteScalar<string>("select name_key($one)", new { one }), _connection.ExecuteScalar<string>("select name_key($other)", new { other }));

    [Fact]
    public void A_name_of_signs_alone_keeps_itself() => Assert.Equal("???", _connection.ExecuteScalar<string>("select name_key('???')"));

    [Theory]
    [InlineData("Won", "won")]
    [InlineData("Closed Won", "won")]
    [InlineData("Gagnée", "won")]
    [InlineData("6 - Signé", "won")]
    [InlineData("Closed Lost", "lost")]
    [InlineData("Perdu (non signé)", "lost")]
    [InlineData("Sans suite", "lost")]
    [InlineData("Négociation", "open")]
    [InlineData("En attente de signature", "open")]
    public void Stages_of_both_languages_tell_the_outcome(string stage, string outcome)
    {
        Sql.Execute(_connection, "insert into landing.opportunities (stage) values ($1)", stage);
        Sql.Execute(_connection, "create view staging.opportunities as select * from landing.opportunities");
        var script = SqlScript.Folder("core").Single(s => s.Name == "stage_outcomes");
        Assert.Equal(outcome, _connection.ExecuteScalar<string>($"select outcome from ({script.Body})"));
    }

    public void Dispose() => _connection.Dispose();

    private double? Value(string expression) => _connection.ExecuteScalar<double?>($"select {expression}");
}
