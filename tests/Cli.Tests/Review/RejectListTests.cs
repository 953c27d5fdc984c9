using System.Data.Common;
using System.Text;
using System.Text.RegularExpressions;
using Analytics.Pipeline;
using Analytics.Review;
using Analytics.Workbooks;

namespace Analytics.Cli.Tests.Review;

/// <summary>Each reject with its place, its reason in words and its remedy, grouped by cause, in both formats.</summary>
public sealed class RejectListTests : IClassFixture<RejectListTests.Soiled>
{
    private readonly Soiled _soiled;

    public RejectListTests(Soiled soiled) => _soiled = soiled;

    public sealed class Soiled : IDisposable
    {
        private readonly CommandLine _place = new();
        private readonly WarehouseBuild _build;

        public Soiled()
        {
            _place.Write("exports/commandes.csv", string.Join('\n',
                "Client;Date de commande;Montant HT;Coût", "a;31/12/2025;10,00;1", "a;31/02/2025;10,00;1", "a;01/12/2025;=HYPERLINK(\"x\");1", "a;02/12/2025;20,00;cher", "a;03/12/2025", "a;30/02/2025;1;1", ""));
            _build = WarehouseBuild.Begin(new() { Exports = _place.At("exports"), Output = _place.At("out") });
            _build.LoadFiles();
        }

        public DbConnection Connection => _build.Connection;

        public string At(string name) => _place.At(name);

        public void Dispose()
        {
            _build.Dispose();
            _place.Dispose();
        }
    }

    [Fact]
    public void The_first_sheet_groups_by_cause_the_commonest_first()
    {
        var (title, rows) = Workbook("fr")[0];
        Assert.Equal("Causes", title);
        Assert.Equal(["Raison", "Lignes écartées", "Cellules laissées vides", "Fichiers", "Exemple", "Remède habituel"], rows[0]);
        Assert.Equal(["pas une date", 2.0, 0.0, "commandes.csv", "31/02/2025"], rows[1][..5]);
        Assert.Equal(["pas un nombre", 1.0, 1.0, "commandes.csv", "=HYPERLINK(\"x\")"], rows[2][..5]);
        Assert.Equal(["trop peu de colonnes", 1.0, 0.0], rows[3][..3]);
        Assert.All(rows.Skip(1), row => Assert.EndsWith(".", (string)row[5]!, StringComparison.Ordinal));
    }

    [Fact]
    public void The_second_names_each_one_by_file_line_heading_and_value()
    {
        var rows = Workbook("en")[1].Rows;
        Assert.Equal(["File", "Line", "Column", "Value", "Reason", "What became of it", "Usual remedy"], rows[0]);
        Assert.Equal(
            [
                "3 Date de commande 31/02/2025 not a date the whole row is left out", "4 Montant HT =HYPERLINK(\"x\") not a number the whole row is left out",
                "5 Coût cher not a number the cell is left blank, its row kept", "6  a;03/12/2025 too few columns the whole row is left out", "7 Date de commande 30/02/2025 not a date the whole row is left out",
            ],
            rows.Skip(1).Select(row => string.Join(' ', row[1..6])));
    }

    [Fact]
    public void The_text_file_holds_the_same_and_runs_nothing()
    {
        var path = _soiled.At("rejects.csv");
        RejectList.Read(_soiled.Connection, "fr").WriteCsv(path);
        var lines = File.ReadAllLines(path, Encoding.UTF8);
        Assert.Equal(6, lines.Length);
        Assert.StartsWith("commandes.csv;4;Montant HT;\"'=HYPERLINK(\"\"x\"\")\";pas un nombre;toute la ligne est écartée;", lines[2], StringComparison.Ordinal);
    }

    [Fact]
    public void A_workbook_that_cannot_hold_all_says_how_many_it_left_to_the_text_file()
    {
        var path = _soiled.At("capped.xlsx");
        var all = RejectList.Read(_soiled.Connection, "en");
        all.With(mostRows: 2).WriteWorkbook(path);
        var sheets = Workbooks.Read(path);
        Assert.Equal(3, sheets[1].Rows.Count);
        Assert.Contains("Only the first 2 of 5 rejects are here: a spreadsheet holds no more. All of them are in rejects.csv.", sheets[2].Rows.Select(row => row[0]));
        Assert.Contains("All 5 rejects are here, and in rejects.csv.", Workbook("en")[2].Rows.Select(row => row[0]));
    }

    [Fact]
    public void The_same_rejects_give_the_same_bytes_at_any_time()
    {
        var path = _soiled.At("again.xlsx");
        byte[] Write()
        {
            RejectList.Read(_soiled.Connection, "fr").WriteWorkbook(path);
            return File.ReadAllBytes(path);
        }

        var first = Write();
        Assert.Equal(first, Write());
        Assert.All(Workbooks.Dates(first), date => Assert.Equal(new DateTime(1980, 1, 1, 0, 0, 0, DateTimeKind.Unspecified), date));
    }

    [Fact]
    public void Every_reason_that_the_pipeline_gives_has_its_words_and_remedy()
    {
        var described = Exports.Rows(_soiled.Connection, "select reason from staging.reject_reasons", row => row.GetString(0)).ToHashSet(StringComparer.Ordinal);
        var sources = Directory.EnumerateFiles(Path.Combine(Repository.Root, "pipeline"), "*.*", SearchOption.AllDirectories)
            .Where(file => file.Contains("Staging", StringComparison.Ordinal) || file.EndsWith("values.sql", StringComparison.Ordinal) || file.EndsWith("DuplicateMarks.cs", StringComparison.Ordinal));
        var given = sources.SelectMany(file => Regex.Matches(File.ReadAllText(file), "['\"](?<reason>not_a_\\w+|\\w+_row|too_\\w+_columns|broken_quotes|not_utf8|line_too_long|repeated_header|missing_required)['\"]", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(10)).Select(match => match.Groups["reason"].Value)).ToHashSet(StringComparer.Ordinal);
        Assert.True(given.Count >= 14);
        Assert.Superset(given, described);
    }

    [Fact]
    public void Both_languages_say_the_same_things_and_french_keeps_its_spaces()
    {
        var (english, french) = (Language.Named("en", typeof(RejectList).Assembly).Texts, Language.Named("fr", typeof(RejectList).Assembly).Texts);
        Assert.Equal(english.Keys, french.Keys);
        var said = Exports.Rows(_soiled.Connection, "select label_fr || ' ' || remedy_fr from staging.reject_reasons", row => row.GetString(0));
        Assert.All(french.Values.Concat(said), text => Assert.DoesNotMatch("[^\u00a0\u202f][:;?!%»]|«[^\u00a0]|'", text));
    }

    private List<(string Title, List<object?[]> Rows)> Workbook(string language)
    {
        var path = _soiled.At($"{language}.xlsx");
        RejectList.Read(_soiled.Connection, language).WriteWorkbook(path);
        return Workbooks.Read(path);
    }
}
