using System.Globalization;
using Analytics.Models.Evaluation;
using Analytics.Models.Tests.Boosting;

namespace Analytics.Models.Tests.Evaluation;

public class CrossValidationTests
{
    [Fact]
    public void Iranian_churn_is_told_as_well_as_by_the_best_peer()
    {
        // scikit-learn's histogram boosting on the same file, 5 × 5-fold: 0.987.
        var lines = File.ReadLines(RealData.File("iranian_churn", "Customer Churn.csv")).ToList();
        var names = lines[0].Split(',')[..^1];
        var rows = lines.Skip(1).Distinct(StringComparer.Ordinal)
            .Select(line => Array.ConvertAll(line.Split(','), cell => double.Parse(cell, CultureInfo.InvariantCulture))).ToArray();
        var columns = names.Select((_, column) => Array.ConvertAll(rows, row => row[column])).ToArray();

        var result = CrossValidation.Boosting(names, columns, Array.ConvertAll(rows, row => row[^1] == 1), new CrossValidationOptions());

        Assert.Equal(2_850, rows.Length);
        Assert.Equal(25, result.ByFold.Count);
        Assert.InRange(result.RocAuc, 0.987, 1);
    }

    [Fact]
    public void Where_nothing_can_be_told_the_area_is_a_half_and_the_seed_decides_it()
    {
        var random = new SplitMix64(3);
        double[][] columns = [[.. Enumerable.Range(0, 600).Select(_ => random.Uniform())], [.. Enumerable.Range(0, 600).Select(_ => random.Uniform())]];
        var outcomes = Enumerable.Range(0, 600).Select(_ => random.Uniform() < 0.3).ToArray();
        var options = new CrossValidationOptions { Trees = 20 };

        var result = CrossValidation.Boosting(["a", "b"], columns, outcomes, options);

        Assert.InRange(result.RocAuc, 0.44, 0.56);
        Assert.Equal(result.ByFold, CrossValidation.Boosting(["a", "b"], columns, outcomes, options).ByFold);
        Assert.NotEqual(result.ByFold, CrossValidation.Boosting(["a", "b"], columns, outcomes, options with { Seed = 2 }).ByFold);
    }

    [Fact]
    public void Where_something_can_be_told_the_area_is_near_the_truths()
    {
        var rows = Made.Rows(2_000);
        var happened = Array.ConvertAll(rows.Targets, target => target > 0);
        var truth = new Ranking([.. Enumerable.Range(0, 2_000).Select(i => Made.Truth(rows, i))], happened).RocAuc([.. Enumerable.Repeat(1, 2_000)]);

        var result = CrossValidation.Boosting(rows.Features.Names, rows.Features.Columns, happened, new CrossValidationOptions { Repeats = 1, Trees = 60 });

        Assert.InRange(result.RocAuc, truth - 0.04, truth + 0.005);
    }

    [Theory]
    [InlineData(4, 2, "There must be one name a column")]
    [InlineData(5, 1, "at least 2 folds")]
    [InlineData(5, 3, "there are 2 of one and 3 of the other")]
    public void What_cannot_be_cross_validated_is_refused_in_a_sentence(int rows, int folds, string sentence)
    {
        var error = Assert.Throws<ArgumentException>(() => CrossValidation.Boosting(
            ["a"], [new double[5]], [.. Enumerable.Range(0, rows).Select(row => row < 2)], new CrossValidationOptions { Folds = folds }));

        Assert.Contains(sentence, error.Message, StringComparison.Ordinal);
    }
}
