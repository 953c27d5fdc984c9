using System.Globalization;
using Dapper;

namespace Analytics.Pipeline.Tests.Review;

/// <summary>A thousand companies, and copies of a fifth of them soiled as people soil them: how many are found, and how many are found wrongly.</summary>
public sealed class PlantedDuplicatesTests : IClassFixture<PlantedDuplicatesTests.Planted>
{
    private const int Companies = 1000, Copies = 200;
    private readonly Planted _planted;

    public PlantedDuplicatesTests(Planted planted) => _planted = planted;

    public sealed class Planted : IDisposable
    {
        private static readonly string[] s_trades = ["Boulangerie", "Garage", "Menuiserie", "Transports", "Plomberie", "Imprimerie", "Pharmacie", "Chaudronnerie"];
        private static readonly string[] s_syllables = ["ber", "lan", "mor", "tes", "val", "rou", "gui", "des", "cha", "pel", "nar", "fon", "tin", "quer", "sau"];
        private static readonly string[] s_towns = ["Lyon", "Paris", "Lille", "Nantes", "Saint-Étienne", "Dijon", "Brest", "Pau", "Metz", "Tours"];
        private readonly TemporaryFolder _exports = new();
        private readonly Random _random = new(20251231);

        public Planted()
        {
            var companies = Enumerable.Range(0, Companies).Select(_ => Draw()).ToList();
            var copies = Enumerable.Range(0, Copies).Select(i => Soil(companies[i * 5], i));
            var rows = companies.Concat(copies).Select((row, i) => string.Join(';', [i < Companies ? $"{i}-first" : $"{(i - Companies) * 5}-copy", .. row]));
            _exports.Write("comptes.csv", "code;raison sociale;siren;ville;téléphone\n" + string.Join('\n', rows) + "\n");
            _exports.Write("commandes.csv", "code client;date;montant\n0-first;01/01/2025;1\n");
            Warehouse = new BuiltWarehouse(_exports.Path);
        }

        public BuiltWarehouse Warehouse { get; }

        public void Dispose()
        {
            Warehouse.Dispose();
            _exports.Dispose();
        }

        /// <summary>Some names come several times, as they do; half the companies tell their SIREN, most their telephone.</summary>
        private string[] Draw() =>
        [
            $"{Pick(s_trades)} {Surname()}{Pick([" SARL", " SAS", ""])}", Chance(0.5) ? Digits(300_000_000, 900_000_000) : "", Pick(s_towns), Chance(0.7) ? "04" + Digits(10_000_000, 99_999_999) : "",
        ];

        private string[] Soil(string[] row, int i)
        {
            var words = row[0].Split(' ');
            var name = (i % 5) switch
            {
                0 => $"SARL {words[0].ToUpperInvariant()} {words[1].ToUpperInvariant()}",
                1 => $"{words[1]} {words[0]} S.A.S.",
                2 => $"{words[0]} {words[1][..3]}{words[1][4..]}",
                3 => $"Ets {words[0]} {words[1]} et Cie",
                _ => row[0],
            };
            return [name, Chance(0.3) ? row[1] : "", Chance(0.8) ? row[2].ToUpperInvariant() : "", row[3].Length > 0 && Chance(0.7) ? "+33 4 " + row[3][2..] : ""];
        }

        private string Surname() => CultureInfo.InvariantCulture.TextInfo.ToTitleCase(string.Concat(Enumerable.Range(0, 2 + _random.Next(2)).Select(_ => Pick(s_syllables))));

        private string Digits(int least, int most) => _random.Next(least, most).ToString(CultureInfo.InvariantCulture);

        private bool Chance(double chance) => _random.NextDouble() < chance;

        private T Pick<T>(T[] items) => items[_random.Next(items.Length)];
    }

    [Fact]
    public void Nearly_all_that_is_found_is_right_and_most_copies_are_found()
    {
        var (right, found) = Found(0.5);
        Assert.InRange(right / (double)found, 0.95, 1);
        Assert.InRange(right / (double)Copies, 0.85, 1);
    }

    [Fact]
    public void What_is_called_likely_is_right_as_often_as_it_says()
    {
        var (right, found) = Found(0.9);
        Assert.InRange(right / (double)found, 0.95, 1);
    }

    private (int Right, int Found) Found(double least) => _planted.Warehouse.Connection.QuerySingle<(int, int)>(
        "select (count(*) filter (where split_part(account_1, '-', 1) = split_part(account_2, '-', 1)))::int, count(*)::int from marts.duplicates where probability >= $least and relation = 'duplicate'", new { least });
}
