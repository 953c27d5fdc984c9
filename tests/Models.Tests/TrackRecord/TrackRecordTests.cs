namespace Analytics.Models.Tests.Track;

public class TrackRecordTests
{
    private static readonly DateOnly s_then = new(2025, 1, 1);

    [Fact]
    public void Chances_and_amounts_are_compared_with_what_happened()
    {
        // Ten customers; the two dearest since are a and b. a was expected to be, b was not; c was in the top 20 % then, as was a.
        List<PastScore> scores =
        [
            Score("a", ordered: true, amount: 60, churn: 0.1, top: 0.9, expected: 50) with { InTop20Then = true },
            Score("b", ordered: true, amount: 20, churn: 0.2, top: 0.3, expected: 10) with { Future2080 = true },
            Score("c", ordered: true, amount: 15, churn: 0.3, top: 0.6, expected: 40) with { InTop20Then = true },
            Score("d", ordered: true, amount: 5, churn: 0.6, top: 0.1, expected: 5) with { Future2080 = true },
            .. Enumerable.Range(0, 6).Select(i => Score($"e{i}", ordered: false, amount: 0, churn: 0.5, top: 0.02, expected: 1)),
        ];
        var report = TrackRecord.Compare(scores);

        // Of 6 × 4 pairs, the silent one was given more in all but the six against d: 18 of 24.
        Assert.Equal(0.75, report.Value("auc_churn"));
        Assert.Equal(0.6, report.Value("rate_churn"));
        Assert.Equal(0.75, report.Value("capture"));
        Assert.Equal(0.8, report.Value("capture_oracle"));
        Assert.Equal(0.75, report.Card.Single(row => row.Metric == "capture").Baseline);
        // The likeliest tenth is a, a real top customer; of all, two in ten are.
        Assert.Equal(5, report.Value("lift_first_decile")!.Value, 9);
        Assert.Equal(1, report.Value("new_top20_met"));
        Assert.Equal((100, 111), (report.Value("amount"), report.Card.Single(row => row.Metric == "amount").Baseline));
        Assert.All(report.Notes, note => Assert.DoesNotMatch(" [:;?!%»]|« |'", note.TextFr));
    }

    [Fact]
    public void Of_a_horizon_that_is_not_over_only_the_order_is_judged()
    {
        var scores = Enumerable.Range(0, 50).Select(i => Score($"c{i:00}", ordered: i % 2 == 0, amount: i, churn: i % 2 == 0 ? 0.2 : 0.7, top: 0.2, expected: 1) with { ElapsedDays = 90 }).ToList();
        var report = TrackRecord.Compare(scores);

        Assert.Equal(1, report.Value("auc_churn"));
        Assert.Null(report.Value("ece_churn"));
        Assert.Contains("only 90 of their 270 days have passed", Assert.Single(report.Notes).TextEn, StringComparison.Ordinal);
    }

    [Fact]
    public void Predictions_no_better_than_chance_are_said_not_to_be_followed()
    {
        var scores = Enumerable.Range(0, 200).Select(i => Score($"c{i:000}", ordered: i % 2 == 0, amount: 1, churn: (i * 7919 % 200) / 200.0, top: 0.2, expected: 1)).ToList();

        Assert.Contains("do not follow them", TrackRecord.Compare(scores).Notes[0].TextEn, StringComparison.Ordinal);
    }

    private static PastScore Score(string id, bool ordered, double amount, double churn, double top, double expected) =>
        new(id, s_then, 270, 270, ordered, amount) { PChurn = churn, PTop20 = top, ExpectedAmount = expected };
}
