using Analytics.Dashboards;
using Analytics.Models;
using Analytics.Notebooks.Display;

namespace Analytics.Notebooks;

/// <summary>A customer's probability of leaving, or of being among the best, and what moved it.</summary>
public sealed record Explanation(string AccountId, string Name, double Probability, IReadOnlyList<Reason> Reasons) : IRenderable
{
    /// <summary>What the probability is of: "churn" or "top20".</summary>
    internal string Question { get; init; } = "churn";

    /// <summary>The probability and the reasons in a sentence each, the strongest first.</summary>
    public IReadOnlyList<string> Sentences =>
    [
        Words.Fill($"explain.{Question}.chance", ("customer", Name), ("chance", Probability.ToString("P0", Words.Culture))),
        .. Reasons.Select(r => Words.Fill($"explain.{Question}.{(r.Contribution > 0 ? "raises" : "lowers")}", ("reason", Label(r)))),
    ];

    /// <summary>What each reason adds to the log-odds.</summary>
    public Figure Chart() => Figure.Of(new ChartOptions(ChartKind.LyingBars,
        [new([.. Reasons.Select(r => (object)Label(r))], [.. Reasons.Select(r => (double?)r.Contribution)])])
    { Title = Sentences[0], YTitle = Words.Of($"explain.{Question}.logOdds"), Language = Words.Language });

    MimeBundle IRenderable.Render() => new(
        string.Join('\n', Sentences),
        $"<p><strong>{HtmlText.Encode(Sentences[0])}</strong></p><ul>{string.Concat(Sentences.Skip(1).Select(s => $"<li>{HtmlText.Encode(s)}</li>"))}</ul>");

    private static string Label(Reason reason)
    {
        var label = Words.Language == "fr" ? reason.LabelFr : reason.LabelEn;
        return reason.Value is { } value ? Words.Fill("explain.value", ("label", label), ("value", Formatter.Cell(value))) : label;
    }
}
