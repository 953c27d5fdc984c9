using System.Diagnostics;
using System.Globalization;
using Analytics.Pipeline;
using Analytics.Pipeline.DuckDb;
using Analytics.Pipeline.Warehouse;

namespace Analytics.Benchmarks;

/// <summary>Finding the duplicates among many accounts: a seeded table, a tenth of it copies with slips, and the warehouse's own files.</summary>
internal static class DuplicateBenchmark
{
    private static readonly string[] s_tables = ["core.account_signs", "core.account_words", "core.account_rarity", "core.account_blocks", "core.account_pairs", "marts.duplicates"];

    public static void Run(int accounts, string folder)
    {
        Directory.CreateDirectory(folder);
        var path = Path.Combine(folder, "duplicates.duckdb");
        File.Delete(path);
        using var connection = new DuckDBConnection($"Data Source={path};Threads=2");
        connection.Open();
        connection.Execute("create schema core; create schema marts; create schema staging; create schema per_customer; create schema page");
        connection.Execute(EmbeddedText.Read("sql/contract.sql"));
        foreach (var name in EmbeddedText.Names("sql/macros/")) connection.Execute(EmbeddedText.Read(name));
        connection.Execute(Accounts.Replace("ACCOUNTS", accounts.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal));
        connection.Execute("create table core.duplicate_decisions (account_1 varchar, account_2 varchar, outcome varchar, is_duplicate boolean); create table core.account_merges (account_id varchar, survivor_id varchar, place bigint)");
        Measure(connection);
        Report(connection);
    }

    private static void Measure(DuckDBConnection connection)
    {
        var whole = Stopwatch.StartNew();
        foreach (var script in SqlScript.InOrder("core", "global").Where(s => s_tables.Contains(s.Table)))
        {
            var clock = Stopwatch.StartNew();
            connection.Execute($"create table {script.Table} as {script.Body}");
            Console.WriteLine($"{script.Table,-24} {clock.Elapsed.TotalSeconds,7:N1} s {connection.Scalar<long>($"select count(*) from {script.Table}"),12:N0} rows");
        }
        Console.WriteLine($"{"all",-24} {whole.Elapsed.TotalSeconds,7:N1} s, peak {Process.GetCurrentProcess().PeakWorkingSet64 / 1e9:N1} GB");
    }

    /// <summary>A copy bears the number of its original, so what was planted can be counted.</summary>
    private static void Report(DuckDBConnection connection)
    {
        var found = connection.Rows("""
            with likely as (select split_part(account_1, '-', 1) = split_part(account_2, '-', 1) as is_planted from marts.duplicates where probability >= 0.5 and relation = 'duplicate')
            select count(*), count(*) filter (where is_planted), (select count(*) from core.accounts where account_id like '%-copy'),
              (select count(distinct (kind, value)) from core.account_blocks where not is_compared) from likely
            """, r => (Pairs: r.GetInt64(0), Right: r.GetInt64(1), Planted: r.GetInt64(2), LeftOut: r.GetInt64(3)))[0];
        Console.WriteLine($"planted {found.Planted:N0}, found {found.Right:N0} ({found.Right / (double)found.Planted:P1}) among {found.Pairs:N0} pairs of 0.5 or more ({found.Right / (double)found.Pairs:P1}); blocks left out {found.LeftOut:N0}");
    }

    /// <summary>Names of a trade and a surname, towns and words as uneven as real ones; half the copies keep the telephone, a fifth the SIREN.</summary>
    private const string Accounts = """
        create table core.accounts as
        with draw as (
          select i, hash(hash(i), 1) as a, hash(hash(i), 2) as b, hash(hash(i), 3) as c, hash(hash(i), 4) as d from range(ACCOUNTS * 10 // 11) as t(i)),
        company as (
          select i, d,
            ['boulangerie', 'garage', 'menuiserie', 'transports', 'plomberie', 'pharmacie', 'restaurant', 'atelier', 'conseil', 'imprimerie'][1 + (a % 10)::int] as trade,
            translate(printf('%x', (pow(100000, (b % 1000003) / 1000003.0))::bigint * 7919), '0123456789', 'ghijklmnop') as surname,
            case when c % 3 = 0 then ' ' || ['nord', 'services', 'france', 'industrie', 'plus'][1 + (c // 3 % 5)::int] else '' end as more,
            (pow(3000, (c % 999983) / 999983.0))::int as town
          from draw)
        select i || '-first' as account_id, upper(trade) || ' ' || surname || more || [' SARL', ' SAS', ''][1 + (d % 3)::int] as name,
          case when d % 2 = 0 then (300000000 + i * 37)::varchar end as siren, 'ville' || town as city, printf('%05d', 1000 + town) as postcode,
          case when d % 5 < 3 then '04' || printf('%08d', i * 41 % 100000000) end as phone, case when d % 10 < 3 then 'www.' || surname || i || '.fr' end as domain
        from company
        union all
        select i || '-copy', case d % 4 when 0 then surname || ' ' || trade || more when 1 then trade || ' ' || surname || more || ' S.A.' when 2 then trade || ' ' || surname || 'e' || more else 'Sarl ' || trade || ' ' || surname end,
          case when d % 10 = 0 then (300000000 + i * 37)::varchar end, case when d % 7 > 0 then 'VILLE' || town end, null,
          case when d % 5 < 3 and d % 2 = 0 then '+33 4' || printf('%08d', i * 41 % 100000000) end, null
        from company where i % 10 = 3
        """;
}
