namespace Analytics.Models.Boosting;

/// <summary>
/// First and second derivatives as whole numbers, one in each half of a 64-bit word, so that one addition sums both and the sums are
/// the same in any order. Units are as fine as the number of rows allows without overflow (Shi et al. 2022 quantise further).
/// </summary>
internal sealed class PackedGradients(int rows)
{
    internal long[] Values { get; } = GC.AllocateArray<long>(rows, pinned: true);

    /// <summary>What one unit of a packed first derivative stands for.</summary>
    internal double FirstUnit { get; private set; } = 1;

    /// <summary>What one unit of a packed second derivative stands for.</summary>
    internal double SecondUnit { get; private set; } = 1;

    internal void Fill(BoostingLoss loss, double[] targets, double[] scores, int threads)
    {
        var pieces = Work.Pieces(rows, threads);
        var (mostFirst, mostSecond) = (new double[pieces], new double[pieces]);
        var (first, second) = (_first, _second);
        Work.Each(pieces, threads, piece =>
        {
            var (from, length) = (Work.Edge(rows, pieces, piece), Work.Edge(rows, pieces, piece + 1) - Work.Edge(rows, pieces, piece));
            loss.Derive(targets.AsSpan(from, length), scores.AsSpan(from, length), first.AsSpan(from, length), second.AsSpan(from, length));
            mostFirst[piece] = Most(first.AsSpan(from, length));
            mostSecond[piece] = Most(second.AsSpan(from, length));
        });
        FirstUnit = Unit(mostFirst.Max(), int.MaxValue);
        SecondUnit = Unit(mostSecond.Max(), uint.MaxValue);
        var (firsts, seconds) = (1 / FirstUnit, 1 / SecondUnit);
        Work.Chunks(rows, threads, (from, to) =>
        {
            for (var row = from; row < to; row++) Values[row] = Pack(Round(first[row] * firsts), Round(second[row] * seconds));
        });
    }

    internal double First(long packed) => FirstOf(packed) * FirstUnit;

    internal double Second(long packed) => SecondOf(packed) * SecondUnit;

    internal static long Pack(long first, long second) => (first << 32) + second;

    /// <summary>The upper half; the lower is never negative, so it borrows nothing from it.</summary>
    internal static long FirstOf(long packed) => packed >> 32;

    internal static long SecondOf(long packed) => packed & uint.MaxValue;

    private readonly double[] _first = new double[rows];
    private readonly double[] _second = new double[rows];

    private static double Most(ReadOnlySpan<double> values)
    {
        double most = 0;
        foreach (var value in values) most = Math.Max(most, Math.Abs(value));
        return most;
    }

    private static long Round(double value) => (long)Math.Floor(value + 0.5);

    private double Unit(double most, double limit) => most > 0 ? most / Math.Floor(Math.Min(limit / rows, 1 << 24) * 0.999) : 1;
}
