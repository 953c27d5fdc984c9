using Analytics.Models.Boosting;
using Analytics.Models.Evaluation;
using Analytics.Models.Features;

namespace Analytics.Models.Tests.Boosting;

/// <summary>Rows with a category of twelve that matters by its own effect, whatever its number, and is missing at times; a size; and an amount that is often 0.</summary>
internal static class MadeCategories
{
    internal static TrainingRows Rows(int rows, ulong seed = 1)
    {
        var random = new SplitMix64(seed);
        var (trade, size, targets) = (new double[rows], new double[rows], new double[rows]);
        for (var i = 0; i < rows; i++)
        {
            trade[i] = random.Below(13) is var code && code < 12 ? 100 + 7 * code : double.NaN;
            size[i] = random.Uniform();
            var mean = (code * 5 % 13 < 6 ? 4 : 1) * (0.5 + size[i]);
            targets[i] = random.Uniform() < 0.4 ? 0 : mean * 2 * random.Uniform() / 0.6;
        }
        return new TrainingRows(new FeatureTable(["trade", "size"], [trade, size], rows), targets);
    }
}
