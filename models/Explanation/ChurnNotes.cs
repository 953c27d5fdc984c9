using Analytics.Models.Features;
using static Analytics.Models.Explanation.Languages;

namespace Analytics.Models.Explanation;

/// <summary>The verdict in sentences: what was found, how it was tested, how far the probabilities can be believed.</summary>
internal static class ChurnNotes
{
    internal static List<ModelNote> Of(CustomerPanel panel, ChurnBacktest backtest, ChurnFinal final)
    {
        var sentences = new List<Bilingual> { backtest.Predictable ? Predicted(backtest) : Unpredictable(backtest, final), Ranking(backtest) };
        if (Others(backtest) is { } others) sentences.Add(others);
        sentences.Add(Tested(panel, backtest));
        if (backtest.Predictable) sentences.Add(CorrectionNote.Of(backtest));
        if (panel.Lifetimes.TryGetValue(panel.AsOf, out var lifetime)) sentences.Add(Lifetime(lifetime.Name));
        if (panel.HorizonDays != panel.LearntDays) sentences.Add(Carried(panel));
        if (backtest.Tested.Any(tested => !tested.Converged) || !final.Converged) sentences.Add(NotConverged);
        if (final.Scores.Count == 0) sentences.Add(NobodyToScore(panel));
        return sentences.Select((sentence, i) => sentence.At(i + 1)).ToList();
    }

    private static Bilingual Predicted(ChurnBacktest backtest)
    {
        var (winner, first) = (backtest.Winner, backtest.Base);
        return new(
            string.Create(English, $"Who will leave can be predicted in part: log loss {winner.LogLoss.Value:0.000} with {winner.Contender.En}, {first.LogLoss.Value:0.000} with the base rate; gain {Interval.English(winner.Gain, "0.000")}."),
            string.Create(French, $"On peut prévoir en partie qui va partir\u00a0: perte logarithmique de {winner.LogLoss.Value:0.000} avec {winner.Contender.Fr}, de {first.LogLoss.Value:0.000} avec le taux moyen\u00a0; gain {Interval.French(winner.Gain, "0.000")}."));
    }

    private static Bilingual Unpredictable(ChurnBacktest backtest, ChurnFinal final)
    {
        var (best, first) = (backtest.Best, backtest.Base);
        var rate = final.BaseRate;
        return new(
            string.Create(English, $"Nothing in these data predicts who will leave beyond chance: log loss {best.LogLoss.Value:0.000} with {best.Contender.En}, {first.LogLoss.Value:0.000} with the base rate; gain {Interval.English(best.Gain, "0.000")}. Every customer is given the base rate, {rate:P0}."),
            string.Create(French, $"Rien dans ces données ne permet de prévoir qui va partir mieux que le hasard\u00a0: perte logarithmique de {best.LogLoss.Value:0.000} avec {best.Contender.Fr}, de {first.LogLoss.Value:0.000} avec le taux moyen\u00a0; gain {Interval.French(best.Gain, "0.000")}. Chaque client reçoit le taux moyen, {rate:P0}."));
    }

    private static Bilingual Ranking(ChurnBacktest backtest) => new(
        string.Create(English, $"Ranking, {backtest.Best.Contender.En}: AUC {Interval.English(backtest.Best.Auc)}; drawing lots: 0.50."),
        string.Create(French, $"Classement, {backtest.Best.Contender.Fr}\u00a0: AUC {Interval.French(backtest.Best.Auc)}\u00a0; tirer au sort\u00a0: 0,50."));

    private static Bilingual? Others(ChurnBacktest backtest)
    {
        var others = backtest.Tested.Skip(1).Where(tested => tested != backtest.Best).OrderBy(tested => tested.LogLoss.Value).ToList();
        if (others.Count == 0) return null;
        return new(
            $"For comparison: {string.Join("; ", others.Select(other => string.Create(English, $"{other.Contender.En}, AUC {Interval.English(other.Auc)}, log loss {other.LogLoss.Value:0.000}")))}.",
            $"À titre de comparaison\u00a0: {string.Join("\u00a0; ", others.Select(other => string.Create(French, $"{other.Contender.Fr}, AUC {Interval.French(other.Auc)}, perte logarithmique {other.LogLoss.Value:0.000}")))}.");
    }

