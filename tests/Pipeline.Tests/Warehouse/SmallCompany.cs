using System.Globalization;

namespace Analytics.Pipeline.Tests.Warehouse;

/// <summary>A company that has something of everything: twenty accounts, three owners, two years.</summary>
internal static class SmallCompany
{
    public static readonly DateOnly AsOf = new(2026, 12, 31);

    /// <summary>A minute of an owner costs whole cents, so that no rounding hides. No leap day lies in the three years from 2025 on, so that a year later has the same gaps.</summary>
    public static List<SmallTable> Tables()
    {
        var random = new Random(11);
        string Day(int from, int to) => new DateOnly(2025, 1, 1).AddDays(random.Next(from, to)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        string Later(string day, int most) => DateOnly.Parse(day, CultureInfo.InvariantCulture).AddDays(random.Next(most)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        string Money(int most) => (random.Next(100, most * 100) / 100m).ToString(CultureInfo.InvariantCulture);
        string One(params string[] of) => of[random.Next(of.Length)];
        string Customer() => $"A{random.Next(14)}";
        string Owner() => One("Ann", "Bob", "Cid");
        string[][] Rows(int count, Func<int, string[]> row) => [.. Enumerable.Range(0, count).Select(row)];
        string[][] orders = [];
        return
        [
            new("owners.csv", ["id", "name", "team", "hourly cost"], Rows(3, i => [$"w{i}", ((string[])["Ann", "Bob", "Cid"])[i], i < 2 ? "North" : "South", $"{36 + 12 * i}"])),
            new("products.csv", ["id", "name", "family"], Rows(4, i => [$"p{i}", $"Product {i}", i < 2 ? "F" : "G"])),
            new("accounts.csv", ["id", "name", "sector", "region", "owner", "created", "tags"], Rows(20, i => [$"A{i}", $"A{i}", One("Retail", "Health"), One("East", "West"), Owner(), Day(0, 300), i % 4 == 0 ? "" : i % 2 == 0 ? "Gold;Web" : "Web"])),
            new("orders.csv", ["order id", "customer id", "product", "sales rep", "date", "amount", "cost", "promised date", "delivery date"], orders = Rows(150, i =>
            {
                var (day, amount) = (Day(20, 720), Money(900));
                return [$"o{i}", Customer(), $"Product {random.Next(4)}", Owner(), day, i % 20 == 7 ? "-" + amount : amount, Money(100), Later(day, 20), Later(day, 30)];
            })),
            new("order_items.csv", ["order id", "product", "amount", "cost"], [.. orders.Where((_, i) => i % 3 == 0).Chunk(2).SelectMany(pair => pair.Select(FirstLine).Concat(pair.Select(SecondLine)))]),
            new("opportunities.csv", ["opportunity id", "customer id", "sales rep", "product", "created", "closed", "stage", "amount"], Rows(60, i =>
            {
                var day = Day(0, 600);
                return [$"d{i}", $"A{random.Next(20)}", Owner(), $"Product {random.Next(4)}", day, i % 5 == 0 ? "" : Later(day, 90), i % 5 == 0 ? "Proposal" : One("Won", "Lost"), Money(2000)];
            })),
            new("activities.csv", ["id", "type", "customer id", "sales rep", "date", "duration", "reached"], Rows(120, i => [$"t{i}", One("Call", "E-mail", "Visit", "Meeting"), $"A{random.Next(20)}", Owner(), Day(0, 720), $"{random.Next(5, 90)}", One("yes", "no")])),
            new("leads.csv", ["lead id", "company", "detected", "channel"], Rows(30, i => [$"l{i}", $"A{random.Next(20)}", Day(0, 600), One("Web", "Fair")])),
            new("marketing spend.csv", ["date", "channel", "amount"], Rows(24, i => [Day(0, 720), One("Web", "Fair"), Money(500)])),
            new("quotes.csv", ["quote id", "customer id", "sales rep", "sent date", "amount"], Rows(20, i => [$"q{i}", $"A{random.Next(20)}", Owner(), Day(0, 720), Money(900)])),
            new("targets.csv", ["month", "sales rep", "metric", "target"], Rows(24, i => [new DateOnly(2025, 1, 1).AddMonths(i).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), Owner(), i % 2 == 0 ? "CA" : "Marge", Money(900)])),
            new("complaints.csv", ["complaint id", "customer id", "complaint date", "reason", "resolved"], Rows(12, i =>
            {
                var day = Day(20, 700);
                return [$"k{i}", Customer(), day, One("Late", "Broken"), Later(day, 20)];
            })),
            new("action plan.csv", ["action id", "action", "customer id", "sales rep", "due date", "completion date", "status"], Rows(30, i =>
            {
                var day = Day(0, 720);
                return [$"x{i}", One("Ring", "Call"), Customer(), Owner(), day, i % 3 == 0 ? "" : Later(day, 10), i % 7 == 0 ? "Cancelled" : i % 3 == 0 ? "To do" : "Done"];
            })),
            new("surveys.csv", ["response id", "customer id", "response date", "score"], Rows(20, i => [$"s{i}", Customer(), Day(20, 720), $"{random.Next(11)}"])),
            new("contracts.csv", ["contract id", "customer id", "start date", "end date"], Rows(12, i =>
            {
                var day = Day(0, 400);
                return [$"c{i}", Customer(), day, i % 4 == 0 ? "" : Later(day, 300)];
            })),
        ];
    }

    /// <summary>A third of the order and a product more. The lines of an order lie two apart, so that a file cut in two keeps them together.</summary>
    private static string[] FirstLine(string[] order) => [order[0], order[2], Third(order[5]), Third(order[6])];

    private static string[] SecondLine(string[] order) => [order[0], $"Product {(order[0].Length + order[2][^1]) % 4}", Rest(order[5]), Rest(order[6])];

    private static string Third(string amount) => Math.Round(decimal.Parse(amount, CultureInfo.InvariantCulture) / 3, 2).ToString(CultureInfo.InvariantCulture);

    private static string Rest(string amount) => (decimal.Parse(amount, CultureInfo.InvariantCulture) - decimal.Parse(Third(amount), CultureInfo.InvariantCulture)).ToString(CultureInfo.InvariantCulture);
}

internal sealed record SmallTable(string Name, string[] Header, string[][] Rows)
{
    public void Write(TemporaryFolder folder) =>
        folder.Write(Name, string.Join('\n', Rows.Select(r => string.Join(',', r)).Prepend(string.Join(',', Header))) + "\n");

    public SmallTable With(string[] columns, Func<string, string> change) => this with
    {
        Rows = [.. Rows.Select(row => row.Select((cell, i) => cell.Length > 0 && Is(columns, Header[i]) ? change(cell) : cell).ToArray())],
    };

    private static bool Is(string[] columns, string header) => columns.Any(c => header == c || header.EndsWith(" date", StringComparison.Ordinal) && c == "date");
}
