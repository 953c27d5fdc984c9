using Analytics.Models.Evaluation;

namespace Analytics.Models.Tests.Evaluation;

public class RankingTests
{
    private static readonly double[] s_scores = [.9, .8, .8, .7, .6, .6, .6, .4, .3, .1];
    private static readonly bool[] s_outcomes = [true, true, false, false, true, false, true, false, true, false];
    private static readonly int[] s_weights = [1, 2, 0, 3, 1, 1, 2, 0, 1, 4];

    [Fact]
    public void Auc_counts_pairs_in_order_and_half_of_ties()
    {
        // By hand: positives .8 and .4, negatives .4 and .2; three pairs won and one tied.
        Assert.Equal(3.5 / 4, new Ranking([.8, .4, .4, .2], [true, true, false, false]).RocAuc([1, 1, 1, 1]));
    }

    [Fact]
    public void Average_precision_is_the_sum_over_recall_steps()
    {
        // By hand: half the positives at precision 1, the other half at 2/3.
        Assert.Equal(0.5 + 0.5 * 2 / 3, new Ranking([.9, .8, .7, .1], [true, false, true, false]).AveragePrecision([1, 1, 1, 1]), 1e-15);
    }

    // scikit-learn 1.2.1: roc_auc_score, average_precision_score, brier_score_loss, log_loss, without and with sample_weight.
    [Fact]
    public void Figures_are_those_of_scikit_learn()
    {
        var ranking = new Ranking(s_scores, s_outcomes);
        var once = Enumerable.Repeat(1, 10).ToArray();
        var brier = Losses.Each(Losses.Brier, s_scores, s_outcomes);
        var log = Losses.Each(Losses.Log, s_scores, s_outcomes);

        Assert.Equal(0.62, ranking.RocAuc(once), 1e-15);
        Assert.Equal(0.6730158730158731, ranking.AveragePrecision(once), 1e-15);
        Assert.Equal(0.252, Losses.Mean(brier, once), 1e-15);
        Assert.Equal(0.6900015706887961, Losses.Mean(log, once), 1e-15);
        Assert.Equal(0.7410714285714286, ranking.RocAuc(s_weights), 1e-15);
        Assert.Equal(0.7766233766233765, ranking.AveragePrecision(s_weights), 1e-15);
        Assert.Equal(0.19533333333333328, Losses.Mean(brier, s_weights), 1e-15);
        Assert.Equal(0.5491832334262282, Losses.Mean(log, s_weights), 1e-15);
    }

    [Fact]
    public void Equal_scores_rank_like_lots()
    {
        var ranking = new Ranking(new double[100_000], Enumerable.Range(0, 100_000).Select(row => row % 4 == 0).ToArray());
        var once = Enumerable.Repeat(1, 100_000).ToArray();

        Assert.Equal(0.5, ranking.RocAuc(once));
        Assert.Equal(0.25, ranking.AveragePrecision(once));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void One_class_alone_has_no_auc(bool outcome) => Assert.Equal(double.NaN, new Ranking([.1, .2], [outcome, outcome]).RocAuc([1, 1]));

    [Fact]
    public void A_certainty_that_fails_costs_much_but_not_everything() => Assert.InRange(Losses.Log(0, true), 30, 40);
}
