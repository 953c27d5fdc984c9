using Analytics.Models.Features;
using Analytics.Models.Lifetime;

namespace Analytics.Models.Tests;

/// <summary>Customer bases that are too small, too plain or broken: a clear sentence or a right result, never a number that is none.</summary>
public class BadPanelTests
{
    private static readonly ChurnOptions s_options = new() { Resamples = 100 };

    [Fact]
    public void Thirty_customers_are_answered_with_wide_intervals()
    {
        var (few, many) = (Churn.Assess(MadePanel.Of(30, Leaves), s_options), Churn.Assess(MadePanel.Of(1000, Leaves), s_options));

        Assert.Equal(30, few.Scores.Count);
        Assert.All(few.Scores, score => Assert.InRange(score.PChurn, 0.001, 0.999));
        Assert.True(Width(few) > 2 * Width(many));

        static double Width(ChurnReport report) => report.Card.First(row => row is { Model: "churn_recency", Metric: "auc" }) is var auc ? auc.High!.Value - auc.Low!.Value : 0;
    }

    [Fact]
    public void Columns_that_are_constant_missing_or_infinite_change_no_verdict()
    {
        var panel = MadePanel.Of(200, Leaves);
        var soiled = panel with
        {
            Features = panel.Features.With(
                ("constant", Filled(panel, _ => 7)),
                ("missing", Filled(panel, _ => double.NaN)),
                ("infinite", Filled(panel, row => row % 2 == 0 ? double.PositiveInfinity : double.NegativeInfinity)),
                ("mixed", Filled(panel, row => (row % 4) switch { 0 => double.NaN, 1 => double.PositiveInfinity, 2 => -1e308, _ => 1e308 }))),
        };
        var (clean, report) = (Churn.Assess(panel, s_options), Churn.Assess(soiled, s_options));

        Assert.StartsWith("Who will leave can be predicted", report.Notes[0].TextEn, StringComparison.Ordinal);
        Assert.All(report.Scores, score => Assert.InRange(score.PChurn, 0, 1));
        Assert.All(report.Scores.SelectMany(score => score.Reasons), reason => Assert.True(double.IsFinite(reason.Contribution)));
        Assert.Equal(Auc(clean), Auc(report), 0.02);

        static double Auc(ChurnReport report) => report.Card.First(row => row is { Model: "churn_logistic", Metric: "auc" }).Value!.Value;
    }

    [Fact]
    public void One_customer_is_refused_in_both_questions()
    {
        var panel = MadePanel.Of(1, Leaves);

        Assert.StartsWith("No churn score", Assert.Single(Churn.Assess(panel, s_options).Notes).TextEn, StringComparison.Ordinal);
        Assert.StartsWith("No potential score", Assert.Single(Potential.Assess(PotentialPanel.Of(panel, new Dictionary<(string, DateOnly), double>()), s_options).Notes).TextEn, StringComparison.Ordinal);
    }

    [Fact]
    public void Customers_at_a_loss_have_a_place_and_no_infinite_value()
    {
        // Every margin is negative but those of one customer in ten.
        var made = MadePanel.Of(100, Leaves);
        var later = made.LabelledRows().ToDictionary(row => (made.AccountIds[row], made.Cutoffs[row]), row => Margin(row));
        var histories = made.AccountIds.Select((account, row) => new KnownHistory(account, made.Cutoffs[row], new PurchaseHistory(row % 4, row % 4 * 50, 400)) { Amount = Margin(row), AmountRecent = Margin(row) });
        var report = Potential.Assess(PotentialPanel.Of(made with { Histories = histories.ToList() }, later), s_options);

        Assert.Equal(100, report.Scores.Count);
        Assert.All(report.Scores, score => Assert.True(score.PTop20 is >= 0 and <= 1 && score.ExpectedAmount is null or >= 0 && score.Clv is null or >= 0));
        // A fifth would be 20; 10 bring anything at all.
        Assert.Equal(10, report.Scores.Count(score => score.InTop20Now));

        static double Margin(int row) => row % 10 == 0 ? 100 + row % 7 : -50 - row % 13;
    }

    private static double Leaves(double recency, double tenure) => recency / 40 - tenure / 2000 - 3;

    private static double[] Filled(CustomerPanel panel, Func<int, double> value) => Enumerable.Range(0, panel.Features.Rows).Select(value).ToArray();
}
