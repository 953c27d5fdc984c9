using Analytics.Pipeline;

namespace Analytics.Cli.Tests;

public sealed class CommandTests(Demo demo) : IDisposable
{
    private readonly CommandLine _place = new();

    [Fact]
    public void The_demo_makes_a_sample_and_runs_everything_on_it()
    {
        Assert.Equal(0, demo.Code);
        Assert.Matches(@"commandes\.csv\s+│ orders\s+│ Windows-1252 ';'", demo.Text);
        Assert.Matches(@"Total .*4 │", demo.Text);
        Assert.Contains("On peut prévoir en partie qui va partir", demo.Text);
        Assert.True(new FileInfo(demo.At("dashboard.html")).Length < 3_000_000);
    }

    [Fact]
    public void The_sample_says_what_to_do_with_it()
    {
        var (code, text) = CommandLine.Run("sample", _place.At("s"), "--customers", "30", "--lang", "en");
        Assert.Equal(0, code);
        Assert.Contains($"analytics run {_place.At("s")}", text);
        Assert.Equal(16, Directory.GetFiles(_place.At("s")).Length);
    }

    [Fact]
    public void Two_samples_are_not_mixed_in_one_folder()
    {
        Assert.Equal(0, CommandLine.Run("sample", _place.At("s"), "--customers", "20", "--crm", "hubspot", "--lang", "en").Code);
        var (code, text) = CommandLine.Run("sample", _place.At("s"), "--customers", "20", "--crm", "sellsy", "--lang", "en");
        Assert.Equal(3, code);
        Assert.Contains("hubspot-crm-exports-all-companies.csv", text);
    }

    [Theory]
    [InlineData("--customers", "3")]
    [InlineData("--years", "0")]
    [InlineData("--seed", "x")]
    [InlineData("--mess", "4")]
    [InlineData("--crm", "excel")]
    public void Sizes_that_make_no_sense_are_refused(string option, string value) =>
        Assert.Equal(2, CommandLine.Run("sample", _place.At("s"), option, value).Code);

    [Theory]
    [InlineData("en", "First time?")]
    [InlineData("fr", "Première fois ?")]
    public void Help_teaches_the_first_step(string language, string sentence)
    {
        var (code, text) = CommandLine.Run("--help", "--lang", language);
        Assert.Equal(0, code);
        Assert.Contains(sentence, text);
        Assert.Contains("analytics demo", text);
    }

    [Fact]
    public void An_unknown_verb_is_a_usage_error() => Assert.Equal(2, CommandLine.Run("dmeo").Code);

    [Fact]
    public void Both_languages_say_the_same_things()
    {
        var (en, fr) = (new Texts("en"), new Texts("fr"));
        Assert.Equal(en.Keys.Order(), fr.Keys.Order());
        Assert.All(en.Keys, k => Assert.Equal(Placeholders(en[k]), Placeholders(fr[k])));
    }

    [Fact]
    public void Every_problem_has_its_sentence() =>
        Assert.All(Enum.GetNames<ProblemCode>(), code => Assert.True(new Texts("en").Has($"problem.{code}")));

    public void Dispose() => _place.Dispose();

    private static IEnumerable<string> Placeholders(string text) =>
        text.Split('{').Skip(1).Select(p => p[..p.IndexOf('}', StringComparison.Ordinal)]).Order();
}
