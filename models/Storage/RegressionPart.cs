using Analytics.Models.Logistic;

namespace Analytics.Models.Storage;

/// <summary>A logistic regression in a model's file.</summary>
internal sealed record RegressionPart(double Intercept, IReadOnlyList<WeighedInput> Inputs) : ModelPart
{
    internal static RegressionPart Of(WordRegression regression) => new(
        regression.Model.Fit.Coefficients[0],
        [.. regression.Model.Scaling.Inputs.Select((input, i) => new WeighedInput(regression.Coding.Columns[input.Feature], input, regression.Model.Fit.Coefficients[i + 1]))]);

    internal override ChurnModel Model(IReadOnlyList<string> features)
    {
        var columns = Inputs.Select(input => input.Column).Distinct().ToList();
        var scaling = new InputScaling([.. Inputs.Select(input => input.Scaled with { Feature = columns.IndexOf(input.Column) })]);
        return new WordRegression(new(columns), new LogisticModel(scaling, new LogisticFit([Intercept, .. Inputs.Select(input => input.Coefficient)], true, 0)));
    }

    internal override bool IsSound(int features) => Inputs.All(input => input.Column.Feature >= 0 && input.Column.Feature < features && input.Scaled.Deviation > 0);
}

/// <summary>A column, how its values are scaled, and the weight of that.</summary>
internal sealed record WeighedInput(CodedColumn Column, InputColumn Scaled, double Coefficient);
