using Analytics.Models.Evaluation;
using Analytics.Models.Features;
using static Analytics.Models.Explanation.Languages;

namespace Analytics.Models.Explanation;

/// <summary>What was found about the future 20/80, in sentences.</summary>
internal static class PotentialNotes
{
    private const string Signed = "+0.0;−0.0;0.0";

    internal static List<ModelNote> Of(CustomerPanel panel, ChurnBacktest backtest, PotentialGains gains, AmountBacktest? amounts)
    {
        var sentences = new List<Bilingual> { Verdict(backtest, gains), Euros(backtest, gains) };
        if (gains.Entered > 0) sentences.Add(Followed(panel, backtest, gains));
        if (amounts is not null) sentences.Add(Amounts(backtest, amounts));
        if (amounts is not null && BasketShift.Of(panel) is { IsTold: true } shift) sentences.Add(Shifted(panel, shift, amounts.FollowsShifts));
        if (backtest.Predictable) sentences.AddRange([CorrectionNote.Of(backtest), Rule(panel)]);
        return sentences.Select((sentence, i) => sentence.At(i + 1, "potential")).ToList();
    }

    internal static Bilingual Refusal(CustomerPanel panel, ChurnOptions options) => new(
        string.Create(English, $"No potential score: at no past date are {options.FewestOfEach} customers in the top 20% and {options.FewestOfEach} outside it known over {panel.LearntDays} days, with as long a time after it to test. Missing: a longer history or more customers."),
        string.Create(French, $"Pas de score de potentiel\u00a0: à aucune date passée on ne connaît {options.FewestOfEach} clients dans les 20\u00a0% premiers et {options.FewestOfEach} en dehors sur {panel.LearntDays} jours, avec autant de temps ensuite pour vérifier. Il manque\u00a0: un historique plus long ou plus de clients."));

    private static Bilingual Verdict(ChurnBacktest backtest, PotentialGains gains)
    {
        var best = backtest.Best;
        return backtest.Predictable switch
        {
            false => new(
                "Nothing in these data predicts who will be in the top 20% beyond chance: every customer is given the base rate, and nobody is named.",
                "Rien dans ces données ne permet de prévoir mieux que le hasard qui sera dans les 20\u00a0% premiers\u00a0: chaque client reçoit le taux moyen, et personne n’est désigné."),
            true when !(gains.Beyond.Value > 0) => new(
                string.Create(English, $"Nothing in these data predicts who will be in the top 20% beyond what the last period's amounts say: {best.Contender.En} ranks better than chance, AUC {Interval.English(best.Auc)}, but brings no more than those amounts do."),
                string.Create(French, $"Rien dans ces données ne permet de prévoir qui sera dans les 20\u00a0% premiers au-delà de ce que disent les montants de la dernière période\u00a0: {best.Contender.Fr} classe mieux que le hasard, AUC {Interval.French(best.Auc)}, mais n’apporte pas plus que ces montants.")),
            true when !(gains.Beyond.Low > 0) => new(
                string.Create(English, $"Who will be in the top 20% can be predicted better than by chance ({best.Contender.En}, AUC {Interval.English(best.Auc)}), but that this is more than the last period's amounts say is not proved."),
                string.Create(French, $"On peut prévoir mieux que le hasard qui sera dans les 20\u00a0% premiers ({best.Contender.Fr}, AUC {Interval.French(best.Auc)}), mais rien ne prouve que ce soit plus que n’en disent les montants de la dernière période.")),
            true => new(
                string.Create(English, $"Who will be in the top 20% can be predicted: {best.Contender.En}, AUC {Interval.English(best.Auc)}."),
                string.Create(French, $"On peut prévoir qui sera dans les 20\u00a0% premiers\u00a0: {best.Contender.Fr}, AUC {Interval.French(best.Auc)}.")),
        };
    }

    /// <summary>A difference of shares, in points.</summary>
    private static Estimate Points(Estimate gain) => new(100 * gain.Value, 100 * gain.Low, 100 * gain.High);

    private static Bilingual Euros(ChurnBacktest backtest, PotentialGains gains) => new(
        string.Create(English, $"{Dates(backtest).En}, the predicted top 20% went on to bring {gains.Predicted.Value:P0} of the amount; the last period's top 20%, {gains.Last:P0} (difference {Interval.English(Points(gains.Beyond), Signed)} points); the best RFM scores, {Share(gains.Rfm, English)}; perfect foresight, {gains.Oracle:P0}."),
        string.Create(French, $"{Dates(backtest).Fr}, les 20\u00a0% prédits ont apporté ensuite {gains.Predicted.Value:P0} du montant\u00a0; les 20\u00a0% de la dernière période, {gains.Last:P0} (écart {Interval.French(Points(gains.Beyond), Signed)} points)\u00a0; les meilleurs scores RFM, {Share(gains.Rfm, French)}\u00a0; une prévision parfaite, {gains.Oracle:P0}."));

    private static Bilingual Dates(ChurnBacktest backtest) => backtest.Folds.Count == 1
        ? new(
            string.Create(English, $"At the one past date that could be tested, {backtest.Latest.TestCutoff:d}"),
            string.Create(French, $"À la seule date passée vérifiable, le {backtest.Latest.TestCutoff:d}"))
        : new($"At the {backtest.Folds.Count} past dates tested", $"Aux {backtest.Folds.Count} dates passées vérifiées");

