using System.Globalization;
using Dapper;

namespace Analytics.Pipeline.Tests.Review;

/// <summary>Which accounts are taken for one company, and how sure that is.</summary>
public sealed class DuplicateTests : IClassFixture<DuplicateTests.Base>
{
    private readonly Base _base;

    public DuplicateTests(Base accounts) => _base = accounts;

    /// <summary>Hand-made pairs among 80 unlike companies.</summary>
    public sealed class Base : IDisposable
    {
        private static readonly string[] s_accounts =
        [
            "dupont-a,SAS DUPONT,,Lyon,69001,0472000001,", "dupont-b,Dupont S.A.S.,,LYON CEDEX 03,69403,+33 4 72 00 00 01,",
            "bakery-a,Boulangerie Martin,,Lille,59000,,", "bakery-b,Boulangerie Martin,,Nice,06000,,",
            "bakery-c,Boulangerie Leroux,,Brest,29200,,", "bakery-d,Boulangerie Hamel,,Metz,57000,,",
            "holding-a,Holding Kerivel,732829320,Rennes,35000,0299000001,www.kerivel.fr", "holding-b,Kerivel Industries,443061841,Rennes,35000,0299000001,kerivel.fr",
            "group-a,Groupe Tanguy,,Brest,29200,0298000001,", "group-b,Tanguy,,Brest,29200,0298000001,",
            "siren-a,Vandermeulen,552100554,Lille,59000,0320000001,", "siren-b,Vandermeulen,542065479,Lille,59000,0320000001,",
            "site-a,Quincaillerie Besnard,55208131766522,Paris,75008,,", "site-b,Quincaillerie Besnard,55208131700001,Marseille,13001,,",
            "accent-a,Société Générale des Étés,,Dijon,21000,,", "accent-b,GENERALE DES ETES SA,,Dijon,21000,,",
            "order-a,Métallerie Ostrowski,,Tours,37000,,", "order-b,Ostrowski métallerie SARL,,Tours,37000,,",
            "typo-a,Menuiserie Fauconnier,,Angers,49000,0241000001,", "typo-b,Menuiserie Fauconier,,Angers,49000,0241000001,",
            "number-a,Garage Sellier 2,,Caen,14000,,", "number-b,Garage Sellier 3,,Caen,14000,,",
            "german-a,Müller Werkzeuge GmbH,,Köln,50667,,mueller-werkzeuge.de", "german-b,Muller Werkzeuge,,Koln,,,info@mueller-werkzeuge.de",
            "mail-a,Pressing Aubert,,Pau,64000,,aubert@orange.fr", "mail-b,Pharmacie Lambin,,Dax,40100,,lambin@orange.fr",
            "durand-1,Durand,,Lille,,,", "durand-2,Durand SARL,,Nice,,,", "durand-3,Durand SA,,Brest,,,", "durand-4,Durand SAS,,Metz,,,",
            "ltd-a,Northwind Traders Ltd,,London,,+44 20 7946 0001,", "ltd-b,Northwind Traders Limited,,London,,020 7946 0001,",
        ];

        private readonly TemporaryFolder _exports = new();

        public Base()
        {
            string[] towns = ["Lyon", "Paris", "Nantes", "Toulouse", "Rouen"];
            var others = Enumerable.Range(0, 80).Select(i => $"o{i},{(char)('A' + i % 26)}{"aeiou"[i % 5]}v{"bcdfg"[i / 5 % 5]}{"oiuea"[i / 25 % 5]}ric {"xkzwt"[i / 3 % 5]}{"aeo"[i % 3]}{"lmnrs"[i / 7 % 5]}p,,{towns[i % 5]},{10000 + i % 5},,");
            _exports.Write("accounts.csv", "id,name,siren,city,postcode,phone,website\n" + string.Join('\n', s_accounts.Concat(others)) + "\n");
            _exports.Write("orders.csv", "customer id,date,amount\ndupont-a,2025-01-01,10\ndupont-b,2025-02-01,20\n");
            Warehouse = new BuiltWarehouse(_exports.Path);
        }

        public BuiltWarehouse Warehouse { get; }

        public void Dispose()
        {
            Warehouse.Dispose();
            _exports.Dispose();
        }
    }

    [Theory]
    [InlineData("dupont")]
    [InlineData("accent")]
    [InlineData("order")]
    [InlineData("typo")]
    [InlineData("german")]
    [InlineData("ltd")]
    public void One_company_written_twice_is_likely_a_duplicate(string pair) => Assert.InRange(Chance(pair), 0.9, 1);

    [Theory]
    [InlineData("bakery")]
    [InlineData("holding")]
    [InlineData("group")]
    [InlineData("siren")]
    [InlineData("number")]
    [InlineData("mail")]
    public void Two_companies_that_look_alike_are_not(string pair) => Assert.InRange(Chance(pair), 0, 0.5);

    [Fact]
    public void Sites_of_one_company_are_said_to_be_that_and_no_duplicates() =>
        Assert.Equal(("same_company", "same SIREN 552081317"), _base.Warehouse.Connection.QuerySingle<(string, string)>(
            "select relation, regexp_extract(evidence_en, 'same SIREN \\d+') from marts.duplicates where account_1 = 'site-a' and account_2 = 'site-b'"));

