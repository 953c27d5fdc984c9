namespace Analytics.Pipeline.Sample;

/// <summary>What the sample's company is made of, and the truths planted in it.</summary>
internal static class SampleWorld
{
    /// <param name="Basket">How many times the usual order a customer of the sector spends.</param>
    /// <param name="WinRate">Chance that an opportunity in the sector is won.</param>
    /// <param name="CycleDays">Usual days from creation to signature.</param>
    /// <param name="YearlyLoss">Chance that a customer of the sector stops within a year.</param>
    public sealed record Sector(string Name, double Share, double Basket, double WinRate, double CycleDays, double YearlyLoss);

    public sealed record Channel(string Name, double Share, double WinFactor, decimal MonthlySpend);

    /// <param name="WinFactor">How many times as often as the team it wins.</param>
    /// <param name="IsHunter">Whether it lives on new accounts; a farmer looks after those it has.</param>
    public sealed record Owner(string Code, string Name, string Team, string Manager, decimal HourlyCost, double WinFactor, bool IsHunter);

    public sealed record Product(string Code, string Name, string Family, decimal Price, decimal Cost);

    public sealed record Region(string Name, string City, string Postcode);

    public static readonly Sector[] Sectors =
    [
        new("Garage automobile", 0.26, 0.8, 0.46, 28, 0.14),
        new("Bâtiment", 0.22, 1.1, 0.34, 45, 0.24),
        new("Industrie", 0.14, 3.2, 0.27, 92, 0.08),
        new("Hôtellerie-restauration", 0.16, 0.5, 0.22, 35, 0.34),
        new("Commerce de détail", 0.14, 0.6, 0.40, 24, 0.22),
        new("Collectivités", 0.08, 2.1, 0.30, 120, 0.06),
    ];

    public static readonly Channel[] Channels =
    [
        new("Recommandation", 0.20, 1.45, 0m), new("Site web", 0.28, 0.95, 1200m), new("Salon", 0.14, 1.05, 2600m),
        new("Prospection téléphonique", 0.26, 0.72, 650m), new("Partenaire", 0.12, 1.15, 400m),
    ];

    public static readonly Owner[] Owners =
    [
        new("C01", "Amélie Rousseau", "Nord", "Béatrice Lemoine", 46.50m, 1.30, true),
        new("C02", "Karim Benali", "Nord", "Béatrice Lemoine", 43.00m, 1.05, false),
        new("C03", "Loïc Guéguen", "Ouest", "Béatrice Lemoine", 41.00m, 0.90, true),
        new("C04", "Hélène Faure", "Ouest", "Béatrice Lemoine", 44.00m, 1.00, false),
        new("C05", "Étienne Morel", "Sud", "Thierry Castel", 48.00m, 1.10, false),
        new("C06", "Nadia Cherif", "Sud", "Thierry Castel", 42.50m, 0.95, true),
        new("C07", "François Béranger", "Est", "Thierry Castel", 45.00m, 0.70, true),
        new("C08", "Zoé Lœwenstein", "Est", "Thierry Castel", 39.00m, 1.00, false),
    ];

    public static readonly Product[] Products =
    [
        new("LEV-20", "Pont élévateur 2 colonnes", "Levage", 3890m, 2410m), new("LEV-40", "Pont élévateur 4 colonnes", "Levage", 6950m, 4520m),
        new("AIR-10", "Compresseur 100 L", "Air comprimé", 890m, 560m), new("AIR-50", "Compresseur à vis 500 L", "Air comprimé", 5400m, 3500m),
        new("OUT-01", "Servante d’atelier équipée", "Outillage", 1290m, 700m), new("OUT-02", "Coffret de douilles", "Outillage", 149m, 72m),
        new("OUT-03", "Clé à choc sans fil", "Outillage", 329m, 190m), new("CON-01", "Lubrifiants, fût 60 L", "Consommables", 245m, 168m),
        new("CON-02", "Absorbants, carton", "Consommables", 68m, 31m), new("CON-03", "Gants nitrile, palette", "Consommables", 410m, 265m),
        new("SER-01", "Contrat d’entretien annuel", "Services", 960m, 410m), new("SER-02", "Vérification réglementaire", "Services", 280m, 130m),
    ];

    public static readonly Region[] Regions =
    [
        new("Hauts-de-France", "Lille", "59000"), new("Île-de-France", "Créteil", "94000"), new("Bretagne", "Rennes", "35000"),
        new("Pays de la Loire", "Nantes", "44000"), new("Occitanie", "Toulouse", "31000"), new("Provence-Alpes-Côte d’Azur", "Marseille", "13008"),
        new("Grand Est", "Strasbourg", "67000"), new("Auvergne-Rhône-Alpes", "Lyon", "69007"),
    ];

    /// <summary>The mean wait until a company that is known asks for something again.</summary>
    public const double DaysBetweenLeads = 500;

    /// <summary>The accounts whose orders grow every year, and how many times over.</summary>
    public const double RisingShare = 0.06, RisingGrowth = 2.2;

    /// <summary>The chance that a customer complains in its last months, and that another does.</summary>
    public const double ComplainsLeaving = 0.5, ComplainsStaying = 0.08;

    /// <summary>The share of complaints that are about late delivery; the others are about the product.</summary>
    public const double LateComplaints = 0.7;

    /// <summary>The chance that an order of a customer's last half year comes late, and that any other does.</summary>
    public const double LateLeaving = 0.55, LateStaying = 0.10;

    /// <summary>The share of customers under contract, and of contracts that run out and are not renewed though the customer stays.</summary>
    public const double UnderContract = 0.25, NotRenewed = 0.15;

    /// <summary>The share of planned actions that are done on their day or before.</summary>
    public const double DoneOnTime = 0.6;

    /// <summary>The share of people who may be written to.</summary>
    public const double Consents = 0.7;

    /// <summary>The share of accounts that were entered a second time.</summary>
    public const double EnteredTwice = 0.02;

    public static readonly string[] FirstNames =
        ["Jean", "Marie", "Stéphane", "Anaïs", "Frédéric", "Léa", "Benoît", "Chloé", "Mehdi", "Inès", "Gaëtan", "Sophie", "Raphaël", "Noémie"];

    public static readonly string[] LastNames =
        ["Dupont", "Leclerc", "Fontaine", "Nguyen", "Barbier", "Lemaître", "Da Silva", "Köhler", "Perrin", "Gauthier", "Besnard", "Haddad", "Le Bras", "Mercier"];

    public static readonly string[] Jobs = ["Gérant", "Responsable achats", "Chef d’atelier", "Comptable"];

    public static readonly string[] NameHeads =
    [
        "Ateliers", "Garage", "Établissements", "Société", "Maison", "Groupe", "Transports", "Entreprise", "Comptoir", "Auto", "Hôtel", "Menuiserie",
    ];

    public static readonly string[] NameTails =
    [
        "Lefèvre", "du Château", "Martin & Fils", "de la Côte", "Bœuf", "Garnier", "du Marché", "Saint-André", "Périgord", "des Alpes", "Moreau",
        "L’Étoile", "Noël", "Dubois", "des Deux Rives", "Carpentier", "Mäder", "d’Armor", "Rivière", "du Canal", "Élysée", "Vasseur", "Le Goff", "Pasquier",
    ];

    public static readonly string[] LossReasons = ["Prix", "Concurrent", "Projet abandonné", "Sans réponse", "Délai"];
}
