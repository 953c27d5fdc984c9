using Analytics.Models.Features;

namespace Analytics.Models;

/// <summary>Numbers as they are, and a column of 0 and 1 for each word that enough rows hold: what a regression can weigh.</summary>
internal sealed record WordColumns(IReadOnlyList<CodedColumn> Columns)
{
    private const int FewestRows = 10;

    internal static WordColumns Learn(FeatureTable features, IReadOnlyList<string> categorical) =>
        new([.. Enumerable.Range(0, features.Columns.Length).SelectMany(at => Coded(features, at, categorical.Contains(features.Names[at], StringComparer.Ordinal)))]);

    internal FeatureTable Of(FeatureTable features) => new(
        [.. Columns.Select((_, place) => place.ToString(System.Globalization.CultureInfo.InvariantCulture))],
        [.. Columns.Select(column => column.Of(features.Columns[column.Feature]))],
        features.Rows);

    private static IEnumerable<CodedColumn> Coded(FeatureTable features, int at, bool isWords) => isWords
        ? features.Columns[at].Where(double.IsFinite).GroupBy(word => word).Where(word => word.Count() >= FewestRows).Select(word => word.Key).Order().Select(word => new CodedColumn(at, word))
        : [new CodedColumn(at, null)];
}

/// <summary>A feature itself, or whether it is the word.</summary>
internal sealed record CodedColumn(int Feature, double? Word)
{
    internal double[] Of(double[] column) => Word is { } word ? Array.ConvertAll(column, value => value == word ? 1.0 : 0) : column;
}

/// <summary>A logistic regression on numbers and words; without columns, the base rate.</summary>
internal sealed record WordRegression(WordColumns Coding, Logistic.LogisticModel Model) : ChurnModel
{
    internal override double[] LogOdds(FeatureTable features) =>
        Array.ConvertAll(Model.Predict(Coding.Of(features)), p => Logistic.Sigmoid.LogOdds(Math.Clamp(p, 1e-12, 1 - 1e-12)));

    internal override double[] Contributions(FeatureTable features, int row)
    {
        var contributions = new double[features.Columns.Length];
        var coded = Model.Contributions(Coding.Of(features.Take([row])), 0);
        for (var place = 0; place < coded.Length; place++) contributions[Coding.Columns[place].Feature] += coded[place];
        return contributions;
    }
}
