namespace Analytics.Pipeline.Profiles;

/// <summary>Whether a value reads as the status of an order, a quote or a deal.</summary>
internal static class StatusWords
{
    private static readonly HashSet<string> s_words = new(
    [
        .. Profile.Generic.Statuses.Values.SelectMany(w => w), .. Profile.Generic.Outcomes.Values.SelectMany(w => w),
        "open", "opened", "closed", "new", "paid", "unpaid", "pending", "posted", "sent", "shipped", "delivered", "processing", "complete", "completed", "done", "sale", "active", "inactive", "confirmed",
        "ouvert", "ouverte", "ferme", "fermee", "cloture", "cloturee", "nouveau", "nouvelle", "paye", "payee", "regle", "reglee", "en cours", "en attente", "envoye", "envoyee", "expedie", "expediee", "livre", "livree",
        "termine", "terminee", "valide", "validee", "abierto", "cerrado", "pagado", "pendiente", "enviado", "entregado", "confirmado",
    ], StringComparer.Ordinal);

    public static bool Says(string value) => s_words.Contains(HeaderWords.Normalise(value));
}
