using System.Globalization;
using System.Text;

namespace Analytics.Pipeline.Sample;

/// <summary>One simulated company: who it is, how it buys, and when it stops.</summary>
/// <param name="DaysBetweenOrders">Mean gap of its orders while it is a customer.</param>
/// <param name="Spending">How many times its sector's usual order it spends.</param>
internal sealed record SampleAccount(
    int Number, string Code, string Name, SampleWorld.Sector Sector, SampleWorld.Channel Channel, SampleWorld.Region Region, SampleWorld.Owner Owner,
    int Employees, DateOnly CreatedAt, double DaysBetweenOrders, double Spending, double DaysUntilLoss)
{
    private const ulong Identity = 1;

    public string Type => Employees < 10 ? "TPE" : Employees < 250 ? "PME" : "ETI";

    /// <summary>How many times more its orders are worth each year that it stays: 1, or more for the few that rise into the top fifth.</summary>
    public double Growth { get; private init; } = 1;

    public string Siret { get; init; } = "";

    public string Siren => Siret[..9];

    /// <summary>France's VAT number: its key is (12 + 3 × (SIREN mod 97)) mod 97.</summary>
    public string Vat => string.Create(CultureInfo.InvariantCulture, $"FR{(12 + 3 * (int.Parse(Siren, CultureInfo.InvariantCulture) % 97)) % 97:00}{Siren}");

    public string Phone { get; init; } = "";

    public string Domain { get; init; } = "";

    public static SampleAccount Draw(SampleRandom random, SampleOptions options, int number, DateOnly firstDay, int days)
    {
        var sector = random.Pick(SampleWorld.Sectors, s => s.Share);
        var region = random.Below(SampleWorld.Regions.Length);
        return new SampleAccount(
            number, $"CL{number:00000}", DrawName(random, number), sector, random.Pick(SampleWorld.Channels, c => c.Share),
            SampleWorld.Regions[region], SampleWorld.Owners[region / 2 * 2 + random.Below(2)],
            Employees: Math.Max(1, (int)(6 * random.LogNormal(1.5) * (sector.Basket > 2 ? 8 : 1))),
            CreatedAt: firstDay.AddDays((int)(days * 0.85 * Math.Pow(random.Uniform(), 1.6))),
            DaysBetweenOrders: Math.Clamp(55 * random.LogNormal(0.7), 8, 400),
            Spending: random.LogNormal(0.8),
            DaysUntilLoss: random.Exponential(365 / -Math.Log(1 - sector.YearlyLoss))).Known(SampleRandom.Of(options.Seed, number, Identity));
    }

    /// <summary>Letters and digits of a name without accents, as an address of the web has them.</summary>
    public static string Plain(string name)
    {
        var plain = new StringBuilder(name.Length);
        foreach (var c in name.Replace("œ", "oe", StringComparison.OrdinalIgnoreCase).Normalize(NormalizationForm.FormD))
            if (char.IsAsciiLetterOrDigit(c)) plain.Append(char.ToLowerInvariant(c));
            else if (plain.Length > 0 && plain[^1] != '-' && !(CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark)) plain.Append('-');
        return plain.ToString().Trim('-');
    }

    private SampleAccount Known(SampleRandom random) => this with
    {
        Growth = random.Chance(SampleWorld.RisingShare) ? SampleWorld.RisingGrowth : 1,
        Siret = Siretof(random),
        Phone = $"0{1 + Region.Postcode[0] % 5} {random.Below(100):00} {random.Below(100):00} {random.Below(100):00} {random.Below(100):00}",
        Domain = $"{Plain(Name)}.fr",
    };

    private static string Siretof(SampleRandom random)
    {
        var siren = WithLuhn($"{3 + random.Below(6)}{random.Below(10_000_000):0000000}");
        return WithLuhn($"{siren}{1 + random.Below(4):0000}");
    }

    private static string WithLuhn(string digits)
    {
        var sum = 0;
        for (var i = 0; i < digits.Length; i++)
        {
            var digit = (digits[^(i + 1)] - '0') * (i % 2 == 0 ? 2 : 1);
            sum += digit > 9 ? digit - 9 : digit;
        }
        return $"{digits}{(10 - sum % 10) % 10}";
    }

    private static string DrawName(SampleRandom random, int number)
    {
        var name = $"{random.Pick(SampleWorld.NameHeads)} {random.Pick(SampleWorld.NameTails)}";
        return number <= 250 ? name + (number % 3 == 0 ? " SARL" : number % 3 == 1 ? " SAS" : "") + $" {SampleWorld.Regions[number % 8].City}" : $"{name} n° {number}";
    }
}
