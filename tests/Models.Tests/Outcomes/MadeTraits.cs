using Analytics.Models.Evaluation;
using Analytics.Models.Logistic;
using Analytics.Models.Tests.Boosting;

namespace Analytics.Models.Tests.Outcomes;

/// <summary>Customers whose chance to leave is known, and whether each did.</summary>
internal sealed record MadeTraits(TraitTable Traits, bool?[] Left, double[] Truth)
{
    internal static MadeTraits Numbers(int rows, ulong seed = 1)
    {
        var made = Made.Rows(rows, seed);
        var columns = made.Features.Names.Zip(made.Features.Columns, (name, values) => new TraitColumn(name, values, [])).ToList();
        return new(new(columns, rows), [.. made.Targets.Select(target => (bool?)(target > 0))], [.. Enumerable.Range(0, rows).Select(row => Sigmoid.Of(Made.Truth(made, row)))]);
    }

    /// <summary>Of twelve trades, those in three leave at a rate of 0.7, the others at 0.1, whatever the order of their names; one in ten has none and leaves at 0.4.</summary>
    internal static MadeTraits Words(int rows, ulong seed = 1)
    {
        var random = new SplitMix64(seed);
        string[] trades = ["bakery", "butcher", "chemist", "dairy", "florist", "garage", "hotel", "inn", "joiner", "mason", "optician", "plumber"];
        var (trade, noise, left, truth) = (new double[rows], new double[rows], new bool?[rows], new double[rows]);
        for (var row = 0; row < rows; row++)
        {
            trade[row] = row % 10 == 0 ? double.NaN : random.Below(trades.Length);
            noise[row] = random.Uniform();
            truth[row] = double.IsNaN(trade[row]) ? 0.4 : trade[row] is 1 or 6 or 10 ? 0.7 : 0.1;
            left[row] = random.Uniform() < truth[row];
        }
        return new(new([new("trade", trade, trades), new("noise", noise, [])], rows), left, truth);
    }

    internal bool[] Outcomes => Array.ConvertAll(Left, left => left!.Value);
}
