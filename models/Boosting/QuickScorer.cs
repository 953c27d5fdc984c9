using System.Numerics;
using Analytics.Models.Features;

namespace Analytics.Models.Boosting;

/// <summary>
/// Fast scoring by bit masks (Lucchese et al. 2015, algorithm 1), thirty-two rows at once: feature by feature, every question whose answer is
/// "right" strikes out the leaves on its left; the leftmost leaf that remains is the row's. The scores are those of walking the trees, to the bit.
/// </summary>
internal sealed class QuickScorer
{
    private const int MostLeaves = 32;
    private const int Lanes = FeatureQuestions.Lanes;
    private const int Block = 4 * Lanes;

    private readonly BoostedTrees _model;
    private readonly FeatureQuestions[] _questions;
    private readonly int[] _asked;
    private readonly double[] _leaves;

    internal QuickScorer(BoostedTrees model)
    {
        _model = model;
        _leaves = new double[model.Trees.Count * MostLeaves];
        var questions = model.Features.Select(_ => new List<FeatureQuestions.Question>()).ToArray();
        for (var tree = 0; tree < model.Trees.Count; tree++) Number(model.Trees[tree], tree, 0, 0, questions);
        _questions = Array.ConvertAll(questions, asked => new FeatureQuestions(asked));
        _asked = [.. Enumerable.Range(0, questions.Length).Where(f => questions[f].Count > 0)];
    }

    internal static bool Fits(BoostedTrees model) => model.Trees.All(tree => tree.Nodes <= 2 * MostLeaves - 1);

    /// <summary>Scores the rows [from, to), block by block.</summary>
    internal void Score(FeatureTable features, int from, int to, Span<double> scores)
    {
        var (ranks, standing) = (new int[_questions.Length * Block], new uint[_model.Trees.Count * Lanes]);
        for (var start = from; start < to; start += Block)
        {
            var length = Math.Min(Block, to - start);
            foreach (var f in _asked) _questions[f].Rank(features.Columns[f].AsSpan(start, length), ranks.AsSpan(f * Block, length));
            for (var row = 0; row < length; row += Lanes)
            {
                var lanes = Math.Min(Lanes, length - row);
                Array.Fill(standing, uint.MaxValue);
                foreach (var f in _asked) _questions[f].Ask(features.Columns[f].AsSpan(start + row, lanes), ranks.AsSpan(f * Block + row, Lanes), standing);
                Sum(standing, scores.Slice(start + row, lanes));
            }
        }
    }

    /// <summary>Four rows at once: each addition waits for the one before it.</summary>
    private void Sum(uint[] standing, Span<double> scores)
    {
        Span<double> sums = stackalloc double[Lanes];
        for (var lane = 0; lane < Lanes; lane += 4)
        {
            var (first, second, third, fourth) = (_model.Start, _model.Start, _model.Start, _model.Start);
            for (int at = lane, tree = 0; at < standing.Length; at += Lanes, tree += MostLeaves)
            {
                first += _leaves[tree + BitOperations.TrailingZeroCount(standing[at])];
                second += _leaves[tree + BitOperations.TrailingZeroCount(standing[at + 1])];
                third += _leaves[tree + BitOperations.TrailingZeroCount(standing[at + 2])];
                fourth += _leaves[tree + BitOperations.TrailingZeroCount(standing[at + 3])];
            }
            (sums[lane], sums[lane + 1], sums[lane + 2], sums[lane + 3]) = (first, second, third, fourth);
        }
        sums[..scores.Length].CopyTo(scores);
    }

    /// <summary>Numbers the leaves under the node from left to right; returns the next free number.</summary>
    private int Number(Tree tree, int index, int node, int next, List<FeatureQuestions.Question>[] questions)
    {
        if (tree.IsLeaf(node))
        {
            _leaves[index * MostLeaves + next] = tree.Value[node];
            return next + 1;
        }
        var middle = Number(tree, index, tree.Left[node], next, questions);
        var struckOut = (uint)((1UL << middle) - (1UL << next));
        questions[tree.Feature[node]].Add(new FeatureQuestions.Question(tree, node, index * Lanes, ~struckOut));
        return Number(tree, index, tree.Right[node], middle, questions);
    }
}
