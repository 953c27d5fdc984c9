namespace Analytics.Pipeline.Sample;

/// <content>The exports around the sales: leads, activities, quotes, complaints, satisfaction, marketing spend, targets.</content>
public static partial class SampleCompany
{
    private static IEnumerable<string[]> Leads(SampleSimulation company) =>
        company.Accounts.Select((a, i) => new[] { $"PI{i + 1:00000}", a.Code, a.Name, Date(a.CreatedAt), a.Channel.Name, "Qualifiée" })
            .Prepend(["Id piste", "Code client", "Société", "Date de détection", "Origine", "Statut de la piste"]);

    private static IEnumerable<string[]> Activities(SampleField field) =>
        field.Activities.Select(a => new[]
        {
            a.Kind, Date(a.Day), a.Account.Code, a.Account.Name, a.Account.Owner.Name, a.Minutes.ToString(French),
            a.Reached is { } reached ? reached ? "Oui" : "Non" : "",
        }).Prepend(["Type d’activité", "Date de l’activité", "Code client", "Nom du compte", "Commercial", "Durée (min)", "Abouti"]);

    private static IEnumerable<string[]> Quotes(SampleField field) =>
        field.Quotes.Select(q => new[]
        {
            q.Code, q.Opportunity.Account.Code, q.Opportunity.Account.Name, q.Opportunity.Owner.Name, Date(q.Day), Amount(q.Opportunity.Amount),
        }).Prepend(["Id devis", "Code client", "Nom du compte", "Commercial", "Date du devis", "Montant HT"]);

    private static IEnumerable<string[]> Complaints(SampleField field) =>
        field.Complaints.Select(c => new[]
        {
            c.Code, c.Account.Code, c.Account.Name, Date(c.MadeAt), c.Reason, c.ResolvedAt is { } day ? Date(day) : "",
        }).Prepend(["Id réclamation", "Code client", "Nom du compte", "Date de réclamation", "Motif de réclamation", "Date de résolution"]);

    private static IEnumerable<string[]> Answers(SampleField field) =>
        field.Answers.Select(a => new[] { a.Code, a.Account.Code, a.Account.Name, Date(a.Day), a.Score.ToString(French), "10" })
            .Prepend(["Id réponse", "Code client", "Nom du compte", "Date de réponse", "Note", "Échelle"]);

    private static IEnumerable<string[]> Spend(SampleOptions options) =>
        (from month in Months(options)
         from channel in SampleWorld.Channels
         where channel.MonthlySpend > 0
         select new[] { Date(month), channel.Name, Amount(channel.MonthlySpend) })
        .Prepend(["Mois", "Canal", "Dépense"]);

    private static IEnumerable<string[]> Targets(SampleOptions options) =>
        (from month in Months(options)
         from owner in SampleWorld.Owners
         select new[] { Date(month), owner.Name, Amount(Math.Round(options.Customers * 40m * (decimal)owner.WinFactor, 2)) })
        .Prepend(["Mois", "Commercial", "Objectif CA"]);

    private static IEnumerable<DateOnly> Months(SampleOptions options)
    {
        var first = options.LastDay.AddYears(-options.Years).AddDays(1);
        return Enumerable.Range(0, options.Years * 12).Select(m => new DateOnly(first.Year, first.Month, 1).AddMonths(m));
    }
}
