using System.Globalization;
using System.Text;

namespace Analytics.Cli.Tests;

public sealed class LearnTests : IDisposable
{
    private readonly CommandLine _place = new();

    /// <summary>400 subscribers, as a French program writes them; four in five of those without engagement leave, one in ten of the others. One has no outcome, one a name that a spreadsheet would run.</summary>
    private string Subscribers()
    {
        var text = new StringBuilder("Client;Formule;Engagement;Panier moyen;Résilié\n");
        for (var row = 1; row <= 400; row++)
        {
            var bound = row % 2 == 0;
            var gone = bound ? row % 20 == 0 : row % 5 != 0;
            var name = row == 1 ? "=1+1" : $"Dupont {row}";
            var basket = (10 + row % 17 / 2m).ToString("0.00", CultureInfo.GetCultureInfo("fr-FR"));
            text.Append(CultureInfo.InvariantCulture, $"{name};{(row % 3 == 0 ? "Été" : "Hiver")};{(bound ? "24 mois" : "sans")};{basket};{(row == 399 ? "" : gone && row != 1 ? "oui" : "non")}\n");
        }
        var path = _place.At("abonnés.csv");
        File.WriteAllText(path, text.ToString(), Encoding.Latin1);
        return path;
    }

    [Fact]
    public void A_table_of_customers_becomes_a_list_a_model_and_how_far_to_believe_them()
    {
        var (code, text) = CommandLine.Run("learn", Subscribers(), "--out", _place.At("out"), "--lang", "fr");

        Assert.Equal(0, code);
        Assert.Contains("400 lignes lues = 400 gardées + 0 rejetées", text, StringComparison.Ordinal);
        Assert.Contains("Résilié dit qui est parti (oui)", text, StringComparison.Ordinal);
        Assert.Contains("Non comparé, une valeur propre à chaque client\u00a0: Client", text, StringComparison.Ordinal);
        Assert.Contains("On peut prévoir qui part", text, StringComparison.Ordinal);
        var lines = File.ReadAllLines(_place.At("out/leavers.csv"));
        Assert.Equal("Rang;Client;Probabilité de partir;Pourquoi", lines[0]);
        Assert.Contains(lines, line => line.Contains("Dupont 399;", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.Contains(";'=1+1;", StringComparison.Ordinal));
        // Who has left is not on the list; those without engagement come first, and for that reason.
        Assert.DoesNotContain(lines, line => line.Contains("Dupont 3;", StringComparison.Ordinal));
        Assert.All(lines.Skip(1).Take(20), line => Assert.Contains("Engagement\u00a0: sans", line, StringComparison.Ordinal));
        Assert.True(new FileInfo(_place.At("out/leavers.xlsx")).Length > 1_000);
    }

    [Fact]
    public void The_model_scores_other_customers_and_names_the_columns_that_they_lack()
    {
        CommandLine.Run("learn", Subscribers(), "--out", _place.At("out"), "--lang", "en");
        var others = _place.Write("others.csv", "Formule;Engagement;Panier moyen;Client\nÉté;sans;11,00;Neuf 1\nÉté;24 mois;11,00;Neuf 2\nNeige;24 mois;;Neuf 3\n");

        var (code, text) = CommandLine.Run("score", others, "--model", _place.At("out/model.json"), "--out", _place.At("scored"), "--lang", "en");

        Assert.Equal(0, code);
        Assert.Contains("3 customers scored", text, StringComparison.Ordinal);
        var lines = File.ReadAllLines(_place.At("scored/leavers.csv"));
        Assert.StartsWith("1,Neuf 1,", lines[1], StringComparison.Ordinal);
        Assert.Equal(0.8, double.Parse(lines[1].Split(',')[2], CultureInfo.InvariantCulture), 0.1);
        Assert.All(lines[2..], line => Assert.Equal(0.1, double.Parse(line.Split(',')[2], CultureInfo.InvariantCulture), 0.08));

        var (refused, sentence) = CommandLine.Run("score", _place.Write("short.csv", "Formule;Client\nÉté;Neuf 1\n"), "--model", _place.At("out/model.json"), "--out", _place.At("scored"), "--lang", "fr");
        Assert.Equal(3, refused);
        Assert.Contains("manquent maintenant\u00a0: Engagement, Panier moyen", sentence.ReplaceLineEndings(" "), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("customer,size\na,1\nb,2\n", "no column of table.csv says who left. Found: customer, size.")]
    [InlineData("customer,churn\na,yes\nb,no\n", "known to have left: 1, known to have stayed: 1;")]
    [InlineData("", "holds no table (left out: empty)")]
    public void What_cannot_be_learnt_from_is_refused_with_the_remedy(string table, string sentence)
    {
        var (code, text) = CommandLine.Run("learn", _place.Write("table.csv", table), "--out", _place.At("out"), "--lang", "en");

        Assert.Equal(3, code);
        Assert.Contains(sentence, text.ReplaceLineEndings(" "), StringComparison.Ordinal);
        Assert.False(Directory.Exists(_place.At("out")));
    }

    [Fact]
    public void A_run_on_such_a_table_says_which_command_reads_it()
    {
        Subscribers();

        var (code, text) = CommandLine.Run("run", _place.Folder, "--out", _place.At("out"), "--lang", "en");

        Assert.Equal(3, code);
        Assert.Contains("analytics learn", text.ReplaceLineEndings(" "), StringComparison.Ordinal);
        Assert.Contains("abonnés.csv", text, StringComparison.Ordinal);
    }

    [Fact]
    public void An_output_that_cannot_be_written_is_told_with_its_own_code()
    {
        var (code, text) = CommandLine.Run("learn", Subscribers(), "--out", Path.Combine(_place.Write("a-file", "x"), "out"), "--lang", "en");

        Assert.Equal(4, code);
        Assert.Contains("cannot be written", text, StringComparison.Ordinal);
    }

    public void Dispose() => _place.Dispose();
}
