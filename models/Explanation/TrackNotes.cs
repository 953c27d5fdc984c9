using static Analytics.Models.Explanation.Languages;

namespace Analytics.Models.Explanation;

/// <summary>What became of an earlier run's predictions, in sentences: whether to trust them still.</summary>
internal static class TrackNotes
{
    /// <summary>An AUC from which a ranking is worth following.</summary>
    private const double Useful = 0.6;

    internal static List<ModelNote> Of(TrackFigures figures)
    {
        var sentences = new List<Bilingual>();
        if (figures.Churn is { } churn) sentences.Add(figures.IsOver ? Verdict(figures, churn) : SoFar(figures, churn));
        if (figures.IsOver && figures.Top is not null) sentences.Add(Euros(figures));
        if (figures.IsOver && figures.Entered > 0) sentences.Add(Followed(figures));
        return sentences.Select((sentence, i) => sentence.At(i + 1, "track_record")).ToList();
    }

    private static Bilingual Verdict(TrackFigures figures, TrackedChance churn)
    {
        var (en, fr) = churn.Auc.Low > Useful ? ("they can still be trusted to say whom to call first", "on peut encore s’y fier pour savoir qui appeler d’abord")
            : churn.Auc.Low > 0.5 ? ("they were better than chance, but weak", "elles ont fait mieux que le hasard, mais de peu")
            : ("they did not do better than chance: do not follow them", "elles n’ont pas fait mieux que le hasard\u00a0: ne les suivez pas");
        return new(
            string.Create(English, $"Looking back at the predictions of {figures.AsOf:d} over {figures.HorizonDays} days: {en} (AUC {Interval.English(churn.Auc)}); {churn.Predicted:P0} without an order were expected, {churn.Observed:P0} it was, {100 * churn.Ece:0.0} points off on average."),
            string.Create(French, $"Retour sur les prévisions du {figures.AsOf:d} à {figures.HorizonDays} jours\u00a0: {fr} (AUC {Interval.French(churn.Auc)})\u00a0; on attendait {churn.Predicted:P0} de clients sans commande, il y en a eu {churn.Observed:P0}, avec un écart moyen de {100 * churn.Ece:0.0} points."));
    }

    private static Bilingual SoFar(TrackFigures figures, TrackedChance churn) => new(
        string.Create(English, $"Looking back at the predictions of {figures.AsOf:d}: only {figures.ElapsedDays} of their {figures.HorizonDays} days have passed, so only their order can be judged: AUC {Interval.English(churn.Auc)} for who has not ordered yet."),
        string.Create(French, $"Retour sur les prévisions du {figures.AsOf:d}\u00a0: {figures.ElapsedDays} de leurs {figures.HorizonDays} jours sont passés, on ne peut donc juger que leur classement\u00a0: AUC {Interval.French(churn.Auc)} pour ceux qui n’ont pas encore commandé."));

    private static Bilingual Euros(TrackFigures figures) => new(
        string.Create(English, $"The predicted top 20% then brought {figures.Predicted:P0} of the amount; the top 20% of the time, {figures.Then:P0}; perfect foresight, {figures.Oracle:P0}."),
        string.Create(French, $"Les 20\u00a0% prédits ont ensuite apporté {figures.Predicted:P0} du montant\u00a0; les 20\u00a0% d’alors, {figures.Then:P0}\u00a0; une prévision parfaite, {figures.Oracle:P0}."));

    private static Bilingual Followed(TrackFigures figures) => new(
        string.Create(English, $"Its list of {figures.Named:N0} future 20/80 held {(double)figures.Met / figures.Entered:P0} of the customers that entered the top 20% ({figures.Met:N0} of {figures.Entered:N0})."),
        string.Create(French, $"Sa liste de {figures.Named:N0} futurs 20/80 contenait {(double)figures.Met / figures.Entered:P0} des clients entrés dans les 20\u00a0% premiers ({figures.Met:N0} sur {figures.Entered:N0})."));
}
