namespace Analytics.Pipeline.Sample;

/// <summary>One simulated company: who it is, how it buys, and when it stops.</summary>
/// <param name="DaysBetweenOrders">Mean gap of its orders while it is a customer.</param>
/// <param name="Spending">How many times its sector's usual order it spends.</param>
internal sealed record SampleAccount(
    string Code, string Name, SampleWorld.Sector Sector, SampleWorld.Channel Channel, SampleWorld.Region Region, SampleWorld.Owner Owner,
    int Employees, DateOnly CreatedAt, double DaysBetweenOrders, double Spending, double DaysUntilLoss)
{
    public string Type => Employees < 10 ? "TPE" : Employees < 250 ? "PME" : "ETI";

    public static SampleAccount Draw(SampleRandom random, int number, DateOnly firstDay, int days)
    {
        var sector = random.Pick(SampleWorld.Sectors, s => s.Share);
        var region = random.Below(SampleWorld.Regions.Length);
        return new(
            $"CL{number:00000}", DrawName(random, number), sector, random.Pick(SampleWorld.Channels, c => c.Share),
            SampleWorld.Regions[region], SampleWorld.Owners[region / 2 * 2 + random.Below(2)],
            Employees: Math.Max(1, (int)(6 * random.LogNormal(1.5) * (sector.Basket > 2 ? 8 : 1))),
            CreatedAt: firstDay.AddDays((int)(days * 0.85 * Math.Pow(random.Uniform(), 1.6))),
            DaysBetweenOrders: Math.Clamp(55 * random.LogNormal(0.7), 8, 400),
            Spending: random.LogNormal(0.8),
            DaysUntilLoss: random.Exponential(365 / -Math.Log(1 - sector.YearlyLoss)));
    }

    private static string DrawName(SampleRandom random, int number)
    {
        var name = $"{random.Pick(SampleWorld.NameHeads)} {random.Pick(SampleWorld.NameTails)}";
        return number <= 250 ? name + (number % 3 == 0 ? " SARL" : number % 3 == 1 ? " SAS" : "") + $" {SampleWorld.Regions[number % 8].City}" : $"{name} n° {number}";
    }
}
