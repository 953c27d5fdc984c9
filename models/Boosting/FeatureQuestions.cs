using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Analytics.Models.Boosting;

/// <summary>
/// All questions of a model to one feature. Values are first ranked among the thresholds, so that questions compare small whole numbers,
/// and missing ranks after every threshold or before, as the question wants it.
/// </summary>
internal sealed unsafe class FeatureQuestions
{
    internal const int Lanes = 32;
    private const int Missing = -1;

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

    /// <summary>The values' ranks; a missing one has rank −1.</summary>
    internal void Rank(ReadOnlySpan<double> values, Span<int> ranks)
    {
        _ranks.OfFew(values, ranks);
        for (var i = 0; i < values.Length; i++)
            if (!double.IsFinite(values[i])) ranks[i] = Missing;
    }

    /// <summary>Strikes out leaves for as many values as there are lanes; a tree's lanes stand together.</summary>
    internal void Ask(ReadOnlySpan<double> values, ReadOnlySpan<int> ranks, uint[] standing)
    {
        if (_missingLeft.Length > 0) Answer(_missingLeft, Vector512.Create(ranks), Vector512.Create(ranks[(Lanes / 2)..]), standing);
        if (_missingRight.Length > 0) Answer(_missingRight, MissingLast(ranks), MissingLast(ranks[(Lanes / 2)..]), standing);
        foreach (var question in _categories)
            for (var lane = 0; lane < values.Length; lane++)
                if (question.Tree.Next(question.Node, values[lane]) == question.Tree.Right[question.Node]) standing[question.Place + lane] &= question.Standing;
    }

    /// <summary>Of one tree no two questions follow closely: each would wait for the other's leaves to be stored.</summary>
    private static Threshold[] Ranked(IEnumerable<Question> questions, double[] thresholds) =>
        [.. questions.Select(question => new Threshold(Array.BinarySearch(thresholds, question.Tree.Threshold[question.Node]), question.Place, question.Standing))
            .OrderBy(question => question.Rank)];

    private static Vector512<int> MissingLast(ReadOnlySpan<int> ranks)
    {
        var ranked = Vector512.Create(ranks);
        return Vector512.ConditionalSelect(Vector512.LessThan(ranked, Vector512<int>.Zero), Vector512.Create(int.MaxValue), ranked);
    }

    private static void Answer(Threshold[] questions, Vector512<int> low, Vector512<int> high, uint[] standing)
    {
        if (Vector512.IsHardwareAccelerated) Answer512(questions, low, high, standing);
        else
        {
            Answer256(questions, low.GetLower(), low.GetUpper(), standing, 0);
            Answer256(questions, high.GetLower(), high.GetUpper(), standing, Lanes / 2);
        }
    }

    private static void Answer512(Threshold[] questions, Vector512<int> low, Vector512<int> high, uint[] standing)
    {
        fixed (uint* all = standing)
            foreach (ref readonly var question in questions.AsSpan())
            {
                var (rank, leaves) = (Vector512.Create(question.Rank), Vector512.Create(question.Standing));
                var first = all + question.Place;
                var second = first + Lanes / 2;
                var (before, after) = (Vector512.Load(first), Vector512.Load(second));
                Vector512.ConditionalSelect(Vector512.GreaterThan(low, rank).AsUInt32(), before & leaves, before).Store(first);
                Vector512.ConditionalSelect(Vector512.GreaterThan(high, rank).AsUInt32(), after & leaves, after).Store(second);
            }
    }

    private static void Answer256(Threshold[] questions, Vector256<int> low, Vector256<int> high, uint[] standing, int lane)
    {
        fixed (uint* all = standing)
            foreach (ref readonly var question in questions.AsSpan())
            {
                var (rank, struckOut) = (Vector256.Create(question.Rank), Vector256.Create(~question.Standing));
                var leaves = all + question.Place + lane;
                Vector256.AndNot(Vector256.Load(leaves), Vector256.GreaterThan(low, rank).AsUInt32() & struckOut).Store(leaves);
                leaves += Vector256<uint>.Count;
                Vector256.AndNot(Vector256.Load(leaves), Vector256.GreaterThan(high, rank).AsUInt32() & struckOut).Store(leaves);
            }
    }
}
