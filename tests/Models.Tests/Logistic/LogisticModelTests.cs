using Analytics.Models.Features;
using Analytics.Models.Logistic;

namespace Analytics.Models.Tests.Logistic;

public class LogisticModelTests
{
    private const double None = double.NaN;

    [Fact]
    public void Contributions_and_intercept_sum_to_the_log_odds()
    {
        var table = Table([1, 2, 3, None, 5, 60], [4, None, 4, 2, 9, 1]);
        var model = LogisticModel.Train(table, [true, false, true, false, true, false], ridge: 1);
        var predicted = model.Predict(table);

        for (var row = 0; row < table.Rows; row++)
            Assert.Equal(Sigmoid.LogOdds(predicted[row]), model.Fit.Coefficients[0] + model.Contributions(table, row).Sum(), 1e-12);
    }

    [Fact]
    public void A_long_tail_enters_by_its_logarithm_and_a_symmetric_shape_as_it_is()
    {
        var scaling = InputScaling.Learn(Table([1, 1, 2, 3, 5, 200], [1, 2, 3, 4, 5, 6], [-1, 1, 2, 3, 5, 200]));

        Assert.Equal([InputKind.Log, InputKind.Value, InputKind.Value], scaling.Inputs.Select(input => input.Kind));
    }

    [Fact]
    public void Inputs_are_standardised()
    {
        var design = InputScaling.Learn(Table([1, 2, 3, 4])).Apply(Table([1, 2, 3, 4]));

        Assert.Equal(0, design.Values.Sum(), 1e-12);
        Assert.Equal(4, design.Values.Sum(value => value * value), 1e-12);
    }

    [Fact]
    public void A_missing_value_takes_the_median_and_raises_an_indicator()
    {
        var scaling = InputScaling.Learn(Table([1, 2, 6, None]));
        var design = scaling.Apply(Table([2, None, double.PositiveInfinity]));

        Assert.Equal([InputKind.Value, InputKind.Missing], scaling.Inputs.Select(input => input.Kind));
        Assert.Equal(design.Row(0)[0], design.Row(1)[0]);
        Assert.True(design.Row(0)[1] < 0 && design.Row(1)[1] > 0);
        Assert.Equal(design.Row(1).ToArray(), design.Row(2).ToArray());
    }

    [Fact]
    public void Constant_and_wholly_missing_features_are_left_out()
    {
        var table = Table([7, 7, 7, 7], [None, None, None, None], [double.NegativeInfinity, None, None, None]);
        var model = LogisticModel.Train(table, [true, false, false, false], ridge: 1);

        Assert.Empty(model.Scaling.Inputs);
        Assert.All(model.Predict(table), probability => Assert.Equal(0.25, probability, 1e-9));
    }

    [Fact]
    public void A_value_beyond_the_training_range_counts_as_its_edge()
    {
        var model = LogisticModel.Train(Table([1, 2, 3, 4]), [false, true, false, true], ridge: 1);
        var predicted = model.Predict(Table([4, 1e300]));

        Assert.Equal(predicted[0], predicted[1]);
    }

    [Fact]
    public void One_row_gives_a_probability()
    {
        var model = LogisticModel.Train(Table([3]), [true], ridge: 1);

        Assert.InRange(model.Predict(Table([3]))[0], 0.5, 1);
    }

    [Fact]
    public void An_enormous_range_stays_finite()
    {
        var table = Table([1e300, -1e300, 1, 0]);

        Assert.All(LogisticModel.Train(table, [true, false, true, false], ridge: 1).Predict(table), p => Assert.InRange(p, 0, 1));
    }

    private static FeatureTable Table(params double[][] columns) =>
        new(columns.Select((_, i) => $"f{i}").ToList(), columns, columns[0].Length);
}
