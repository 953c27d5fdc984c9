namespace Analytics.Models.Tests;

public class ChurnTests
{
    private static readonly ChurnOptions s_options = new() { Resamples = 200 };

    [Fact]
    public void What_can_be_predicted_is_found_and_scored()
    {
        var report = Churn.Assess(MadePanel.Of(600, (recency, tenure) => recency / 50 - tenure / 500 - 1.5), s_options);

        Assert.Equal(600, report.Scores.Count);
        Assert.All(report.Scores, score => Assert.Equal("churn_logistic", score.Model));
        var auc = report.Card.Single(row => row is { Model: "churn_logistic", Metric: "auc" });
        Assert.True(auc.Low > 0.7 && auc.Low < auc.Value && auc.Value < auc.High && auc.Baseline == 0.5);
        Assert.StartsWith("Who will leave can be predicted in part", report.Notes[0].TextEn, StringComparison.Ordinal);
        Assert.StartsWith("On peut prévoir en partie qui va partir", report.Notes[0].TextFr, StringComparison.Ordinal);
    }

    [Fact]
    public void Probabilities_are_those_that_made_the_data()
    {
        static double Truth(double recency, double tenure) => recency / 50 - 3 + 0 * tenure;
        var panel = MadePanel.Of(2000, Truth);
        var report = Churn.Assess(panel, s_options);

        var rows = panel.AsOfRows();
        var errors = report.Scores.Select((score, i) => Math.Abs(score.PChurn - Models.Logistic.Sigmoid.Of(Truth(panel.Features.Columns[0][rows[i]], 0))));
        Assert.InRange(errors.Average(), 0, 0.03);
        Assert.InRange(report.Card.First(row => row.Metric is "ece" && row.Model is not "churn_base_rate").Value!.Value, 0, 0.04);
    }

    [Fact]
    public void Where_nothing_can_be_predicted_everyone_gets_the_base_rate_and_the_note_says_so()
    {
        var report = Churn.Assess(MadePanel.Of(400, (_, _) => -1), s_options);

        Assert.Single(report.Scores.Select(score => score.PChurn).Distinct());
        Assert.All(report.Scores, score => Assert.Equal(("churn_base_rate", 0), (score.Model, score.Reasons.Count)));
        Assert.StartsWith("Nothing in these data predicts who will leave", report.Notes[0].TextEn, StringComparison.Ordinal);
        Assert.StartsWith("Rien dans ces données ne permet de prévoir", report.Notes[0].TextFr, StringComparison.Ordinal);
    }

    [Fact]
    public void Reasons_name_what_made_the_customer_leave()
    {
        var report = Churn.Assess(MadePanel.Of(600, (recency, tenure) => recency / 25 - tenure / 2000 - 5), s_options);
        var worst = report.Scores.MaxBy(score => score.PChurn)!;

        Assert.Equal(("recency", "jours depuis la dernière commande"), (worst.Reasons[0].Feature, worst.Reasons[0].LabelFr));
        Assert.True(worst.Reasons[0] is { Contribution: > 0, Value: > 150 });
    }

    [Fact]
    public void The_same_panel_gives_the_same_report()
    {
        var panel = MadePanel.Of(100, (recency, _) => recency / 50 - 3);
        var (one, other) = (Churn.Assess(panel, s_options), Churn.Assess(panel, s_options));

        Assert.Equal(one.Card, other.Card);
        Assert.Equal(one.Notes, other.Notes);
        Assert.Equal(one.Scores.Select(score => score.PChurn), other.Scores.Select(score => score.PChurn));
    }

    [Fact]
    public void Training_sees_no_outcome_that_was_unknown_at_the_test_cutoff()
    {
        var panel = MadePanel.Of(50, (_, _) => 0, cutoffs: 6);
        var split = Models.Evaluation.TimeSplit.Of(panel with { HorizonDays = 181, LearntDays = 181 })!;

        Assert.Equal(MadePanel.AsOf.AddDays(-180), split.TestCutoff);
        Assert.All(split.TrainRows, row => Assert.True(panel.Cutoffs[row].AddDays(181) <= split.TestCutoff));
        Assert.Equal(3, split.TrainCutoffs.Count);
    }

