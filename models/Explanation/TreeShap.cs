using Analytics.Models.Boosting;

namespace Analytics.Models.Explanation;

/// <summary>
/// Exact Shapley values of a tree's prediction, the unknown features averaged over the training rows' paths
/// (Lundberg, Erion and Lee 2018, "Consistent individualized feature attribution for tree ensembles", algorithm 2).
/// </summary>
internal static class TreeShap
{
    /// <summary>What each feature adds to the raw score; with the expected score they sum to it.</summary>
    internal static double[] Contributions(BoostedTrees model, ReadOnlySpan<double> row)
    {
        var contributions = new double[model.Features.Count];
        foreach (var tree in model.Trees) Descend(tree, row, 0, [], 1, 1, -1, contributions);
        return contributions;
    }

    /// <summary>The mean raw score of the training rows, by cover.</summary>
    internal static double Expected(BoostedTrees model) => model.Start + model.Trees.Sum(tree => Expected(tree, 0));

    /// <summary>A feature met on the way down: the share of rows that flow on where it is unknown, and where it is known (0 or 1); and the weight of subsets of this size.</summary>
    private sealed record Step(int Feature, double Unknown, double Known, double Weight);

    private static void Descend(
        Tree tree, ReadOnlySpan<double> row, int node, Step[] above, double unknown, double known, int feature, double[] contributions)
    {
        var path = Extend(above, unknown, known, feature);
        if (tree.IsLeaf(node))
        {
            for (var i = 1; i < path.Length; i++)
                contributions[path[i].Feature] += Unwind(path, i).Sum(step => step.Weight) * (path[i].Known - path[i].Unknown) * tree.Value[node];
            return;
        }
        var split = tree.Feature[node];
        var taken = tree.Next(node, row[split]);
        var other = taken == tree.Left[node] ? tree.Right[node] : tree.Left[node];
        var (before, beforeKnown) = (1.0, 1.0);
        var met = Array.FindIndex(path, step => step.Feature == split);
        if (met >= 0)
        {
            (before, beforeKnown) = (path[met].Unknown, path[met].Known);
            path = Unwind(path, met);
        }
        Descend(tree, row, taken, path, before * tree.Cover[taken] / tree.Cover[node], beforeKnown, split, contributions);
        Descend(tree, row, other, path, before * tree.Cover[other] / tree.Cover[node], 0, split, contributions);
    }

    private static Step[] Extend(Step[] path, double unknown, double known, int feature)
    {
        var length = path.Length;
        Step[] longer = [.. path, new Step(feature, unknown, known, length == 0 ? 1 : 0)];
        for (var i = length - 1; i >= 0; i--)
        {
            longer[i + 1] = longer[i + 1] with { Weight = longer[i + 1].Weight + known * longer[i].Weight * (i + 1) / (length + 1) };
            longer[i] = longer[i] with { Weight = unknown * longer[i].Weight * (length - i) / (length + 1) };
        }
        return longer;
    }

    /// <summary>The path as it would be had the step not been taken: the inverse of Extend.</summary>
    private static Step[] Unwind(Step[] path, int index)
    {
        var last = path.Length - 1;
        var (unknown, known, next) = (path[index].Unknown, path[index].Known, path[last].Weight);
        var weights = new double[last];
        for (var i = last - 1; i >= 0; i--)
        {
            if (known != 0)
            {
                weights[i] = next * (last + 1) / ((i + 1) * known);
                next = path[i].Weight - weights[i] * unknown * (last - i) / (last + 1);
            }
            else
            {
                weights[i] = path[i].Weight * (last + 1) / (unknown * (last - i));
            }
        }
        var shorter = new Step[last];
        for (var i = 0; i < last; i++) shorter[i] = path[i < index ? i : i + 1] with { Weight = weights[i] };
        return shorter;
    }

    private static double Expected(Tree tree, int node) => tree.IsLeaf(node)
        ? tree.Value[node]
        : (tree.Cover[tree.Left[node]] * Expected(tree, tree.Left[node]) + tree.Cover[tree.Right[node]] * Expected(tree, tree.Right[node])) / tree.Cover[node];
}
