using Analytics.Models.Evaluation;

namespace Analytics.Models;

/// <summary>What the card says of how a model's probabilities are corrected.</summary>
internal static class CorrectionCard
{
    /// <summary>The calibration error that probabilities as right as can be would have shown on these few rows.</summary>
    internal static CardRow Chance(TestedContender tested, string fold) =>
        new(tested.Contender.Name, "ece_of_chance", Reliability.ErrorOfChance(tested.Bins), null, null, null, fold);

    /// <summary>How much the best correction tried lowers the log loss on other customers and dates, and the calibration error that it leaves; nothing where none could be tried.</summary>
    internal static IEnumerable<CardRow> Tried(TestedContender tested, string fold)
    {
        if (tested.Correction.Gain is not { } gain) yield break;
        yield return new(tested.Contender.Name, "correction_gain", gain.Value, gain.Low, gain.High, 0, fold);
        yield return new(tested.Contender.Name, "ece_corrected", tested.Correction.Error, null, null, Reliability.ExpectedCalibrationError(tested.Bins), fold);
    }
}
