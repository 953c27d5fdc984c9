using Analytics.Dashboards;
using Analytics.Models;
using Analytics.Notebooks.Display;

namespace Analytics.Notebooks;

/// <summary>A customer's probability of leaving, and what moved it.</summary>
public sealed record Explanation(string AccountId, string Name, double PChurn, IReadOnlyList<Reason> Reasons) : IRenderable
{
    /// <summary>The probability and the reasons in a sentence each, the strongest first.</summary>
    public IReadOnlyList<string> Sentences =>
    [
        Words.Fill("explain.chance", ("customer", Name), ("chance", PChurn.ToString("P0", Words.Culture))),
        .. Reasons.Select(r => Words.Fill(r.Contribution > 0 ? "explain.raises" : "explain.lowers", ("reason", Label(r)))),
    ];

    /// <summary>What each reason adds to the log-odds of leaving.</summary>
    public Figure Chart() => Figure.Of(new ChartOptions(ChartKind.LyingBars,
        [new([.. Reasons.Select(r => (object)Label(r))], [.. Reasons.Select(r => (double?)r.Contribution)])])
    { Title = Sentences[0], XTitle = Words.Of("explain.logOdds"), Language = Words.Language });

    MimeBundle IRenderable.Render() => new(
        string.Join('\n', Sentences),
        $"<p><strong>{HtmlText.Encode(Sentences[0])}</strong></p><ul>{string.Concat(Sentences.Skip(1).Select(s => $"<li>{HtmlText.Encode(s)}</li>"))}</ul>");

    private static string Label(Reason reason)
    {
        var label = Words.Language == "fr" ? reason.LabelFr : reason.LabelEn;
        return reason.Value is { } value ? Words.Fill("explain.value", ("label", label), ("value", Formatter.Cell(value))) : label;
    }
}
