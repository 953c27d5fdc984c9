using System.Runtime.InteropServices;
using Analytics.Models.Features;

namespace Analytics.Models.Boosting;

/// <summary>
/// Fast scoring by bit masks (Lucchese et al. 2015, algorithm 1), a block of rows at once: every question whose answer is "right" strikes out the leaves on
/// its left; the leftmost leaf that remains is the row's. The scores are those of walking the trees, to the bit.
/// </summary>
internal sealed unsafe class QuickScorer
{
    private const int Block = RankedColumns.Block;

    private readonly BoostedTrees _model;
    private readonly RankedColumns _columns = new();
    private readonly double[][] _thresholds;
    private readonly List<LeafMasks.Question> _questions = [];

    /// <summary>Where the questions of each tree and byte end.</summary>
    private readonly int[] _ends;
    private readonly double[] _leaves;

    /// <summary>A node's question, and the leaves that the answer "right" strikes out.</summary>
    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Asked(int Column, sbyte Right, uint StruckOut);

    internal QuickScorer(BoostedTrees model)
    {
        _model = model;
        _thresholds = Thresholds(model);
        _ends = new int[model.Trees.Count * LeafMasks.Bytes];
        _leaves = new double[model.Trees.Count * LeafMasks.MostLeaves];
        for (var tree = 0; tree < model.Trees.Count; tree++)
        {
            var asked = new List<Asked>();
            Number(model.Trees[tree], tree * LeafMasks.MostLeaves, 0, 0, asked);
            for (var part = 0; part < LeafMasks.Bytes; part++)
            {
                foreach (var (column, right, struckOut) in asked)
                    if ((byte)(struckOut >> (8 * part)) is var here and > 0) _questions.Add(LeafMasks.Question.Of(column * Block, right, (byte)~here));
                _ends[tree * LeafMasks.Bytes + part] = _questions.Count;
            }
        }
    }

    internal static bool Fits(BoostedTrees model) =>
        model.Trees.All(tree => tree.Nodes <= 2 * LeafMasks.MostLeaves - 1) && Array.TrueForAll(Thresholds(model), thresholds => thresholds.Length <= RankedColumns.MostThresholds);

    /// <summary>Scores the rows [from, to), block by block.</summary>
    internal void Score(FeatureTable features, int from, int to, Span<double> scores)
    {
        var ranks = new sbyte[_columns.Count * Block];
        var sums = stackalloc double[Block];
        fixed (sbyte* rank = ranks)
            for (var start = from; start < to; start += Block)
            {
                var rows = Math.Min(Block, to - start);
                _columns.Fill(features, start, rows, ranks);
                new Span<double>(sums, Block).Fill(_model.Start);
                AddTrees(rank, sums);
                new Span<double>(sums, rows).CopyTo(scores[start..]);
            }
    }

    private void AddTrees(sbyte* ranks, double* sums)
    {
        var standing = stackalloc byte[LeafMasks.Bytes * Block];
        var questions = CollectionsMarshal.AsSpan(_questions);
        var asked = 0;
        fixed (double* leaves = _leaves)
            for (var part = 0; part < _ends.Length; part++)
            {
                LeafMasks.Ask(questions[asked.._ends[part]], ranks, standing + part % LeafMasks.Bytes * Block);
                asked = _ends[part];
                if (part % LeafMasks.Bytes == LeafMasks.Bytes - 1) LeafMasks.Add(leaves + part / LeafMasks.Bytes * LeafMasks.MostLeaves, standing, sums);
            }
    }

    /// <summary>The distinct thresholds at which each feature is asked, in rising order.</summary>
    private static double[][] Thresholds(BoostedTrees model)
    {
        var thresholds = model.Features.Select(_ => new SortedSet<double>()).ToArray();
        foreach (var tree in model.Trees)
            for (var node = 0; node < tree.Nodes; node++)
                if (!tree.IsLeaf(node) && tree.LeftCategories[node] is null) thresholds[tree.Feature[node]].Add(tree.Threshold[node]);
        return Array.ConvertAll(thresholds, distinct => distinct.ToArray());
    }

    /// <summary>Numbers the leaves under the node from left to right; returns the next free number.</summary>
    private int Number(Tree tree, int at, int node, int next, List<Asked> asked)
    {
        if (tree.IsLeaf(node))
        {
            _leaves[at + next] = tree.Value[node];
            return next + 1;
        }
        var middle = Number(tree, at, tree.Left[node], next, asked);
        var (column, right) = _columns.For(tree, node, _thresholds[tree.Feature[node]]);
        asked.Add(new(column, right, (uint)((1UL << middle) - (1UL << next))));
        return Number(tree, at, tree.Right[node], middle, asked);
    }
}
