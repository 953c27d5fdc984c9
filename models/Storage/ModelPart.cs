using System.Text.Json.Serialization;

namespace Analytics.Models.Storage;

/// <summary>One of the models whose log-odds a file's model is the mean of.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(TreesPart), "trees")]
[JsonDerivedType(typeof(RegressionPart), "regression")]
internal abstract record ModelPart
{
    internal static IReadOnlyList<ModelPart> Of(ChurnModel model) => model switch
    {
        BlendChurn blend => [.. blend.Models.SelectMany(Of)],
        TreesChurn trees => [TreesPart.Of(trees.Trees)],
        WordRegression regression => [RegressionPart.Of(regression)],
        _ => throw new ArgumentException($"A {model.GetType().Name} cannot be kept.", nameof(model)),
    };

    internal abstract ChurnModel Model(IReadOnlyList<string> features);

    internal abstract bool IsSound(int features);
}
