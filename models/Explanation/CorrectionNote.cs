using Analytics.Models.Calibration;
using Analytics.Models.Evaluation;
using static Analytics.Models.Explanation.Languages;

namespace Analytics.Models.Explanation;

/// <summary>How far the winner's probabilities were off, how far right ones would have been, and how they are corrected.</summary>
internal static class CorrectionNote
{
    internal static Bilingual Of(ChurnBacktest backtest)
    {
        var bins = backtest.Winner.Bins;
        var (points, chance) = (100 * Reliability.ExpectedCalibrationError(bins), 100 * Reliability.ErrorOfChance(bins));
        var correction = Corrected(backtest.Winner.Correction);
        return new(
            string.Create(English, $"Its probabilities were off by {points:0.0} points on average on the test; on so many observations, perfectly right ones would have been off by {chance:0.0}. {correction.En}"),
            string.Create(French, $"Ses probabilités s’écartaient en moyenne de {points:0.0} points de ce qui est arrivé pendant la vérification\u00a0; sur autant d’observations, des probabilités parfaitement justes s’en seraient écartées de {chance:0.0}. {correction.Fr}"));
    }

    private static Bilingual Corrected(Correction correction) => correction switch
    {
        { Gain: null } => new(
            "They are not corrected: a single past date does not tell a lasting error from that date's own.",
            "Elles ne sont pas corrigées\u00a0: une seule date passée ne distingue pas une erreur durable de celle de ce jour-là."),
        { IsUsed: false } => new(
            "They are not corrected: no curve learnt from some customers and dates did better on others, beyond chance.",
            "Elles ne sont pas corrigées\u00a0: aucune courbe apprise sur certains clients et certaines dates n’a fait mieux sur d’autres, au-delà du hasard."),
        { Calibrator: Platt } => Used(correction, "a logistic curve (Platt)", "une courbe logistique (Platt)"),
        _ => Used(correction, "a rising curve (isotonic)", "une courbe croissante (isotonique)"),
    };

    private static Bilingual Used(Correction correction, string en, string fr) => new(
        string.Create(English, $"What is shown now is corrected by {en}: on customers and dates that it had not learnt from, it lowered the log loss by {Interval.English(correction.Gain!, "0.000")} and left the probabilities off by {100 * correction.Error:0.0} points."),
        string.Create(French, $"Celles qui sont montrées maintenant sont corrigées par {fr}\u00a0: sur des clients et des dates dont elle n’avait rien appris, elle a réduit la perte logarithmique de {Interval.French(correction.Gain!, "0.000")} et laissé un écart de {100 * correction.Error:0.0} points."));
}
