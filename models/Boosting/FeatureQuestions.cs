using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Analytics.Models.Boosting;

/// <summary>
/// All questions of a model to one feature. Values are first ranked among the thresholds, so that questions compare small whole numbers,
/// and missing ranks after every threshold or before, as the question wants it.
/// </summary>
internal sealed unsafe class FeatureQuestions
{
    internal const int Lanes = 16;

    private readonly Ranks _ranks;
    private readonly Threshold[] _missingRight;
    private readonly Threshold[] _missingLeft;
    private readonly Question[] _categories;

    /// <summary>A node's question, and the leaves of its tree that the answer "right" leaves standing.</summary>
    internal sealed record Question(Tree Tree, int Node, int Place, uint Standing);

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Threshold(int Rank, int Place, uint Standing);

    internal FeatureQuestions(IReadOnlyList<Question> questions)
    {
        var known = questions.Where(question => question.Tree.LeftCategories[question.Node] is null).ToList();
        double[] thresholds = [.. known.Select(question => question.Tree.Threshold[question.Node]).Distinct().Order()];
        _ranks = new Ranks(thresholds);
        _missingRight = Ranked(known.Where(question => !question.Tree.MissingLeft[question.Node]), thresholds);
        _missingLeft = Ranked(known.Where(question => question.Tree.MissingLeft[question.Node]), thresholds);
        _categories = [.. questions.Where(question => question.Tree.LeftCategories[question.Node] is not null)];
    }

    internal void Rank(ReadOnlySpan<double> values, Span<int> ranks) => _ranks.Of(values, ranks);

    /// <summary>Strikes out leaves for as many values as there are lanes; a tree's lanes stand together.</summary>
    internal void Ask(ReadOnlySpan<double> values, ReadOnlySpan<int> ranks, uint[] standing)
    {
        if (_missingRight.Length > 0) Answer(_missingRight, Placed(values, ranks, int.MaxValue), standing);
        if (_missingLeft.Length > 0) Answer(_missingLeft, Placed(values, ranks, -1), standing);
        foreach (var question in _categories)
            for (var lane = 0; lane < values.Length; lane++)
                if (question.Tree.Next(question.Node, values[lane]) == question.Tree.Right[question.Node]) standing[question.Place + lane] &= question.Standing;
    }

    /// <summary>Of one tree no two questions follow closely: each would wait for the other's leaves to be stored.</summary>
    private static Threshold[] Ranked(IEnumerable<Question> questions, double[] thresholds) =>
        [.. questions.Select(question => new Threshold(Array.BinarySearch(thresholds, question.Tree.Threshold[question.Node]), question.Place, question.Standing))
            .OrderBy(question => question.Rank)];

    private static Vector512<int> Placed(ReadOnlySpan<double> values, ReadOnlySpan<int> ranks, int missing)
    {
        Span<int> placed = stackalloc int[Lanes];
        for (var lane = 0; lane < values.Length; lane++) placed[lane] = double.IsFinite(values[lane]) ? ranks[lane] : missing;
        return Vector512.Create<int>(placed);
    }

    private static void Answer(Threshold[] questions, Vector512<int> ranks, uint[] standing)
    {
        if (Vector512.IsHardwareAccelerated) Answer512(questions, ranks, standing);
        else Answer256(questions, ranks.GetLower(), ranks.GetUpper(), standing);
    }

    private static void Answer512(Threshold[] questions, Vector512<int> ranks, uint[] standing)
    {
        fixed (uint* all = standing)
            foreach (ref readonly var question in questions.AsSpan())
            {
                var leaves = Vector512.Load(all + question.Place);
                var right = Vector512.GreaterThan(ranks, Vector512.Create(question.Rank)).AsUInt32();
                Vector512.ConditionalSelect(right, leaves & Vector512.Create(question.Standing), leaves).Store(all + question.Place);
            }
    }

    private static void Answer256(Threshold[] questions, Vector256<int> low, Vector256<int> high, uint[] standing)
    {
        fixed (uint* all = standing)
            foreach (ref readonly var question in questions.AsSpan())
            {
                var (rank, struckOut) = (Vector256.Create(question.Rank), Vector256.Create(~question.Standing));
                var leaves = all + question.Place;
                Vector256.AndNot(Vector256.Load(leaves), Vector256.GreaterThan(low, rank).AsUInt32() & struckOut).Store(leaves);
                leaves += Lanes / 2;
                Vector256.AndNot(Vector256.Load(leaves), Vector256.GreaterThan(high, rank).AsUInt32() & struckOut).Store(leaves);
            }
    }
}
