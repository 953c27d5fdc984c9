using Analytics.Models.Boosting;

namespace Analytics.Models.Storage;

/// <summary>Boosted trees in a model's file.</summary>
internal sealed record TreesPart(string Loss, double Start, IReadOnlyList<Tree> Trees) : ModelPart
{
    internal static TreesPart Of(BoostedTrees trees) => new(trees.Loss.Name, trees.Start, trees.Trees);

    internal override ChurnModel Model(IReadOnlyList<string> features) => new TreesChurn(new BoostedTrees(BoostingLoss.Named(Loss), features, Start, Trees));

    internal override bool IsSound(int features) => Trees.All(tree => IsSound(tree, features));

    /// <summary>Every child comes after its parent, so no walk can leave the tree or turn in circles.</summary>
    private static bool IsSound(Tree tree, int features)
    {
        var nodes = tree.Nodes;
        Array[] others = [tree.Threshold, tree.LeftCategories, tree.MissingLeft, tree.Left, tree.Right, tree.Value, tree.Cover];
        return nodes > 0 && Array.TrueForAll(others, array => array.Length == nodes) && Enumerable.Range(0, nodes).All(node =>
            tree.IsLeaf(node) || (tree.Feature[node] < features && Follows(tree.Left[node]) && Follows(tree.Right[node])
            && tree.Left[node] > node && tree.Right[node] > node));

        bool Follows(int child) => child < nodes;
    }
}
