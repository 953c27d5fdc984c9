using System.Globalization;
using Analytics.Models.Evaluation;

namespace Analytics.Models.Tests.Outcomes;

public class KnownOutcomeTests
{
    private static readonly OutcomeOptions s_quick = new() { Resamples = 100, Repeats = 1 };

    [Fact]
    public void Iranian_churn_is_told_as_well_as_by_the_best_peer()
    {
        // scikit-learn's histogram boosting on the same file without its repeated rows, 5 × 5-fold: 0.987.
        var lines = File.ReadLines(RealData.File("iranian_churn", "Customer Churn.csv")).ToList();
        var names = lines[0].Split(',')[..^1];
        var rows = lines.Skip(1).Distinct(StringComparer.Ordinal)
            .Select(line => Array.ConvertAll(line.Split(','), cell => double.Parse(cell, CultureInfo.InvariantCulture))).ToArray();
        var traits = new TraitTable([.. names.Select((name, column) => new TraitColumn(name, Array.ConvertAll(rows, row => row[column]), []))], rows.Length);

        var report = Learn(traits, [.. rows.Select(row => (bool?)(row[^1] == 1))], new() { Resamples = 100 });

        Assert.Equal(2_850, rows.Length);
        Assert.InRange(Card(report, "outcome_boosting", "auc_by_fold").Value!.Value, 0.987, 1);
        Assert.StartsWith("Who leaves can be predicted: boosted trees, AUC 0.98", report.Notes[0].TextEn, StringComparison.Ordinal);
    }

    [Fact]
    public void Chances_are_as_right_as_the_truth_allows_and_of_customers_held_out()
    {
        var made = MadeTraits.Numbers(2_000);
        var report = Learn(made.Traits, made.Left, s_quick);
        var truth = Auc(made.Truth, made.Outcomes);

        // As good as the truth is the best that can be; what had learnt its own customers by heart would be better.
        Assert.InRange(Auc([.. report.Scores.Select(score => score.Chance)], made.Outcomes), truth - 0.03, truth + 0.005);
        var error = report.Scores.Zip(made.Truth, (score, chance) => Math.Abs(score.Chance - chance)).Average();
        Assert.InRange(error, 0, 0.08);
        Assert.Equal(made.Outcomes.Average(left => left ? 1.0 : 0), report.Scores.Average(score => score.Chance), 0.02);
    }

    [Fact]
    public void Words_are_learnt_from_whatever_their_order_and_told_in_the_reasons()
    {
        var made = MadeTraits.Words(2_000);
        var report = Learn(made.Traits, made.Left, s_quick);

        for (var row = 0; row < 200; row++) Assert.Equal(made.Truth[row], report.Scores[row].Chance, 0.12);
        var likely = Enumerable.Range(0, 2_000).Where(row => made.Left[row] == false).OrderByDescending(row => report.Scores[row].Chance).Take(50).ToList();
        Assert.All(likely, row => Assert.Matches("^trade: (butcher|hotel|optician)$", report.Scores[row].Reasons[0].LabelEn));
        Assert.Contains(report.Scores, score => score.Reasons.Any(reason => reason.LabelFr == "trade\u00a0: inconnu"));
        // Those that have left are on no list: no reasons are worked out for them.
        Assert.All(Enumerable.Range(0, 2_000).Where(row => made.Left[row] == true), row => Assert.Empty(report.Scores[row].Reasons));
    }

    [Fact]
    public void Where_nothing_can_be_told_everyone_gets_the_base_rate_and_the_sentence_says_so()
    {
        var random = new SplitMix64(3);
        var traits = new TraitTable([new("a", [.. Enumerable.Range(0, 600).Select(_ => random.Uniform())], []), new("b", [.. Enumerable.Range(0, 600).Select(_ => random.Uniform())], [])], 600);
        bool?[] left = [.. Enumerable.Range(0, 600).Select(_ => (bool?)(random.Uniform() < 0.3))];

        var report = Learn(traits, left, s_quick);

        Assert.StartsWith("Nothing in these columns predicts who leaves beyond chance", report.Notes[0].TextEn, StringComparison.Ordinal);
        Assert.InRange(Card(report, "outcome_boosting", "auc").Value!.Value, 0.44, 0.56);
        Assert.All(report.Scores, score => Assert.Equal(left.Count(one => one == true) / 600.0, score.Chance, 0.01));
        Assert.All(report.Notes, note => Assert.DoesNotMatch(" [:;?!%»]|« ", note.TextFr));
    }

