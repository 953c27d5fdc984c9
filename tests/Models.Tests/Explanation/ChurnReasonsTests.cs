using Analytics.Models.Explanation;
using Analytics.Models.Features;

namespace Analytics.Models.Tests.Explanation;

public class ChurnReasonsTests
{
    private static readonly FeatureTable s_features = new(["recency", "usual_gap", "overdue", "basket"], [[230, 40], [6, double.NaN], [38, double.NaN], [120.456, 9]], 2);
    private static readonly Question s_leaving = Question.Churn("recency");
    private static readonly CustomerPanel s_panel = new(new(2026, 6, 30), 180, ["a", "b"], [], [], s_features);

    [Fact]
    public void Silence_against_its_rhythm_is_one_reason_in_words()
    {
        var reasons = ChurnReasons.Of(s_panel, s_features, 0, [1, -0.25, 0.5, -2], s_leaving, 4);

        Assert.Equal(["basket", "overdue"], reasons.Select(reason => reason.Feature));
        Assert.Equal((-2, 120.46), (reasons[0].Contribution, reasons[0].Value));
        Assert.Equal((1.25, null), (reasons[1].Contribution, reasons[1].Value));
        Assert.Equal("silent for 230 days, its usual gap is 6", reasons[1].LabelEn);
        Assert.Equal("silence de 230 jours, rythme habituel de 6", reasons[1].LabelFr);
    }

    [Fact]
    public void A_single_order_has_no_rhythm()
    {
        var reason = Assert.Single(ChurnReasons.Of(s_panel, s_features, 1, [1, 0, 0, 0.5], s_leaving, 1));

        Assert.Equal(("40 days since its only order", "40 jours depuis sa seule commande"), (reason.LabelEn, reason.LabelFr));
    }

    [Fact]
    public void An_order_of_the_last_day_is_no_silence()
    {
        FeatureTable features = new(["recency", "usual_gap"], [[0], [3]], 1);

        Assert.Equal("a commandé le tout dernier jour", Assert.Single(ChurnReasons.Of(s_panel with { Features = features }, features, 0, [-0.4, 0], s_leaving, 4)).LabelFr);
    }

    /// <summary>Silent for 31 days of a usual gap of 270: that speaks for staying, so what made it likelier to leave is said instead, that it orders rarely.</summary>
    [Fact]
    public void A_silence_within_the_rhythm_is_no_reason_for_leaving()
    {
        FeatureTable features = new(["recency", "usual_gap", "overdue"], [[31], [270], [0.11]], 1);
        var panel = s_panel with { Features = features, Labels = new Dictionary<string, FeatureLabel>(StringComparer.Ordinal) { ["usual_gap"] = new("usual days between orders", "jours habituels entre deux commandes") } };

        var rare = Assert.Single(ChurnReasons.Of(panel, features, 0, [0.1, 0.9, -0.3], s_leaving, 4));
        Assert.Equal(("usual_gap", 270, 0.7, "usual days between orders"), (rare.Feature, rare.Value, Math.Round(rare.Contribution, 9), rare.LabelEn));
        // What only ratios of the silence made likelier has no words that would not mislead.
        Assert.Empty(ChurnReasons.Of(panel, features, 0, [-0.1, 0, 0.9], s_leaving, 4));
        // The same silence is a reason for staying, and for the top fifth.
        Assert.Equal("silent for 31 days, its usual gap is 270", Assert.Single(ChurnReasons.Of(panel, features, 0, [0.1, -0.9, -0.3], s_leaving, 4)).LabelEn);
        Assert.Equal("silent for 31 days, its usual gap is 270", Assert.Single(ChurnReasons.Of(panel, features, 0, [0.1, 0.9, -0.3], Question.Potential, 4)).LabelEn);
    }

    [Fact]
    public void Complaints_are_one_reason_told_by_what_weighs_most()
    {
        FeatureTable features = new(["complaints", "complaints_recent", "tenure"], [[3], [1], [400]], 1);

        var reasons = ChurnReasons.Of(s_panel with { Features = features }, features, 0, [0.3, 0.5, 0.4], s_leaving, 4);
        Assert.Equal([("complaints_recent", 1.0, 0.8), ("tenure", 400, 0.4)], reasons.Select(reason => (reason.Feature, reason.Value!.Value, reason.Contribution)));
    }

    [Fact]
    public void What_is_not_known_of_a_customer_is_said_in_words()
    {
        FeatureTable features = new(["reached_share", "employees"], [[double.NaN], [double.NaN]], 1);
        var panel = s_panel with { Features = features, Labels = new Dictionary<string, FeatureLabel>(StringComparer.Ordinal) { ["reached_share"] = new("share of calls answered", "part d’appels aboutis", "no call on record", "aucun appel noté"), ["employees"] = new("employees", "salariés") } };

        Assert.Equal([("no call on record", "aucun appel noté"), ("employees: not known", "salariés\u00a0: non connu")],
            ChurnReasons.Of(panel, features, 0, [1, 0.5], s_leaving, 4).Select(reason => (reason.LabelEn, reason.LabelFr)));
    }

    [Fact]
    public void A_rhythm_of_weeks_is_said_in_whole_days()
    {
        FeatureTable features = new(["recency", "usual_gap"], [[79, 20], [51.5, 8.5]], 2);
        string Said(int row) => Assert.Single(ChurnReasons.Of(s_panel with { Features = features }, features, row, [0.4, 0.1], s_leaving, 4)).LabelFr;

        Assert.Equal(("silence de 79 jours, rythme habituel de 52", "silence de 20 jours, rythme habituel de 8,5"), (Said(0), Said(1)));
    }
}
