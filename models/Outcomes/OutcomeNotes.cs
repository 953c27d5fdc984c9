using Analytics.Models.Evaluation;
using Analytics.Models.Explanation;
using static Analytics.Models.Explanation.Languages;

namespace Analytics.Models;

/// <summary>What was found in a table of customers, in sentences.</summary>
internal static class OutcomeNotes
{
    internal const string Model = "outcome";
    private const int MostTelling = 3;

    internal static List<ModelNote> Of(CrossFit fit, OutcomeTest test, IReadOnlyList<TellingColumn> telling, IReadOnlyList<TellingColumn> certain, OutcomeOptions options)
    {
        var sentences = new List<Bilingual> { Verdict(fit, test, options) };
        if (test.IsPredictable) sentences.Add(List(OutcomeCard.Lifts(fit, test, options)));
        if (certain.Count > 0) sentences.Add(Certain(certain));
        sentences.Add(Telling([.. telling.Except(certain).Take(MostTelling)]));
        return [.. sentences.Select((sentence, i) => sentence.At(i + 1, Model))];
    }

    internal static Bilingual? Refusal(bool[] left, OutcomeOptions options)
    {
        var (gone, stayed) = (left.Count(one => one), left.Count(one => !one));
        return Math.Min(gone, stayed) >= options.FewestOfEach ? null : new(
            string.Create(English, $"Nothing can be learnt: known to have left: {gone:N0}, known to have stayed: {stayed:N0}; {options.FewestOfEach} of each are the least from which even the base rate can be told. Missing: more customers, or the outcome of more of them."),
            string.Create(French, $"On ne peut rien apprendre\u00a0: {gone:N0} que l’on sait partis, {stayed:N0} que l’on sait restés\u00a0; il en faut au moins {options.FewestOfEach} de chaque pour que le taux moyen même se distingue. Il manque\u00a0: plus de clients, ou le sort de plus d’entre eux."));
    }

    internal static Bilingual NothingLeft(IReadOnlyList<TellingColumn> certain) => certain.Count == 0
        ? new("Nothing can be learnt: no column of the table describes its customers.", "On ne peut rien apprendre\u00a0: aucune colonne du tableau ne décrit ses clients.")
        : Certain(certain);

    private static Bilingual Verdict(CrossFit fit, OutcomeTest test, OutcomeOptions options)
    {
        var (best, contender) = (test.Tested[test.Best], OutcomeContenders.All[test.Best]);
        var (rows, gone) = (fit.Left.Length, fit.Left.Count(one => one));
        var error = Reliability.ExpectedCalibrationError(best.Bins);
        return test.IsPredictable
            ? new(
                string.Create(English, $"Who leaves can be predicted: {contender.En}, AUC {Interval.English(best.Auc, "0.000")} on customers that the model had not seen ({rows:N0} customers, {gone:N0} of whom left, dealt into {options.Folds} parts of which each is held out once{(fit.Repeats == 1 ? "" : $", {fit.Repeats} times over")}). Its probabilities were off by {100 * error:0.0} points on average."),
                string.Create(French, $"On peut prévoir qui part\u00a0: {contender.Fr}, AUC {Interval.French(best.Auc, "0.000")} sur des clients que le modèle n’avait pas vus ({rows:N0} clients, dont {gone:N0} partis, répartis en {options.Folds} parts dont chacune est mise de côté une fois{(fit.Repeats == 1 ? "" : $", à {fit.Repeats} reprises")}). Ses probabilités s’écartaient de {100 * error:0.0} points en moyenne."))
            : new(
                string.Create(English, $"Nothing in these columns predicts who leaves beyond chance ({rows:N0} customers, {gone:N0} of whom left; the best, {contender.En}, AUC {Interval.English(best.Auc, "0.000")}): every customer is given the base rate."),
                string.Create(French, $"Rien dans ces colonnes ne permet de prévoir mieux que le hasard qui part ({rows:N0} clients, dont {gone:N0} partis\u00a0; le meilleur, {contender.Fr}, AUC {Interval.French(best.Auc, "0.000")})\u00a0: chaque client reçoit le taux moyen."));
    }

    private static Bilingual List(Estimate[] lifts) => new(
        $"Among the tenth of the customers likeliest to leave, {Interval.English(lifts[0], "0.0")} times as many left as on average; among the second tenth, {Interval.English(lifts[1], "0.0")}.",
        $"Dans le dixième des clients les plus susceptibles de partir, il en est parti {Interval.French(lifts[0], "0.0")} fois plus que la moyenne\u00a0; dans le deuxième dixième, {Interval.French(lifts[1], "0.0")}.");

    private static Bilingual Certain(IReadOnlyList<TellingColumn> certain)
    {
        var names = string.Join(", ", certain.Select(column => column.Name));
        return new(
            $"Left out, since they tell the outcome by themselves: {names}. Such a column is another name of the outcome, or was filled in after it.",
            $"Écarté, car cela dit l’issue à soi seul\u00a0: {names}. Une telle colonne est un autre nom de l’issue, ou a été remplie après elle.");
    }

    private static Bilingual Telling(IReadOnlyList<TellingColumn> columns) => new(
        $"What tells most by itself: {string.Join(", ", columns.Select(column => string.Create(English, $"{column.Name} (AUC {column.Auc:0.00})")))}. Such a table does not say when its figures were taken: what was written down after a customer had left tells more than anyone can know beforehand.",
        $"Ce qui en dit le plus à soi seul\u00a0: {string.Join(", ", columns.Select(column => string.Create(French, $"{column.Name} (AUC {column.Auc:0.00})")))}. Un tel tableau ne dit pas de quand datent ses chiffres\u00a0: ce qui a été noté après le départ d’un client en dit plus qu’on ne peut savoir avant.");
}
