using Analytics.Dashboards;
using Analytics.Models;
using Analytics.Notebooks.Display;

namespace Analytics.Notebooks;

/// <summary>How each contender did on periods that it had not seen, in figures and in sentences.</summary>
public sealed class Backtest : IRenderable
{
    private readonly IReadOnlyList<CardRow> _card;
    private readonly IReadOnlyList<ModelNote> _notes;

    internal Backtest(IReadOnlyList<CardRow> card, IReadOnlyList<ModelNote> notes) => (_card, _notes) = (card, notes);

    /// <summary>What was found, in the notebook's language.</summary>
    public IReadOnlyList<string> Notes => [.. _notes.OrderBy(n => n.Position).Select(n => Words.Language == "fr" ? n.TextFr : n.TextEn)];

    /// <summary>Every figure of the model card: model, metric, value, interval, baseline, fold.</summary>
    public Table Card => Table.Of(_card);

    /// <summary>One row for each contender, the lowest log loss first.</summary>
    public Table Contenders => Table.Of(_card.Where(r => r.Metric == "log_loss").OrderBy(r => r.Value).Select(r => new
    {
        r.Model,
        Auc = Value(r.Model, "auc"),
        LogLoss = r.Value,
        Gain = Value(r.Model, "log_loss_gain"),
        GainLow = Metric(r.Model, "log_loss_gain")?.Low,
        GainHigh = Metric(r.Model, "log_loss_gain")?.High,
    }));

    /// <summary>One figure of the best contender that has it, such as "capture"; null where there is none.</summary>
    public double? Figure(string metric) => _card.FirstOrDefault(r => r.Metric == metric)?.Value;

    /// <summary>Predicted against observed: on the diagonal, probabilities mean what they say.</summary>
    public Figure Reliability()
    {
        var best = _card.Where(r => r.Metric == "log_loss").MinBy(r => r.Value)?.Model;
        var bins = _card.Where(r => r.Model == best && r.Metric.StartsWith("reliability_", StringComparison.Ordinal)).ToList();
        if (bins.Count == 0) throw new CellException(Words.Of("backtest.noBins"));
        double[] ends = [0, bins.Max(b => Math.Max(b.High ?? 0, b.Baseline ?? 0))];
        return Notebooks.Figure.Of(new ChartOptions(ChartKind.Line,
        [
            new([.. bins.Select(b => (object)b.Baseline!.Value)], [.. bins.Select(b => b.Value)]) { Name = best, Low = [.. bins.Select(b => b.Low)], High = [.. bins.Select(b => b.High)] },
            new([.. ends.Select(e => (object)e)], [.. ends.Select(e => (double?)e)]) { Name = Words.Of("backtest.perfect") },
        ])
        { Title = Words.Of("backtest.reliability"), XTitle = Words.Of("backtest.predicted"), YTitle = Words.Of("backtest.observed"), Format = ".0%", Language = Words.Language });
    }

    MimeBundle IRenderable.Render() => _card.Count == 0
        ? new(string.Join('\n', Notes), Sentences())
        : new($"{string.Join('\n', Notes)}\n{TableText.Of(Contenders)}", Sentences() + TableHtml.Of(Contenders));

    private string Sentences() => $"<ul>{string.Concat(Notes.Select(n => $"<li>{HtmlText.Encode(n)}</li>"))}</ul>";

    private CardRow? Metric(string model, string metric) => _card.FirstOrDefault(r => r.Model == model && r.Metric == metric);

    private double? Value(string model, string metric) => Metric(model, metric)?.Value;
}
