using Analytics.Models.Features;

namespace Analytics.Models.Tests;

public class CoverageTests
{
    [Fact]
    public void What_was_hardly_recorded_before_is_not_learnt_from()
    {
        // Of 100 customers each: known of 5 in the past and of 40 now; of 60 and 40; of all and of none.
        var panel = With(MadePanel.Of(100, (_, _) => 0), ("satisfaction", 5, 40), ("delivery", 60, 40), ("calls", 100, 0));

        Assert.Equal(["recency", "tenure", "noise", "delivery"], Coverage.Steady(panel).Features.Names);
    }

    [Fact]
    public void A_survey_that_began_lately_moves_no_chance()
    {
        // In the past only the unhappy were asked, and left; now everyone is.
        var made = MadePanel.Of(300, (recency, _) => recency / 50 - 3);
        var survey = made.Features.Missing();
        for (var row = 0; row < survey.Length; row++) survey[row] = made.Cutoffs[row] == made.AsOf || (made.Churned[row] == true && row % 4 == 0) ? 7 : double.NaN;
        var asked = made with { Features = made.Features.With(("satisfaction", survey)) };
        var options = new ChurnOptions { Resamples = 20 };

        Assert.Equal(Left(made), Left(Coverage.Steady(asked)), 9);
        Assert.True(Left(asked) > 1.3 * Left(made));

        double Left(CustomerPanel panel) => Churn.Assess(panel, options).Scores.Average(score => score.PChurn);
    }

    private static CustomerPanel With(CustomerPanel panel, params (string Name, int Past, int Now)[] features) => panel with
    {
        Features = panel.Features.With([.. features.Select(feature => (feature.Name,
            Enumerable.Range(0, panel.Features.Rows).Select(row => row % 100 < (panel.Cutoffs[row] == panel.AsOf ? feature.Now : feature.Past) ? row : double.NaN).ToArray()))]),
    };
}
