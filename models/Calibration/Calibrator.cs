namespace Analytics.Models.Calibration;

/// <summary>What a model's log-odds become before they are shown: a rising curve, so that the ranking stays as it is.</summary>
internal abstract record Calibrator
{
    internal static Calibrator None { get; } = new Platt(0, 1);

    /// <summary>The log-odds to show.</summary>
    internal abstract double Of(double logOdds);
}
