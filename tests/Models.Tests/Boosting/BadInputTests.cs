using Analytics.Models.Boosting;

namespace Analytics.Models.Tests.Boosting;

public class BadInputTests
{
    private static readonly double[] s_four = [1, 2, 3, 4];

    public static TheoryData<string, double[], string> Targets { get; } = new()
    {
        { "log", [0, 1, 2, 0], "A target is 2; the loss 'log' takes numbers from 0 to 1." },
        { "log", [0, 1, -1, 0], "A target is -1; the loss 'log' takes numbers from 0 to 1." },
        { "poisson", [0, 1, -3, 0], "A target is -3; the loss 'poisson' takes no negative numbers." },
        { "tweedie 1.5", [0, 1, -0.5, 0], "A target is -0.5; the loss 'tweedie 1.5' takes no negative numbers." },
        { "squared", [0, 1, double.PositiveInfinity, 0], "A target is not a finite number." },
        { "squared", [0, 1, double.NaN, 0], "A target is not a finite number." },
        { "squared", [0, 1, 2], "There must be one target a row." },
    };

    [Theory]
    [MemberData(nameof(Targets))]
    public void Targets_that_a_loss_cannot_take_are_refused_in_a_sentence(string loss, double[] targets, string sentence)
    {
        var rows = new TrainingRows(Made.Rows([0, 0, 0, 0], s_four).Features, targets);

        Assert.StartsWith(sentence, Assert.Throws<ArgumentException>(() => BoostingTrainer.Train(rows, BoostingLoss.Named(loss), new())).Message, StringComparison.Ordinal);
        Assert.StartsWith(sentence, Assert.Throws<ArgumentException>(
            () => BoostingTrainer.Train(Made.Rows([0, 1, 0, 1], s_four), BoostingLoss.Named(loss), new(), later: rows)).Message, StringComparison.Ordinal);
    }

    public static TheoryData<string, string> Options { get; } = new()
    {
        { "leaves", "Boosting needs at least 2 leaves" },
        { "rate", "The rate must be a number above 0." },
        { "ridge", "must not be negative" },
        { "share", "The shares of rows and columns must lie above 0 and not above 1." },
        { "unknown", "The options name the feature 'basket'; the features are f0." },
        { "both", "The prediction cannot both rise and fall with 'f0'." },
        { "ordered", "'f0' is categorical: its categories have no order to rise or fall with." },
        { "weightless", "Without a ridge, leaves need a least weight" },
    };

    [Theory]
    [MemberData(nameof(Options))]
    public void Options_that_make_no_sense_are_refused_in_a_sentence(string which, string sentence)
    {
        BoostingOptions options = which switch
        {
            "leaves" => new() { Leaves = 1 },
            "rate" => new() { Rate = double.NaN },
            "ridge" => new() { Ridge = -1 },
            "share" => new() { RowShare = 0 },
            "unknown" => new() { Rising = ["basket"] },
            "both" => new() { Rising = ["f0"], Falling = ["f0"] },
            "ordered" => new() { Rising = ["f0"], Categorical = ["f0"] },
            _ => new() { Ridge = 0, LeastLeafWeight = 0 },
        };

        var error = Assert.Throws<ArgumentException>(() => BoostingTrainer.Train(Made.Rows([0, 1, 0, 1], s_four), BoostingLoss.Log, options));
        Assert.Contains(sentence, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Too_many_categories_another_folds_features_and_losses_that_do_not_exist_are_refused()
    {
        var many = Made.Rows(new double[256], [.. Enumerable.Range(0, 256).Select(i => (double)i)]);

        Assert.Contains("'f0' has 256 categories", Assert.Throws<ArgumentException>(() => BoostingTrainer.Train(many, BoostingLoss.Squared, new() { Categorical = ["f0"] })).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => BoostingTrainer.Train(Made.Rows([0, 1], [1.0, 2]), BoostingLoss.Log, new(), Made.Rows([0, 1], [1.0, 2], [1.0, 2])));
        Assert.Throws<ArgumentException>(() => BoostingLoss.Named("hinge"));
        Assert.Throws<ArgumentException>(() => BoostingLoss.Tweedie(2));
    }

    public static TheoryData<double[]> Columns { get; } = new([5, 5, 5, 5, 5, 5], [double.NaN, double.NaN, double.NaN, double.NaN, double.NaN, double.NaN],
        [double.PositiveInfinity, double.NegativeInfinity, double.NaN, double.NaN, double.PositiveInfinity, double.NaN]);

    [Theory]
    [MemberData(nameof(Columns))]
    public void A_feature_that_says_nothing_leaves_the_mean_under_every_loss_and_as_categories_too(double[] column)
    {
        var rows = Made.Rows([1, 0, 0, 1, 0, 0], column);
        foreach (var loss in new[] { BoostingLoss.Log, BoostingLoss.Squared, BoostingLoss.Poisson, BoostingLoss.Tweedie() })
            foreach (var categorical in new string[][] { [], ["f0"] })
            {
                var model = BoostingTrainer.Train(rows, loss, new() { LeastLeafWeight = 0.01, Categorical = categorical });

                Assert.Empty(model.Trees);
                Assert.All(model.Predict(rows.Features), p => Assert.Equal(1.0 / 3, p, 1e-12));
            }
    }

    [Theory]
    [InlineData("log", 0)]
    [InlineData("log", 1)]
    [InlineData("squared", -4)]
    [InlineData("poisson", 0)]
    [InlineData("tweedie 1.5", 0)]
    public void One_and_the_same_target_is_predicted_for_all(string loss, double target)
    {
        var rows = Made.Rows([target, target, target, target], s_four);
        var model = BoostingTrainer.Train(rows, BoostingLoss.Named(loss), new() { LeastLeafWeight = 1e-12, Ridge = 1e-3 });

        Assert.All(model.Predict(rows.Features), p => Assert.Equal(target, p, 1e-6));
    }

    [Theory]
    [InlineData("poisson")]
    [InlineData("tweedie 1.5")]
    public void Amounts_and_counts_are_learnt_and_a_single_huge_one_does_not_explode(string loss)
    {
        var (rows, fresh) = (MadeCategories.Rows(4_000), MadeCategories.Rows(4_000, seed: 2));
        rows.Targets[0] = 1e6;
        var wild = BoostingTrainer.Train(rows, BoostingLoss.Named(loss), new() { Trees = 50 }).Predict(fresh.Features);
        rows.Targets[0] = 0;
        var model = BoostingTrainer.Train(rows, BoostingLoss.Named(loss), new() { Trees = 50, Categorical = ["trade"], LeastLeafRows = 20 });

        Assert.All(wild, mean => Assert.InRange(mean, 1e-6, 1e7));
        Assert.InRange(model.Predict(fresh.Features).Average() / fresh.Targets.Average(), 0.95, 1.05);
        Assert.InRange(MeanLoss(model, fresh), double.NegativeInfinity, MeanLoss(model with { Trees = [] }, fresh) - 0.05);
    }

    private static double MeanLoss(BoostedTrees model, TrainingRows rows) =>
        model.Scores(rows.Features).Select((score, i) => model.Loss.Value(rows.Targets[i], score)).Average();
}