    [Fact]
    public void Whose_outcome_is_not_known_is_scored_and_teaches_nothing()
    {
        var made = MadeTraits.Words(1_000);
        bool?[] left = [.. made.Left.Select((one, row) => row < 200 ? null : one)];
        var strange = made.Traits with { Columns = [made.Traits.Columns[0], made.Traits.Columns[1] with { Values = [.. made.Traits.Columns[1].Values.Select((value, row) => row < 200 ? 1e9 : value)] }] };

        var (report, moved) = (Learn(made.Traits, left, s_quick), Learn(strange, left, s_quick));

        Assert.Equal(report.Card, moved.Card);
        for (var row = 0; row < 200; row++) Assert.Equal(made.Truth[row], report.Scores[row].Chance, 0.15);
    }

    [Fact]
    public void A_column_that_gives_the_outcome_away_is_left_out_and_named()
    {
        var made = MadeTraits.Numbers(600);
        var random = new SplitMix64(5);
        TraitColumn reason = new("reason of leaving", [.. made.Left.Select(left => left == true ? random.Below(3) : double.NaN)], ["price", "moved", "closed"]);
        TraitColumn ended = new("days since the end", [.. made.Left.Select(left => left == true ? random.Below(300) : double.NaN)], []);

        var report = Learn(new([.. made.Traits.Columns, reason, ended], 600), made.Left, s_quick);

        var plain = Learn(made.Traits, made.Left, s_quick);
        Assert.Equal(plain.Scores.Select(score => score.Chance), report.Scores.Select(score => score.Chance));
        Assert.Contains(report.Notes, note => note.TextEn.StartsWith("Left out, since they tell the outcome by themselves: days since the end, reason of leaving.", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(0, 300, "known to have left: 0, known to have stayed: 300;")]
    [InlineData(9, 300, "known to have left: 9, known to have stayed: 300;")]
    [InlineData(300, 9, "known to have left: 300, known to have stayed: 9;")]
    public void Too_few_of_one_kind_are_refused_in_words(int gone, int stayed, string sentence)
    {
        var rows = gone + stayed;
        var report = Learn(new([new("a", [.. Enumerable.Range(0, rows).Select(row => (double)row)], [])], rows), [.. Enumerable.Range(0, rows).Select(row => (bool?)(row < gone))], s_quick);

        Assert.Empty(report.Scores);
        Assert.Null(report.Model);
        Assert.Contains(sentence, Assert.Single(report.Notes).TextEn, StringComparison.Ordinal);
    }

    [Fact]
    public void A_table_that_describes_nobody_is_refused_in_words()
    {
        var report = Learn(new([], 100), [.. Enumerable.Range(0, 100).Select(row => (bool?)(row < 50))], s_quick);

        Assert.StartsWith("Nothing can be learnt: no column", Assert.Single(report.Notes).TextEn, StringComparison.Ordinal);
    }

    /// <summary>Constant, empty and infinite values beside a column that tells.</summary>
    [Fact]
    public void Columns_without_a_number_do_no_harm()
    {
        var made = MadeTraits.Words(400);
        var odd = Enumerable.Range(0, 400).Select(row => row % 3 == 0 ? double.PositiveInfinity : row % 3 == 1 ? double.NegativeInfinity : double.NaN).ToArray();
        double[] none = [.. Enumerable.Repeat(double.NaN, 400)], same = [.. Enumerable.Repeat(7.0, 400)];

        var report = Learn(new([.. made.Traits.Columns, new("odd", odd, []), new("none", none, []), new("same", same, [])], 400), made.Left, s_quick);

        Assert.All(report.Scores, score => Assert.InRange(score.Chance, 0, 1));
        Assert.InRange(Card(report, "outcome_boosting", "auc").Value!.Value, 0.7, 1);
    }

    [Fact]
    public void The_same_table_gives_the_same_bits_and_another_seed_others()
    {
        var made = MadeTraits.Numbers(400);
        var (one, again, other) = (Learn(made.Traits, made.Left, s_quick), Learn(made.Traits, made.Left, s_quick), Learn(made.Traits, made.Left, s_quick with { Seed = 2 }));

        Assert.Equal(one.Card, again.Card);
        Assert.Equal(one.Model!.Write(), again.Model!.Write());
        Assert.NotEqual(one.Card, other.Card);
    }

    [Fact]
    public void Every_fold_holds_the_same_share_that_left()
    {
        var outcomes = Enumerable.Range(0, 103).Select(row => row % 4 == 0).ToArray();
        var folds = Dealing.Of(outcomes, 5, 1);

        Assert.All(Enumerable.Range(0, 5), fold => Assert.InRange(Dealing.Rows(folds, one => one == fold).Count(row => outcomes[row]), 5, 6));
        Assert.All(Enumerable.Range(0, 5), fold => Assert.InRange(folds.Count(one => one == fold), 20, 21));
        Assert.NotEqual(folds, Dealing.Of(outcomes, 5, 2));
    }

    /// <summary>By hand: of the word that half hold three in four left, of the other one in four; of 16 pairs 9 are in order, 6 tie and 1 is not.</summary>
    [Fact]
    public void What_a_column_tells_alone_is_the_area_of_its_groups()
    {
        bool[] four = [true, true, true, false, true, false, false, false];
        var left = Enumerable.Range(0, 800).Select(row => four[row % 8]).ToArray();
        var telling = TellingColumns.Of(new([new("word", [.. Enumerable.Range(0, 800).Select(row => row % 8 < 4 ? 0.0 : 1)], ["a", "b"]), new("same", new double[800], [])], 800), left);

        Assert.Equal(["word", "same"], telling.Select(column => column.Name));
        Assert.Equal((9 + 6 / 2.0) / 16, telling[0].Auc, 0.01);
        Assert.Equal(0.5, telling[1].Auc, 9);
    }

    /// <summary>Twenty customers and a number of its own for each: told by their own outcomes, such groups would give them all away.</summary>
    [Theory]
    [InlineData(20)]
    [InlineData(40)]
    [InlineData(80)]
    public void Of_few_customers_no_column_is_taken_for_the_outcome_by_chance(int rows)
    {
        var random = new SplitMix64(7);
        var traits = new TraitTable([.. Enumerable.Range(0, 6).Select(at => new TraitColumn($"n{at}", [.. Enumerable.Range(0, rows).Select(_ => random.Uniform())], []))], rows);

        var report = Learn(traits, [.. Enumerable.Range(0, rows).Select(row => (bool?)(row % 2 == 0))], s_quick);

        Assert.Equal(rows, report.Scores.Count);
        Assert.DoesNotContain(report.Notes, note => note.TextEn.StartsWith("Left out", StringComparison.Ordinal));
        Assert.StartsWith("Nothing in these columns predicts", report.Notes[0].TextEn, StringComparison.Ordinal);
    }

    private static OutcomeReport Learn(TraitTable traits, bool?[] left, OutcomeOptions options) =>
        KnownOutcome.Learn(traits, left, options, cancellation: TestContext.Current.CancellationToken);

    private static double Auc(double[] chances, bool[] left) => new Ranking(chances, left).RocAuc([.. Enumerable.Repeat(1, left.Length)]);

    private static CardRow Card(OutcomeReport report, string model, string metric) => report.Card.Single(row => row.Model == model && row.Metric == metric);
}
