using Analytics.Pipeline.DuckDb;
using Analytics.Pipeline.Sample;

namespace Analytics.Cli.Tests;

/// <summary>A folder that is run again with newer exports says how the older predictions turned out.</summary>
public sealed class TrackRecordTests : IDisposable
{
    private readonly CommandLine _place = new();

    [Fact]
    public void Newer_exports_judge_the_older_predictions_and_the_same_ones_again_change_nothing()
    {
        WriteOrders(150);
        Assert.Equal(0, Run("--as-of", "2025-03-31").Code);
        Assert.Equal("0", Scalar("select count(*)::varchar from marts.past_outcomes"));

        var second = Run();
        Assert.Contains("Looking back at the predictions of 2025-03-31 over 180 days", second.Text.ReplaceLineEndings(" "), StringComparison.Ordinal);
        Assert.Equal("1", Scalar("select count(*)::varchar from marts.model_card where model = 'track_record' and metric = 'auc_churn' and value > 0.5"));
        var files = Files();

        Run();
        Assert.Equal(files, Files());
    }

    [Fact]
    public void A_part_of_a_horizon_is_said_to_be_a_part()
    {
        WriteOrders(60);
        Run("--as-of", "2025-10-31");

        Assert.Contains("only 61 of their", Run().Text.ReplaceLineEndings(" "), StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_of_another_program_in_the_place_of_the_warehouse_is_no_track_record()
    {
        WriteOrders(20);
        _place.Write("out/warehouse.duckdb", "not a database");

        Assert.Equal(0, Run().Code);
    }

    public void Dispose() => _place.Dispose();

    /// <summary>The sample's accounts and orders are all that these predictions rest on.</summary>
    private void WriteOrders(int customers)
    {
        foreach (var file in SampleCompany.Write(_place.At("exports"), new() { Customers = customers }))
            if (Path.GetFileName(file) is not ("comptes.csv" or "commandes.csv")) File.Delete(file);
    }

    private (int Code, string Text) Run(params string[] options) =>
        CommandLine.Run(["run", _place.At("exports"), "--out", _place.At("out"), "--lang", "en", .. options]);

    private List<byte[]> Files() => new[] { "dashboard.html", "targets.xlsx", "targets.csv" }.Select(name => File.ReadAllBytes(_place.At(Path.Combine("out", name)))).ToList();

    private string Scalar(string sql)
    {
        using var warehouse = new DuckDBConnection($"Data Source={_place.At("out/warehouse.duckdb")};Read Only=true");
        warehouse.Open();
        using var command = warehouse.CreateCommand();
        command.CommandText = sql;
        return (string)command.ExecuteScalar()!;
    }
}
