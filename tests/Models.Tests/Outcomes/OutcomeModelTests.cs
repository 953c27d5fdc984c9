using Analytics.Models.Storage;

namespace Analytics.Models.Tests.Outcomes;

public class OutcomeModelTests
{
    private static readonly MadeTraits s_made = MadeTraits.Words(600);
    private static readonly OutcomeModel s_model = Kept(s_made, 2);
    private static readonly string s_file = s_model.Write();

    /// <summary>The contenders in their order: 1 the regression, 2 the trees, 3 both.</summary>
    private static OutcomeModel Kept(MadeTraits made, int contender) => new(
        new TrainingSummary("outcome", made.Traits.Rows, 0.3), made.Traits.Columns,
        OutcomeContenders.Train(made.Traits.Features, made.Outcomes, made.Traits.Categorical, 1)[contender]);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void A_model_comes_back_bit_for_bit(int contender)
    {
        var model = Kept(s_made, contender);
        var read = OutcomeModel.Read(model.Write());

        Assert.Equal(model.Score(s_made.Traits).Select(score => score.Chance), read.Score(s_made.Traits).Select(score => score.Chance));
        Assert.Equal(model.Score(s_made.Traits)[0].Reasons, read.Score(s_made.Traits)[0].Reasons);
        Assert.Equal(model.Write(), read.Write());
        Assert.Equal((600, 0.3), (read.Customers, read.Rate));
    }

    [Fact]
    public void Other_customers_are_scored_by_their_words_wherever_these_stand_and_columns_in_any_order()
    {
        var (trade, noise) = (s_made.Traits.Columns[0], s_made.Traits.Columns[1]);
        var reversed = new TraitColumn("trade", Array.ConvertAll(trade.Values, place => trade.Words.Count - 1 - place), [.. trade.Words.Reverse()]);

        var scores = OutcomeModel.Read(s_file).Score(new([noise, reversed, new("city", new double[600], ["Lyon"])], 600));

        Assert.Equal(s_model.Score(s_made.Traits).Select(score => score.Chance), scores.Select(score => score.Chance));
    }

    [Fact]
    public void A_word_that_was_not_known_is_as_good_as_none()
    {
        TraitColumn noise = new("noise", [0.5, 0.5], []);
        var scores = s_model.Score(new([new("trade", [0, double.NaN], ["smith"]), noise], 2));

        Assert.Equal(scores[1].Chance, scores[0].Chance);
    }

    [Fact]
    public void A_table_of_other_columns_is_refused_with_the_difference()
    {
        var error = Assert.Throws<ModelFileException>(() => s_model.Score(new([new("trade", [3, 4], []), new("size", [1, 2], [])], 2)));

        Assert.Contains("missing now: noise; words then, numbers now: trade.", error.TextEn, StringComparison.Ordinal);
        Assert.Contains("manquent maintenant\u00a0: noise\u00a0; mots alors, nombres maintenant\u00a0: trade.", error.TextFr, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_can_be_read_by_a_person()
    {
        Assert.Contains("\"name\": \"trade\"", s_file, StringComparison.Ordinal);
        Assert.Contains("\"kind\": \"trees\"", s_file, StringComparison.Ordinal);
        Assert.Contains("\"rows\": 600", s_file, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"version\": 1", "\"version\": 7", "version 7")]
    [InlineData("\"loss\"", "\"lost\"", "cannot be read")]
    [InlineData("\"kind\": \"trees\"", "\"kind\": \"forest\"", "cannot be read")]
    [InlineData("{", "", "cannot be read")]
    [InlineData("\"feature\": [", "\"feature\": [ 99,", "contradicts itself")]
    [InlineData("\"bakery\"", "\"bank\"", "contradicts itself")]
    public void A_file_of_another_version_or_altered_is_refused(string text, string altered, string reason)
    {
        var at = s_file.IndexOf(text, StringComparison.Ordinal);
        var error = Assert.Throws<ModelFileException>(() => OutcomeModel.Read(s_file.Remove(at, text.Length).Insert(at, altered)));

        Assert.Contains(reason, error.TextEn, StringComparison.Ordinal);
        Assert.NotEqual(error.TextEn, error.TextFr);
    }
}