    [Fact]
    public void A_later_outcome_moves_no_figure_of_the_test()
    {
        var panel = MadePanel.Of(200, (recency, _) => recency / 50 - 3) with { HorizonDays = 200, LearntDays = 200 };
        var altered = panel with { Churned = panel.Churned.Select((left, row) => panel.Cutoffs[row] == MadePanel.AsOf.AddDays(-360) ? !left : left).ToList() };

        var (before, after) = (Churn.Assess(panel, s_options), Churn.Assess(altered, s_options));

        Assert.Equal(before.Card.Where(row => row.Fold is not "final"), after.Card.Where(row => row.Fold is not "final"));
    }

    [Theory]
    [InlineData(-9, "customers that left", "partis")]
    [InlineData(9, "that stayed", "restés")]
    public void Too_few_of_one_kind_is_refused_by_name(double logOdds, string english, string french)
    {
        var report = Churn.Assess(MadePanel.Of(40, (_, _) => logOdds), s_options);

        Assert.Empty(report.Scores);
        Assert.Empty(report.Card);
        var note = Assert.Single(report.Notes);
        Assert.Contains(english, note.TextEn, StringComparison.Ordinal);
        Assert.Contains(french, note.TextFr, StringComparison.Ordinal);
    }

    [Fact]
    public void A_single_labelled_cutoff_is_refused_with_the_date_that_would_do()
    {
        var note = Assert.Single(Churn.Assess(MadePanel.Of(100, (_, _) => 0, cutoffs: 2), s_options).Notes);

        Assert.Equal(
            "No churn score: outcomes are known for 2026-01-01, but for no date 180 days or more before it, so nothing can be trained and then tested. Missing: orders from 2025-01-06 on.",
            note.TextEn);
        Assert.Contains("les commandes depuis le 06/01/2025", note.TextFr, StringComparison.Ordinal);
    }

    [Fact]
    public void No_labelled_cutoff_is_refused()
    {
        var report = Churn.Assess(MadePanel.Of(100, (_, _) => 0, cutoffs: 1), s_options);

        Assert.Empty(report.Scores);
        Assert.Contains("no past date has customers whose next 180 days are known", report.Notes[0].TextEn, StringComparison.Ordinal);
    }

    [Fact]
    public void An_as_of_date_without_active_customers_scores_nobody_and_says_so()
    {
        var report = Churn.Assess(MadePanel.Of(200, (recency, _) => recency / 50 - 3) with { AsOf = new DateOnly(2027, 1, 1) }, s_options);

        Assert.Empty(report.Scores);
        Assert.NotEmpty(report.Card);
        Assert.StartsWith("No customer is active on 2027-01-01", report.Notes[^1].TextEn, StringComparison.Ordinal);
    }

    [Fact]
    public void Features_that_say_nothing_at_all_leave_the_base_rate()
    {
        var panel = MadePanel.Of(100, (_, _) => 0);
        var report = Churn.Assess(panel with { Features = panel.Features.Only() }, s_options);

        Assert.All(report.Scores, score => Assert.Equal("churn_base_rate", score.Model));
    }

    [Fact]
    public void A_test_fold_of_one_class_has_no_auc_but_has_losses()
    {
        var panel = MadePanel.Of(100, (_, _) => 0, cutoffs: 3);
        var kept = panel with { Churned = panel.Churned.Select((left, row) => panel.Cutoffs[row] == MadePanel.AsOf.AddDays(-180) ? false : left).ToList() };

        var card = Churn.Assess(kept, s_options).Card;

        Assert.Null(card.First(row => row.Metric is "auc").Value);
        Assert.NotNull(card.First(row => row.Metric is "log_loss").Value);
    }
}
