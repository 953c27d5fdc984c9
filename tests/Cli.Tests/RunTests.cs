namespace Analytics.Cli.Tests;

public sealed class RunTests : IDisposable
{
    private const string Orders = "customer,date,amount\nalpha,2025-01-01,10\nbeta,2025-02-01,20\n";
    private readonly CommandLine _place = new();

    [Fact]
    public void A_run_says_what_became_of_each_file_and_where_to_look()
    {
        _place.Write("exports/orders.csv", Orders);
        _place.Write("exports/notes.txt", "nothing to see\n");
        var (code, text) = Run("--lang", "en");
        Assert.Equal(0, code);
        Assert.Matches(@"orders\.csv\s+│ orders\s+│ UTF-8 ','\s+│\s+2 │\s+2 │\s+0", text);
        Assert.Matches(@"notes\.txt\s+│ –\s+│ left out: no columns found", text);
        Assert.Contains(_place.At(Path.Combine("out", "dashboard.html")), text);
        Assert.True(File.Exists(_place.At(Path.Combine("out", "dashboard.html"))));
        Assert.True(File.Exists(_place.At(Path.Combine("out", "warehouse.duckdb"))));
    }

    [Fact]
    public void The_same_exports_give_the_same_page_to_the_byte()
    {
        _place.Write("exports/orders.csv", Orders);
        Run();
        string[] files = ["out/dashboard.html", "out/targets.xlsx", "out/targets.csv", "out/rejects.xlsx", "out/rejects.csv", "out/duplicates.xlsx"];
        var first = files.Select(file => File.ReadAllBytes(_place.At(file))).ToList();
        Run();
        Assert.Equal(first, files.Select(file => File.ReadAllBytes(_place.At(file))));
    }

    [Theory]
    [InlineData("en", "Not written: ", "above the 1 MB of --largest-page")]
    [InlineData("fr", "Pas écrite : ", "plus que les 1 Mo de --largest-page")]
    public void A_page_too_large_to_open_is_not_written_and_says_what_is_smaller(string language, string sentence, string most)
    {
        _place.Write("exports/orders.csv", "customer,owner,date,amount\nalpha,Ann,2025-01-01,10\nbeta,Bob,2025-02-01,20\n");
        Run();
        Assert.True(File.Exists(_place.At("out/dashboard.html")));
        var (code, text) = Run("--lang", language, "--largest-page", "1", "--per-owner");
        var said = text.ReplaceLineEndings("");
        Assert.Equal(0, code);
        Assert.Contains(sentence + _place.At(Path.Combine("out", "dashboard.html")), said);
        Assert.Contains(_place.At(Path.Combine("out", "owners", "ann.html")), said);
        Assert.Contains(most, said);
        Assert.Contains("--per-owner", said);
        // The last run's page would show its figures beside the new warehouse.
        Assert.False(File.Exists(_place.At("out/dashboard.html")));
        Assert.True(File.Exists(_place.At("out/warehouse.duckdb")));
    }

    [Theory]
    [InlineData("0")]
    [InlineData("1001")]
    [InlineData("large")]
    public void A_largest_page_is_a_number_of_megabytes(string value) => Assert.NotEqual(0, Run("--largest-page", value).Code);

    [Fact]
    public void Few_orders_are_measured_and_the_churn_model_says_what_it_lacks()
    {
        _place.Write("exports/orders.csv", Orders);
        Assert.Contains("No churn score", Run("--lang", "en").Text);
        Assert.Contains("Pas de score d’attrition", Run("--lang", "fr").Text);
    }

    [Fact]
    public void A_missing_column_is_named_by_what_was_expected()
    {
        _place.Write("exports/orders.csv", "customer,amount\nalpha,10\n");
        var (code, text) = Run("--lang", "en");
        Assert.Equal(3, code);
        Assert.Contains("orders.csv", text);
        Assert.Contains("customer, date, amount", text);
    }

    [Theory]
    [InlineData("en", "does not exist")]
    [InlineData("fr", "n’existe pas")]
    public void A_missing_folder_is_named_with_the_remedy(string language, string sentence)
    {
        var (code, text) = CommandLine.Run("run", _place.At("nowhere"), "--lang", language);
        Assert.Equal(3, code);
        Assert.Contains(_place.At("nowhere"), text.ReplaceLineEndings(""));
        Assert.Contains(sentence, text.ReplaceLineEndings(" "));
    }

    [Fact]
    public void A_failed_run_leaves_the_last_good_results_as_they_were()
    {
        _place.Write("exports/orders.csv", Orders);
        Run();
        var before = File.ReadAllBytes(_place.At("out/warehouse.duckdb"));
        _place.Write("exports/orders.csv", "a,b\n1,2\n");
        Assert.Equal(3, Run().Code);
        Assert.Equal(before, File.ReadAllBytes(_place.At("out/warehouse.duckdb")));
        Assert.Equal(["dashboard.html", "duplicates.xlsx", "landing", "rejects.csv", "rejects.xlsx", "tables", "targets.csv", "targets.xlsx", "warehouse.duckdb"], Directory.EnumerateFileSystemEntries(_place.At("out")).Select(Path.GetFileName).Order());
    }

    [Fact]
    public void A_second_run_at_the_same_time_is_refused()
    {
        _place.Write("exports/orders.csv", Orders);
        using var first = Pipeline.WarehouseBuild.Begin(new() { Exports = _place.At("exports"), Output = _place.At("out") });
        var (code, text) = Run("--lang", "en");
        Assert.Equal(4, code);
        Assert.Contains("another run is writing", text);
    }

    [Fact]
    public void The_as_of_date_is_read_in_both_spellings_and_refused_in_words()
    {
        _place.Write("exports/orders.csv", Orders);
        Assert.Equal(0, Run("--as-of", "2025-01-15").Code);
        Assert.Equal(0, Run("--as-of", "15/01/2025").Code);
        var (code, text) = Run("--as-of", "yesterday", "--lang", "en");
        Assert.Equal(2, code);
        Assert.Contains("'yesterday' is not a date", text);
        Assert.Equal(3, Run("--as-of", "1999-01-01").Code);
    }

    public void Dispose() => _place.Dispose();

    private (int Code, string Text) Run(params string[] options) =>
        CommandLine.Run(["run", _place.At("exports"), "--out", _place.At("out"), .. options]);
}