    /// <summary>N = 112 accounts; log2 by hand, to three decimals.</summary>
    [Theory]
    // Prior log2(0.2/112) = -9.129. Name: one word, borne by these two: log2(0.65) + log2(112/0.25) = -0.621 + 8.807. Telephone: log2(0.65/0.05*112) = 10.508. Town, the telephone shared: log2(0.9/0.5) = 0.848.
    [InlineData("dupont", -9.129, 8.186, 0, 10.508, 0.848)]
    // Two words of two bearers each would weigh 17.614, but no more than log2(20*112) = 11.129. Town of two among 108: log2(0.9*112/2) = 5.655.
    [InlineData("order", -9.129, 10.508, 0, 0, 5.655)]
    // Names alike: log2(0.2*112) = 4.485.
    [InlineData("typo", -9.129, 4.485, 0, 10.508, 0.848)]
    // Same name, another SIREN: log2(0.0005) = -10.966.
    [InlineData("siren", -9.129, 8.186, -10.966, 10.508, 0.848)]
    // "boulangerie" has four bearers: log2(112/2.25) = 5.637; "martin" two: 8.807; together more than 11.129. Another town: log2(0.1) = -3.322.
    [InlineData("bakery", -9.129, 10.508, 0, 0, -3.322)]
    // Another name: log2(0.05) = -4.322.
    [InlineData("group", -9.129, -4.322, 0, 10.508, 0.848)]
    public void Weights_are_those_of_the_hand(string pair, double prior, double name, double siren, double contact, double place) =>
        Assert.Equal((prior, name, siren, contact, place), _base.Warehouse.Connection.QuerySingle<(double, double, double, double, double)>($"""
            select prior::double, name_weight::double, siren_weight::double, contact_weight::double, place_weight::double
            from core.account_pairs as p
            join core.account_signs as a on a.number = p.number_1 and a.account_id = '{pair}-a'
            join core.account_signs as b on b.number = p.number_2 and b.account_id = '{pair}-b'
            """));

    [Fact]
    public void The_chance_is_the_sum_of_the_weights_read_as_odds() =>
        Assert.Equal(Math.Round(1 / (1 + Math.Pow(2, -(-9.129 + 8.186 + 10.508 + 0.848))), 4), Chance("dupont"));

    /// <summary>Two accounts bear "dupont": log2(112/0.25). Four bear "durand": log2(112/2.25), which is less than log2(112/2).</summary>
    [Fact]
    public void A_rare_name_says_more_than_a_common_one() => Assert.Equal((8.807, 5.637), _base.Warehouse.Connection.QuerySingle<(double, double)>(
        "select max(weight::double) filter (where name_key = 'dupont'), max(weight::double) filter (where name_key = 'durand') from core.account_rarity"));

    [Theory]
    [InlineData("domain_of('https://www.Acme.fr/contact?x=1')", "acme.fr")]
    [InlineData("domain_of('Jean@acme.co.uk')", "acme.co.uk")]
    [InlineData("domain_of('jean@orange.fr')", null)]
    [InlineData("domain_of('n/a')", null)]
    [InlineData("phone_of('+33 (0)4 72 00 00 01')", "472000001")]
    [InlineData("phone_of('00.00.00.00.00')", null)]
    [InlineData("siren_of('552 081 317 00022')", "552081317")]
    [InlineData("siren_of('000000000')", null)]
    [InlineData("town_of('ST-ÉTIENNE CEDEX 2')", "saintetienne")]
    [InlineData("array_to_string(name_words('S.A.R.L. L’Œuvre & Fils'), ' ')", "fils l oeuvre sarl")]
    public void What_is_compared_is_brought_to_one_spelling(string expression, string? read) =>
        Assert.Equal(read, _base.Warehouse.Connection.ExecuteScalar<string?>($"select {expression}"));

    /// <summary>Sixty agencies of one name in one town are left alone; thirty towns with two each are compared town by town.</summary>
    [Fact]
    public void A_crowd_is_compared_by_town_or_not_at_all_and_that_is_counted()
    {
        using var exports = new TemporaryFolder();
        exports.Write("accounts.csv", "id,name,city\n"
            + string.Concat(Enumerable.Range(0, 60).Select(i => $"a{i},Zorglub,Lyon\n"))
            + string.Concat(Enumerable.Range(0, 60).Select(i => $"b{i},Kerivel,{(char)('A' + i / 2 % 26)}ville{(char)('a' + i / 52)}\n")));
        exports.Write("orders.csv", "customer id,date,amount\na1,2025-01-01,1\n");
        using var w = new BuiltWarehouse(exports.Path);
        Assert.Equal((0L, 30L), w.Connection.QuerySingle<(long, long)>("""
            select count(*) filter (where a.name = 'Zorglub'), count(*) filter (where a.name = 'Kerivel')
            from core.account_pairs as p join core.account_signs as a on a.number = p.number_1
            """));
        // By name, by word and by start in its town.
        Assert.Equal(3, w.Connection.ExecuteScalar<long>("select groups_left_out from marts.duplicate_summary"));
    }

    private double Chance(string pair) => _base.Warehouse.Connection.ExecuteScalar<double>(string.Create(CultureInfo.InvariantCulture,
        $"select coalesce(max(probability), 0) from marts.duplicates where relation = 'duplicate' and account_1 = '{pair}-a' and account_2 = '{pair}-b'"));
}
