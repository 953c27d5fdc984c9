using Dapper;

namespace Analytics.Pipeline.Tests.Mapping;

/// <summary>The mapping file: written from what was found, obeyed by the next run, checked to the line and column.</summary>
public sealed class MappingTests : IDisposable
{
    private readonly TemporaryFolder _exports = new();

    private string Path => System.IO.Path.Combine(_exports.Path, ExportMapping.FileName);

    [Fact]
    public void A_run_with_the_mapping_that_was_written_is_the_run_without_it()
    {
        _exports.Write("ventes.csv", "client;date;montant;total;note\na;03/04/2025;1,5;1,8;x\nb;05/06/2025;2,5;3;y\n");
        _exports.Write("comptes.csv", "Nom;Ville;montant;montant\na;Paris;1;2\n");
        var before = Content();
        WriteMapping();
        Assert.Empty(Check());
        Assert.Equal(before, Content());
    }

    [Fact]
    public void Names_that_try_to_be_something_else_survive_the_file()
    {
        const string file = "ven\"tes: [x], {y} #1 'é' \u202Egnp.csv";
        string[] headers = ["client", "date", "montant", "a: b", "\"quoted\" \\ back", "- x", "two\nlines", "é # \u2028", "{{x}}", "client", new string('l', 2000)];
        _exports.Write(file, string.Join(',', headers.Select(h => $"\"{h.Replace("\"", "\"\"")}\"")) + "\na,2025-01-01,1,,,,,,,b,\n");
        var before = Content();
        WriteMapping();
        Assert.Empty(Check());
        Assert.Equal(before, Content());
        Assert.DoesNotContain('\u202E', File.ReadAllText(Path));
    }

    [Fact]
    public void A_run_obeys_what_a_person_wrote()
    {
        _exports.Write("orders.csv", "customer,date,net,gross,note\na,03/04/2025,1.5,1.8,x\n");
        _exports.Write("other.csv", "customer,date,amount\na,2025-01-01,99\n");
        _exports.Write(ExportMapping.FileName, """
            files:
            - file: orders.csv
              table: orders
              dates: month_first
              columns:
              - { column: account_name, header: customer }
              - { column: ordered_at, header: date }
              - { column: amount, header: gross }
            - file: other.csv
              table: none
            """);
        using var w = new BuiltWarehouse(_exports.Path);
        Assert.Equal((1.8m, new DateTime(2025, 3, 4)), w.Connection.QuerySingle<(decimal, DateTime)>("select amount, ordered_at from core.orders"));
        Assert.Equal("left_out_by_mapping", w.Files.Single(f => f.File == "other.csv").Note);
        Assert.Equal("not_in_mapping", w.Files.Single(f => f.File == "orders.csv").Columns.Single(c => c.Header == "net").Reason);
    }

    [Theory]
    [InlineData("files:\n- file: a.csv\n  table: oders\n", "unknown_table", 3, 10, "orders")]
    [InlineData("files:\n- file: a.csv\n  tabel: orders\n", "unknown_key", 3, 3, "table")]
    [InlineData("files:\n- file: a.csv\n  table: accounts\n  columns:\n  - { column: nmae, header: x }\n", "unknown_column", 5, 15, "name")]
    [InlineData("files:\n- file: a.csv\n  table: accounts\n  columns:\n  - { column: name, header: x }\n  - { column: name, header: y }\n", "column_twice", 6, 15, null)]
    [InlineData("files:\n- file: a.csv\n  table: none\n  dates: day-first\n", "unknown_value", 4, 10, "day_first")]
    [InlineData("files: 3\n", "wrong_shape", 1, 8, null)]
    [InlineData("settings:\n  conversion_days: ninety\n", "unknown_value", 2, 20, null)]
    [InlineData("settings:\n  conversion_days: 0\n", "unknown_value", 2, 20, null)]
    [InlineData("settings:\n  conversion_days: [60]\n", "wrong_shape", 2, 20, null)]
    [InlineData("settings:\n  conversion_day: 60\n", "unknown_key", 2, 3, "conversion_days")]
    [InlineData("settings: 60\n", "wrong_shape", 1, 11, null)]
    [InlineData("settings:\n  unqualified_stages: Lead\n", "wrong_shape", 2, 23, null)]
    [InlineData("settings:\n  unqualified_stages: [[Lead]]\n", "wrong_shape", 2, 24, null)]
    [InlineData("settings:\n  unqualified_stage: [Lead]\n", "unknown_key", 2, 3, "unqualified_stages")]
    [InlineData("files:\n- file: a.csv\n  table: accounts\n  columns: []\n", "column_missing", 2, 9, null)]
    [InlineData("files: [\n", "not_yaml", 2, 1, null)]
    [InlineData("", "missing_key", 1, 1, null)]
    [InlineData("a: &a [*a, *a]\n", "not_yaml", 1, 8, null)]
    public void Each_mistake_is_named_with_its_line_its_column_and_the_nearest_right_name(string text, string code, int line, int column, string? nearest)
    {
        _exports.Write(ExportMapping.FileName, text);
        var problem = Check().First(p => p.Code == code);
        Assert.Equal((line, column, nearest), ((int)problem.Line, (int)problem.Column, problem.Nearest));
    }

    [Fact]
    public void Nested_beyond_reason_is_a_mistake_like_any_other()
    {
        _exports.Write(ExportMapping.FileName, new string('[', 100_000));
        Assert.Equal("not_yaml", Assert.Single(Check()).Code);
    }

    [Fact]
    public void A_run_refuses_a_mapping_with_a_mistake_and_says_where()
    {
        _exports.Write("orders.csv", "customer,date,amount\na,2025-01-01,1\n");
        _exports.Write(ExportMapping.FileName, "files:\n- file: orders.csv\n  table: oders\n");
        var problem = Assert.Throws<ProblemException>(() => new BuiltWarehouse(_exports.Path));
        Assert.Equal((ProblemCode.MappingInvalid, "3", "10", "orders"), (problem.Code, problem.Facts["line"], problem.Facts["column"], problem.Facts["nearest"]));
    }

    [Fact]
    public void Files_and_headers_that_are_not_there_are_named_with_the_nearest_one()
    {
        _exports.Write("orders.csv", "customer,date,amount\na,2025-01-01,1\n");
        WriteMapping();
        File.WriteAllText(Path, File.ReadAllText(Path).Replace("\"amount\"", "\"amuont\"") + "- { file: ordres.csv, table: none }\n");
        var problems = ExportMapping.Check(Path, Propose());
        Assert.Equal([("header_not_there", "amount"), ("file_not_there", "orders.csv")], problems.Select(p => (p.Code, p.Nearest!)));
    }

    [Fact]
    public void The_settings_are_written_as_they_are_to_be_freed_of_their_mark()
    {
        _exports.Write("orders.csv", "customer,date,amount\na,2025-01-01,1\n");
        WriteMapping();
        var text = File.ReadAllText(Path);
        Assert.Contains("# settings:\n#   conversion_days: 90  #", text, StringComparison.Ordinal);
        File.WriteAllText(Path, text.Replace("# settings:\n#   ", "settings:\n  ", StringComparison.Ordinal).Replace("\n#   unqualified", "\n  unqualified", StringComparison.Ordinal));
        Assert.Empty(ExportMapping.Check(Path, Propose()));
    }

    [Fact]
    public void A_folder_in_which_nothing_is_recognised_can_still_be_mapped()
    {
        _exports.Write("x.csv", "a,b,c\n1,2,3\n");
        WriteMapping();
        Assert.Contains("table: none", File.ReadAllText(Path));
        Assert.Contains("header: \"b\"", File.ReadAllText(Path));
    }

    public void Dispose() => _exports.Dispose();

    private void WriteMapping() => ExportMapping.Write(Path, Propose(), key => key);

    private IReadOnlyList<FileReport> Propose() => ExportMapping.Propose(_exports.Path, cancellation: TestContext.Current.CancellationToken);

    private IReadOnlyList<MappingProblem> Check() => ExportMapping.Check(Path);

    private List<string> Content()
    {
        using var w = new BuiltWarehouse(_exports.Path);
        return ((string[])["staging.files", "staging.columns", "staging.rejects", "core.orders", "core.accounts", "marts.kpis"])
            .SelectMany(t => w.Connection.Query<string>($"select t::varchar from {t} as t order by all")).ToList();
    }
}