    private static Bilingual Lists(ChurnBacktest backtest, PotentialGains gains) => backtest.Folds.Count == 1
        ? new(
            string.Create(English, $"a list of {gains.Named:N0} {(gains.Named == 1 ? "name" : "names")}"),
            string.Create(French, $"une liste de {gains.Named:N0} {(gains.Named < 2 ? "nom" : "noms")}"))
        : new(
            string.Create(English, $"lists of {gains.Named:N0} {(gains.Named == 1 ? "name" : "names")} in all, over {backtest.Folds.Count} dates"),
            string.Create(French, $"des listes de {gains.Named:N0} {(gains.Named < 2 ? "nom" : "noms")} en tout, sur {backtest.Folds.Count} dates"));

    private static string Share(double share, System.Globalization.CultureInfo culture) =>
        double.IsFinite(share) ? share.ToString("P0", culture) : culture == French ? "n.d." : "n/a";

    private static Bilingual Followed(CustomerPanel panel, ChurnBacktest backtest, PotentialGains gains)
    {
        var (met, lists) = ((double)gains.Met / gains.Entered, Lists(backtest, gains));
        return new(
            string.Create(English, $"Had you followed this list then, you would have met {met:P0} of the customers that entered the top 20% within {panel.LearntDays} days ({gains.Met:N0} of {gains.Entered:N0}), in {lists.En}."),
            string.Create(French, $"En suivant alors cette liste, vous auriez rencontré {met:P0} des clients entrés dans les 20\u00a0% premiers en {panel.LearntDays} jours ({gains.Met:N0} sur {gains.Entered:N0}), avec {lists.Fr}."));
    }

    private static Bilingual Amounts(ChurnBacktest backtest, AmountBacktest amounts)
    {
        var (best, naive) = (amounts.Best, amounts.Naive);
        return new(
            string.Create(English, $"An expected amount goes with the chances: the chance of the top 20% × what customers of that size brought in it, plus the chance of ordering outside it × what they brought there; a customer's size is told by {best.Contender.En}. {Dates(backtest).En}, these amounts were {best.Said:N0} in all and {amounts.Brought:N0} came; customer by customer they were off by {best.Error.Value:P0} of it, the last period's amounts by {Share(naive.Error.Value, English)}."),
            string.Create(French, $"Un montant attendu suit les probabilités\u00a0: celle d’être dans les 20\u00a0% premiers × ce que des clients de cette taille y ont apporté, plus celle de commander sans y être × ce qu’ils ont alors apporté\u00a0; la taille d’un client est donnée par {best.Contender.Fr}. {Dates(backtest).Fr}, ces montants étaient de {best.Said:N0} en tout et {amounts.Brought:N0} sont venus\u00a0; client par client, l’écart était de {best.Error.Value:P0} de ce total, avec les montants de la dernière période de {Share(naive.Error.Value, French)}."));
    }

    private static Bilingual Shifted(CustomerPanel panel, BasketShift shift, bool isFollowed)
    {
        var (by, isLess) = (Math.Abs(shift.Ratio - 1), shift.Ratio < 1);
        var then = isFollowed
            ? new Bilingual(
                string.Create(English, $"The expected amounts, which rest on a longer past, are multiplied by {shift.Ratio:0.00} for it: where it does not last, they are too {(isLess ? "low" : "high")}."),
                string.Create(French, $"Les montants attendus, qui reposent sur un passé plus long, sont multipliés par {shift.Ratio:0.00} pour en tenir compte\u00a0: si cela ne dure pas, ils sont trop {(isLess ? "bas" : "hauts")}."))
            : new Bilingual(
                $"At past dates where that was so too, it did not last, and the expected amounts do not follow it: if it lasts, they are too {(isLess ? "high" : "low")}.",
                $"Aux dates passées où c’était aussi le cas, cela n’a pas duré, et les montants attendus n’en tiennent pas compte\u00a0: si cela dure, ils sont trop {(isLess ? "hauts" : "bas")}.");
        return new(
            string.Create(English, $"Orders of the last {panel.LearntDays} days are worth {by:P0} {(isLess ? "less" : "more")} than the same customers' orders of the {panel.LearntDays} days before (median of {shift.Customers:N0} customers, more than chance). {then.En}"),
            string.Create(French, $"Les commandes des {panel.LearntDays} derniers jours valent {by:P0} de {(isLess ? "moins" : "plus")} que celles des mêmes clients sur les {panel.LearntDays} jours d’avant (médiane de {shift.Customers:N0} clients, plus que le hasard). {then.Fr}"));
    }

    private static Bilingual Rule(CustomerPanel panel) => new(
        string.Create(English, $"Future 20/80: outside the top 20% of active customers over the last {panel.HorizonDays} days, and the likeliest of those to be in it over the next, as many as are expected to enter. Falling star: in it, and the least likely to stay, as many as are expected to leave."),
        string.Create(French, $"Futur 20/80\u00a0: hors des 20\u00a0% premiers clients actifs sur les {panel.HorizonDays} derniers jours, et parmi ceux-là les plus susceptibles d’y être sur les suivants, autant qu’on en attend. Étoile filante\u00a0: parmi eux, les moins susceptibles d’y rester, autant qu’on attend de départs."));
}
