using Analytics.Models.Explanation;
using Analytics.Models.Features;

namespace Analytics.Models.Tests.Explanation;

public class ChurnReasonsTests
{
    private static readonly FeatureTable s_features = new(["recency", "usual_gap", "overdue", "basket"], [[230, 40], [6, double.NaN], [38, double.NaN], [120.456, 9]], 2);
    private static readonly CustomerPanel s_panel = new(new(2026, 6, 30), 180, ["a", "b"], [], [], s_features);

    [Fact]
    public void Silence_against_its_rhythm_is_one_reason_in_words()
    {
        var reasons = ChurnReasons.Of(s_panel, s_features, 0, [1, -0.25, 0.5, -2], 4);

        Assert.Equal(["basket", "overdue"], reasons.Select(reason => reason.Feature));
        Assert.Equal((-2, 120.46), (reasons[0].Contribution, reasons[0].Value));
        Assert.Equal((1.25, null), (reasons[1].Contribution, reasons[1].Value));
        Assert.Equal("silent for 230 days, its usual gap is 6", reasons[1].LabelEn);
        Assert.Equal("silence de 230 jours, rythme habituel de 6", reasons[1].LabelFr);
    }

    [Fact]
    public void A_single_order_has_no_rhythm()
    {
        var reason = Assert.Single(ChurnReasons.Of(s_panel, s_features, 1, [1, 0, 0, 0.5], 1));

        Assert.Equal(("40 days since its only order", "40 jours depuis sa seule commande"), (reason.LabelEn, reason.LabelFr));
    }
}
