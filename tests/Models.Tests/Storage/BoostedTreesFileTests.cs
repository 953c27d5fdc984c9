using Analytics.Models.Boosting;
using Analytics.Models.Storage;
using Analytics.Models.Tests.Boosting;

namespace Analytics.Models.Tests.Storage;

public class BoostedTreesFileTests
{
    private static readonly TrainingRows s_rows = Made.Rows(500);
    private static readonly BoostedTrees s_model = BoostingTrainer.Train(s_rows, BoostingLoss.Log, new() { Trees = 3, Leaves = 6 });
    private static readonly string s_file = BoostedTreesFile.Write(s_model, new TrainingSummary("churn", new DateOnly(2026, 6, 30), 500, 0.4));

    [Fact]
    public void A_model_comes_back_bit_for_bit()
    {
        var read = BoostedTreesFile.Read(s_file, s_rows.Features.Names);

        Assert.Equal(s_model.Predict(s_rows.Features), read.Predict(s_rows.Features));
        Assert.Equal(s_file, BoostedTreesFile.Write(read, new TrainingSummary("churn", new DateOnly(2026, 6, 30), 500, 0.4)));
    }

    [Fact]
    public void Categories_the_side_of_missing_values_and_the_power_of_a_loss_come_back_too()
    {
        var rows = MadeCategories.Rows(2_000);
        var model = BoostingTrainer.Train(rows, BoostingLoss.Tweedie(1.3), new() { Trees = 5, Categorical = ["trade"] });
        var read = BoostedTreesFile.Read(BoostedTreesFile.Write(model, new TrainingSummary("potential", new DateOnly(2026, 6, 30), 2_000, 1)), rows.Features.Names);

        Assert.Contains(read.Trees, tree => tree.LeftCategories.Any(categories => categories is { Length: > 1 }));
        Assert.Equal(model.Loss, read.Loss);
        Assert.Equal(model.Predict(rows.Features), read.Predict(rows.Features));
    }

    [Fact]
    public void A_file_can_be_read_by_a_person()
    {
        Assert.Contains("\"question\": \"churn\"", s_file, StringComparison.Ordinal);
        Assert.Contains("\"missing_left\"", s_file, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("step,slope,level,gaps", "missing now: noise")]
    [InlineData("step,slope,level,gaps,noise,basket", "unknown to it: basket")]
    [InlineData("slope,step,level,gaps,noise", "the order, which was step, slope")]
    public void A_file_made_for_other_features_is_refused_with_the_difference(string features, string difference)
    {
        var error = Assert.Throws<InvalidDataException>(() => BoostedTreesFile.Read(s_file, features.Split(',')));

        Assert.Contains(difference, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"version\": 2", "\"version\": 1", "version 1")]
    [InlineData("\"loss\"", "\"lost\"", "cannot be read")]
    [InlineData("{", "", "cannot be read")]
    [InlineData("\"feature\": [", "\"feature\": [ 99,", "contradicts itself")]
    public void A_file_of_another_version_or_altered_is_refused(string text, string altered, string reason)
    {
        var at = s_file.IndexOf(text, StringComparison.Ordinal);
        var error = Assert.Throws<InvalidDataException>(
            () => BoostedTreesFile.Read(s_file.Remove(at, text.Length).Insert(at, altered), s_rows.Features.Names));

        Assert.Contains(reason, error.Message, StringComparison.Ordinal);
    }
}
