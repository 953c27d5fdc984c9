using Analytics.Models.Evaluation;
using Analytics.Models.Features;

namespace Analytics.Models.Logistic;

/// <summary>
/// How features become inputs, learnt from the training rows alone: a missing value takes the median and raises an indicator;
/// a non-negative feature with a long right tail enters by its logarithm; a feature that never varies is left out.
/// </summary>
internal sealed record InputScaling(IReadOnlyList<InputColumn> Inputs)
{
    /// <summary>The skewness from which a tail counts as long; 2 is that of an exponential, 0 of a symmetric shape.</summary>
    private const double LongTail = 1;

    internal static InputScaling Learn(FeatureTable training)
    {
        var inputs = new List<InputColumn>();
        for (var feature = 0; feature < training.Columns.Length; feature++)
        {
            var column = training.Columns[feature];
            var known = column.Where(double.IsFinite).Order().ToArray();
            if (known.Length == 0) continue;
            AddIfVaried(inputs, column, Unscaled(feature, known));
            if (known.Length < column.Length) AddIfVaried(inputs, column, new InputColumn(feature, InputKind.Missing, 0, 0, 0, 0, 1));
        }
        return new InputScaling(inputs);
    }

    internal DesignMatrix Apply(FeatureTable features)
    {
        var values = new double[features.Rows * Inputs.Count];
        for (var j = 0; j < Inputs.Count; j++)
        {
            var column = features.Columns[Inputs[j].Feature];
            for (var row = 0; row < features.Rows; row++) values[row * Inputs.Count + j] = Inputs[j].Of(column[row]);
        }
        return new DesignMatrix(features.Rows, Inputs.Count, values);
    }

    private static InputColumn Unscaled(int feature, double[] sorted)
    {
        var kind = sorted[0] >= 0 && Skewness(sorted) > LongTail ? InputKind.Log : InputKind.Value;
        return new InputColumn(feature, kind, Bootstrap.Quantile(sorted, 0.5), sorted[0], sorted[^1], 0, 1);
    }

    private static void AddIfVaried(List<InputColumn> inputs, double[] column, InputColumn unscaled)
    {
        var values = Array.ConvertAll(column, unscaled.Of);
        var mean = values.Average();
        var deviation = Math.Sqrt(values.Average(value => (value - mean) * (value - mean)));
        if (double.IsFinite(deviation) && deviation > 1e-9 * (1 + Math.Abs(mean))) inputs.Add(unscaled with { Mean = mean, Deviation = deviation });
    }

    /// <summary>The third standardised moment; 0 of a constant.</summary>
    internal static double Skewness(double[] values)
    {
        var mean = values.Average();
        var variance = values.Average(value => (value - mean) * (value - mean));
        var third = values.Average(value => (value - mean) * (value - mean) * (value - mean));
        return variance > 0 ? third / Math.Pow(variance, 1.5) : 0;
    }
}
