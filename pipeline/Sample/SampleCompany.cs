using System.Globalization;
using System.Text;

namespace Analytics.Pipeline.Sample;

/// <summary>A plausible French supplier of workshop equipment, written as a French CRM exports: ";", decimal comma, Windows-1252, 31/12/2025.</summary>
public static partial class SampleCompany
{
    private static readonly CultureInfo French = FrenchNumbers();
    private static readonly Encoding Windows1252 = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    /// <summary>Writes the exports into a folder, which is made if needed, and gives the files' paths; the same options give the same bytes.</summary>
    public static IReadOnlyList<string> Write(string folder, SampleOptions? options = null)
    {
        options ??= new();
        var company = new SampleSimulation(options);
        var field = new SampleField(company, options);
        Directory.CreateDirectory(folder);
        return
        [
            Write(folder, "comptes.csv", Accounts(company)),
            Write(folder, "commerciaux.csv", Owners()),
            Write(folder, "produits.csv", Products()),
            Write(folder, "opportunites.csv", Opportunities(company)),
            Write(folder, "commandes.csv", SampleMess.Soil(Orders(company))),
            Write(folder, "pistes.csv", Leads(company)),
            Write(folder, "activites.csv", Activities(field)),
            Write(folder, "devis.csv", Quotes(field)),
            Write(folder, "reclamations.csv", Complaints(field)),
            Write(folder, "satisfaction.csv", Answers(field)),
            Write(folder, "depenses marketing.csv", Spend(options)),
            Write(folder, "objectifs.csv", Targets(options)),
        ];
    }

    private static IEnumerable<string[]> Accounts(SampleSimulation company) =>
        company.Accounts.Select(a => new[]
        {
            a.Code, a.Name, a.Type, a.Sector.Name, a.Employees.ToString(French), a.Region.City, a.Region.Postcode, a.Region.Name,
            a.Channel.Name, a.Owner.Name, Date(a.CreatedAt),
        }).Prepend(["Code client", "Raison sociale", "Type de client", "Secteur d’activité", "Effectif", "Ville", "Code postal", "Région", "Origine", "Commercial", "Date de création"]);

    private static IEnumerable<string[]> Owners() =>
        SampleWorld.Owners.Select(o => new[] { o.Code, o.Name, o.Team, o.Manager, Amount(o.HourlyCost) })
            .Prepend(["Code commercial", "Nom complet", "Équipe", "Manager commercial", "Coût horaire"]);

    private static IEnumerable<string[]> Products() =>
        SampleWorld.Products.Select(p => new[] { p.Code, p.Name, p.Family, Amount(p.Price), Amount(p.Cost) })
            .Prepend(["Code article", "Désignation", "Famille", "Prix catalogue", "Coût unitaire"]);

    private static IEnumerable<string[]> Opportunities(SampleSimulation company) =>
        company.Opportunities.Select(o => new[]
        {
            o.Code, o.Account.Code, o.Account.Name, o.Owner.Name, o.Product.Name, o.Account.Channel.Name, Date(o.CreatedAt),
            o.ClosedAt is { } closed ? Date(closed) : "", o.Stage, Amount(o.Amount), o.LossReason ?? "",
        }).Prepend(["Id opportunité", "Code client", "Nom du compte", "Commercial", "Produit", "Origine", "Date de création", "Date de clôture", "Étape", "Montant HT", "Motif de perte"]);

    private static IEnumerable<string[]> Orders(SampleSimulation company) =>
        company.Orders.Select(o => new[]
        {
            o.Code, o.Account.Code, o.Account.Name, o.Product.Name, o.Kind, Date(o.OrderedAt), Amount(o.Amount), Amount(o.Cost),
        }).Prepend(["N° commande", "Code client", "Nom client", "Article", "Type de commande", "Date de commande", "Montant HT", "Coût de revient"]);

    private static string Write(string folder, string name, IEnumerable<string[]> rows)
    {
        var path = Path.Combine(folder, name);
        using var writer = new StreamWriter(path, append: false, Windows1252) { NewLine = "\r\n" };
        foreach (var row in rows) writer.WriteLine(string.Join(';', row.Select(Cell)));
        return path;
    }

    private static string Cell(string value) => value.AsSpan().IndexOfAny(";\"\r\n") < 0
        ? value
        : $"\"{value.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private static string Date(DateOnly day) => day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);

    private static string Amount(decimal amount) => amount.ToString("#,##0.00", French);

    /// <summary>Spelled out, since the group separator of "fr-FR" differs between systems; Windows-1252 has only the no-break space.</summary>
    private static CultureInfo FrenchNumbers()
    {
        var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        culture.NumberFormat.NumberGroupSeparator = "\u00a0";
        culture.NumberFormat.NumberDecimalSeparator = ",";
        return culture;
    }
}