    private static Bilingual Tested(CustomerPanel panel, ChurnBacktest backtest)
    {
        var (split, first, tested) = (backtest.Latest, backtest.Folds[^1], backtest.Outcomes.Length);
        if (backtest.Folds.Count > 1)
        {
            return new(
                string.Create(English, $"Tested at {backtest.Folds.Count} past dates, from {first.TestCutoff:d} to {split.TestCutoff:d}, on {tested:N0} observations of active customers, of which {backtest.Churned:N0} saw no order{OrEndEn(panel)} in the next {panel.LearntDays} days; each time trained only on what was known by then."),
                string.Create(French, $"Vérifié à {backtest.Folds.Count} dates passées, du {first.TestCutoff:d} au {split.TestCutoff:d}, sur {tested:N0} observations de clients actifs, dont {backtest.Churned:N0} sans commande{OrEndFr(panel)} dans les {panel.LearntDays} jours suivants\u00a0; à chaque fois, l’apprentissage n’a vu que ce que l’on savait alors."));
        }
        return new(
            string.Create(English, $"Tested on the {tested:N0} customers active on {split.TestCutoff:d}, of whom {backtest.Churned:N0} placed no order{OrEndEn(panel)} in the next {panel.LearntDays} days, after training on {split.TrainRows.Length:N0} earlier observations (up to {split.TrainCutoffs[^1]:d}) alone."),
            string.Create(French, $"Vérifié sur les {tested:N0} clients actifs au {split.TestCutoff:d}, dont {backtest.Churned:N0} n’ont rien commandé{OrEndFr(panel)} dans les {panel.LearntDays} jours suivants, après apprentissage sur {split.TrainRows.Length:N0} observations antérieures seulement (jusqu’au {split.TrainCutoffs[^1]:d})."));
    }

    private static string OrEndEn(CustomerPanel panel) => panel.HasContracts ? " (under contract: did not renew it)" : "";

    private static string OrEndFr(CustomerPanel panel) => panel.HasContracts ? " (sous contrat\u00a0: ne l’ont pas renouvelé)" : "";

    private static Bilingual Lifetime(string name) => new(
        $"The lifetime model is the {name}: of BG/NBD, MBG/NBD and Pareto/NBD the one that made the orders known at the first past date the likeliest.",
        $"Le modèle de durée de vie est le {name}\u00a0: de BG/NBD, MBG/NBD et Pareto/NBD, celui qui rendait les plus vraisemblables les commandes connues à la première date passée.");

    private static Bilingual Carried(CustomerPanel panel) => new(
        string.Create(English, $"The history is too short to test over {panel.HorizonDays} days: learnt and tested over {panel.LearntDays}, the probabilities are carried further by the pace at which customers came back at past dates."),
        string.Create(French, $"L’historique est trop court pour vérifier sur {panel.HorizonDays} jours\u00a0: apprises et vérifiées sur {panel.LearntDays}, les probabilités sont prolongées au rythme auquel les clients revenaient aux dates passées."));

    private static Bilingual NotConverged { get; } = new(
        "A regression did not converge and gave way to the base rate.",
        "Une régression n’a pas convergé\u00a0; le taux moyen l’a remplacée.");

    private static Bilingual NobodyToScore(CustomerPanel panel) => new(
        string.Create(English, $"No customer is active on {panel.AsOf:d}: no order in the {panel.HorizonDays} days before it, so there is nobody to score."),
        string.Create(French, $"Aucun client actif au {panel.AsOf:d}\u00a0: aucune commande dans les {panel.HorizonDays} jours précédents, donc personne à noter."));
}
