using System.Globalization;
using Analytics.Models.Evaluation;

namespace Analytics.Models;

/// <summary>A probability against what happened.</summary>
internal sealed record TrackedChance(Estimate Auc, double Ece, IReadOnlyList<ReliabilityBin> Bins, double Predicted, double Observed)
{
    internal static TrackedChance? Of(IReadOnlyList<PastScore> scores, Func<PastScore, double?> chance, bool[] happened)
    {
        var rows = Enumerable.Range(0, scores.Count).Where(i => chance(scores[i]) is not null).ToArray();
        if (rows.Length == 0) return null;
        var (chances, outcomes) = (Array.ConvertAll(rows, i => chance(scores[i])!.Value), Array.ConvertAll(rows, i => happened[i]));
        var bins = Reliability.Bins(chances, outcomes);
        var ranking = new Ranking(chances, outcomes);
        return new(AreaInterval.Of(new Bootstrap(200, 1).Of(rows.Length, ranking.RocAuc)[0], outcomes), Reliability.ExpectedCalibrationError(bins), bins, chances.Average(), outcomes.Average(one => one ? 1.0 : 0));
    }
}

/// <summary>The figures of an earlier run's predictions: both probabilities, and the amounts that its lists held.</summary>
internal sealed record TrackFigures(DateOnly AsOf, int HorizonDays, int ElapsedDays, int Customers, TrackedChance? Churn, TrackedChance? Top)
{
    internal bool IsOver => ElapsedDays >= HorizonDays;

    internal double? Expected { get; private init; }

    internal double Happened { get; private init; }

    /// <summary>The shares of what was brought since by the predicted top 20 %, by that of the time, and by the real one.</summary>
    internal double Predicted { get; private init; }

    internal double Then { get; private init; }

    internal double Oracle { get; private init; }

    /// <summary>How many times the usual share of real top customers the likeliest tenth holds.</summary>
    internal double Lift { get; private init; }

    internal int Named { get; private init; }

    internal int Entered { get; private init; }

    internal int Met { get; private init; }

    internal static TrackFigures Of(IReadOnlyList<PastScore> scores)
    {
        var ids = scores.Select(score => score.AccountId).ToArray();
        var amounts = scores.Select(score => score.Amount).ToArray();
        var best = TopFifth.Of(amounts, ids);
        var likely = TopFifth.Of(scores.Select(score => score.ExpectedAmount ?? score.PTop20 ?? 0).ToArray(), ids);
        var tenth = Enumerable.Range(0, ids.Length).OrderByDescending(i => scores[i].PTop20 ?? 0).ThenBy(i => ids[i], StringComparer.Ordinal).Take(ids.Length / 10).ToList();
        var all = amounts.Sum();
        return new(scores[0].AsOf, scores[0].HorizonDays, scores[0].ElapsedDays, scores.Count,
            TrackedChance.Of(scores, score => score.PChurn, scores.Select(score => !score.HasStayed).ToArray()),
            TrackedChance.Of(scores, score => score.PTop20, best))
        {
            Expected = scores.Any(score => score.ExpectedAmount is not null) ? scores.Sum(score => score.ExpectedAmount ?? 0) : null,
            Happened = all,
            Predicted = Held(likely),
            Then = Held(scores.Select(score => score.InTop20Then).ToArray()),
            Oracle = Held(best),
            Lift = (double)tenth.Count(i => best[i]) / tenth.Count / ((double)best.Count(top => top) / best.Length),
            Named = scores.Count(score => score.Future2080),
            Entered = scores.Where((score, i) => best[i] && !score.InTop20Then).Count(),
            Met = scores.Where((score, i) => best[i] && score.Future2080).Count(),
        };

        double Held(bool[] chosen) => amounts.Where((_, i) => chosen[i]).Sum() / all;
    }

    internal List<CardRow> Card()
    {
        var fold = string.Create(CultureInfo.InvariantCulture, $"since {AsOf:yyyy-MM-dd}, {ElapsedDays} of {HorizonDays} days");
        var rows = new List<CardRow> { Row("n", Customers) };
        if (Churn is not null) rows.AddRange(Chance("churn", Churn));
        if (Top is not null) rows.AddRange(Chance("top20", Top));
        rows.Add(Row("amount", Happened, IsOver ? Expected : null));
        rows.Add(Row("capture", Predicted, Then));
        rows.Add(Row("capture_oracle", Oracle));
        rows.Add(Row("lift_first_decile", Lift, 1));
        rows.Add(Row("new_top20_met", Entered == 0 ? null : (double)Met / Entered));
        return rows;

        CardRow Row(string metric, double? value, double? baseline = null) => new("track_record", metric, Known(value), null, null, Known(baseline), fold);

        IEnumerable<CardRow> Chance(string name, TrackedChance chance)
        {
            yield return new("track_record", $"auc_{name}", Known(chance.Auc.Value), Known(chance.Auc.Low), Known(chance.Auc.High), 0.5, fold);
            // Chances over a horizon say nothing yet of a part of it.
            if (!IsOver) yield break;
            yield return Row($"ece_{name}", chance.Ece);
            yield return Row($"rate_{name}", chance.Observed, chance.Predicted);
        }
    }

    private static double? Known(double? value) => value is { } known && double.IsFinite(known) ? known : null;
}
