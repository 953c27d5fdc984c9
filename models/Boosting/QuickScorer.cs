using System.Numerics;
using System.Runtime.Intrinsics;
using Analytics.Models.Features;

namespace Analytics.Models.Boosting;

/// <summary>
/// Fast scoring by bit masks (Lucchese et al. 2015, algorithm 1), eight rows at once: feature by feature, every question whose answer is
/// "right" strikes out the leaves on its left; the leftmost leaf that remains is the row's. The scores are those of walking the trees, to the bit.
/// </summary>
internal sealed class QuickScorer
{
    internal const int MostLeaves = 64;
    private const int Lanes = 8;

    private readonly BoostedTrees _model;
    private readonly Question[][] _questions;
    private readonly double[] _leaves;

    /// <summary>A node's question: where its answer is "right", these leaves of this tree are out.</summary>
    private sealed record Question(double Threshold, bool MissingLeft, int Tree, ulong StruckOut);

    internal QuickScorer(BoostedTrees model)
    {
        _model = model;
        _leaves = new double[model.Trees.Count * MostLeaves];
        var questions = model.Features.Select(_ => new List<Question>()).ToArray();
        for (var tree = 0; tree < model.Trees.Count; tree++) Number(model.Trees[tree], tree, 0, 0, questions);
        _questions = Array.ConvertAll(questions, list => list.OrderBy(question => question.Threshold).ToArray());
    }

    internal static bool Fits(BoostedTrees model) => model.Trees.All(tree => tree.Nodes <= 2 * MostLeaves - 1);

    /// <summary>Scores the rows [from, to).</summary>
    internal void Score(FeatureTable features, int from, int to, Span<double> scores)
    {
        Span<double> values = stackalloc double[Lanes];
        var standing = new Vector512<ulong>[_model.Trees.Count];
        for (var start = from; start < to; start += Lanes)
        {
            var lanes = Math.Min(Lanes, to - start);
            Array.Fill(standing, Vector512<ulong>.AllBitsSet);
            for (var f = 0; f < _questions.Length; f++)
            {
                if (_questions[f].Length == 0) continue;
                values.Clear();
                features.Columns[f].AsSpan(start, lanes).CopyTo(values);
                Ask(_questions[f], values, standing);
            }
            for (var lane = 0; lane < lanes; lane++) scores[start + lane] = Sum(standing, lane);
        }
    }

    private static void Ask(Question[] questions, Span<double> values, Vector512<ulong>[] standing)
    {
        var (greatest, missing) = (double.NegativeInfinity, false);
        foreach (ref var value in values)
        {
            if (!double.IsFinite(value)) (value, missing) = (double.NaN, true);
            else greatest = Math.Max(greatest, value);
        }
        var asked = Vector512.Create<double>(values);
        foreach (var question in questions)
        {
            if (question.Threshold >= greatest && !missing) return;
            var threshold = Vector512.Create(question.Threshold);
            var right = question.MissingLeft ? Vector512.GreaterThan(asked, threshold) : ~Vector512.LessThanOrEqual(asked, threshold);
            ref var leaves = ref standing[question.Tree];
            leaves = Vector512.AndNot(leaves, right.AsUInt64() & Vector512.Create(question.StruckOut));
        }
    }

    private double Sum(Vector512<ulong>[] standing, int lane)
    {
        var score = _model.Start;
        for (var tree = 0; tree < standing.Length; tree++)
            score += _leaves[tree * MostLeaves + BitOperations.TrailingZeroCount(standing[tree][lane])];
        return score;
    }

    /// <summary>Numbers the leaves under the node from left to right; returns the next free number.</summary>
    private int Number(Tree tree, int index, int node, int next, List<Question>[] questions)
    {
        if (tree.IsLeaf(node))
        {
            _leaves[index * MostLeaves + next] = tree.Value[node];
            return next + 1;
        }
        var middle = Number(tree, index, tree.Left[node], next, questions);
        var struckOut = (middle == 64 ? ulong.MaxValue : (1UL << middle) - 1) & ~((1UL << next) - 1);
        questions[tree.Feature[node]].Add(new Question(tree.Threshold[node], tree.MissingLeft[node], index, struckOut));
        return Number(tree, index, tree.Right[node], middle, questions);
    }
}
