using System.Text.RegularExpressions;

namespace Analytics.Pipeline.Tests.Warehouse;

/// <summary>The French sentences that stand in SQL files. English puts no space before a colon, so that one tells a French text.</summary>
public partial class FrenchTextTests
{
    [GeneratedRegex(@"^-- (label|formula|excluded)_fr:.*\S( [:;?!%»]|« )", RegexOptions.Multiline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5000)]
    private static partial Regex LooseHeader();

    [GeneratedRegex("'([^'\n]|'')*'", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Literal();

    [GeneratedRegex(" [:;?!»]| %(?![a-zA-Z])|« ", RegexOptions.None, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Loose();

    [Fact]
    public void No_French_text_of_the_figures_lets_its_double_punctuation_start_a_line()
    {
        var scripts = EmbeddedText.Names("sql/").ToDictionary(name => name, EmbeddedText.Read);

        Assert.True(scripts.Count > 200);
        Assert.Empty(scripts.SelectMany(script => LooseHeader().Matches(script.Value).Concat(Literals(script.Value)).Select(match => $"{script.Key}: {match.Value}")));
    }

    private static IEnumerable<Match> Literals(string script) => script.Split('\n')
        .Where(line => !line.StartsWith("--", StringComparison.Ordinal))
        .SelectMany(line => Literal().Matches(line))
        .Where(literal => Loose().IsMatch(literal.Value));
}
